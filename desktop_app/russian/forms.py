"""What declining a name gives: a form, and how far it may be trusted; and the regular endings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import Literal

Gender = Literal["male", "female"]
Case = Literal["genitive", "dative"]

VOWELS = "аеёиоуыэюя"
SIBILANTS = "жчшщ"
_MOST_VARIANTS = 8
# Of a name with many halves: their forms multiply, and nobody reads more than a few.
_MOST_TRIED = 1000
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.\-]*")
_INITIAL = re.compile(r"[А-ЯЁа-яё]\.(?:-?[А-ЯЁа-яё]\.)*")


class Certainty(StrEnum):
    """How far a form may be trusted.

    `certain`: a rule without exceptions, or a dictionary and the rules agree. `likely`: the
    rules alone, where they are known to hold. `ask`: the person has to say which form is right.
    """

    certain = "certain"
    likely = "likely"
    ask = "ask"


@dataclass(frozen=True, slots=True)
class Declined:
    """A name in a case: the best form, its certainty, and other forms that may be meant."""

    text: str
    certainty: Certainty
    variants: tuple[str, ...] = ()


_DOUBT = (Certainty.certain, Certainty.likely, Certainty.ask)


def least(certainties: Iterable[Certainty]) -> Certainty:
    """A whole is as certain as its least certain part; nothing at all is certain."""
    return max(certainties, key=_DOUBT.index, default=Certainty.certain)


def certain(text: str) -> Declined:
    """A form that needs no look from the person."""
    return Declined(text, Certainty.certain)


def likely(text: str) -> Declined:
    """A form by the rules alone."""
    return Declined(text, Certainty.likely)


def ask(text: str, *others: str) -> Declined:
    """A form that the person has to confirm, with the other forms in use."""
    different = dict.fromkeys(other for other in others if other != text)
    return Declined(text, Certainty.ask, tuple(different))


def joined_parts(parts: list[Declined], separator: str) -> Declined:
    """Parts of a name as one: forms joined, certainty of the least certain, variants combined."""
    choices = islice(product(*((part.text, *part.variants) for part in parts)), _MOST_TRIED)
    texts = list(dict.fromkeys(separator.join(choice) for choice in choices))
    return Declined(texts[0], least(p.certainty for p in parts), tuple(texts[1:_MOST_VARIANTS]))


def recased(typed: str, form: str) -> str:
    """A lower-case form with the capitals of the word that was typed: ЛЕВ, льва → ЛЬВА."""
    kept = 0
    for letter, other in zip(typed.lower(), form, strict=False):
        if letter != other:
            break
        kept += 1
    rest = form[kept:]
    if not kept and typed[:1].isupper():
        rest = rest[:1].upper() + rest[1:]
    return typed[:kept] + (rest.upper() if len(typed) > 1 and typed.isupper() else rest)


def like_typed(typed: str, declined: Declined) -> Declined:
    """A result in lower case with the capitals of what was typed."""
    variants = tuple(recased(typed, variant) for variant in declined.variants)
    return Declined(recased(typed, declined.text), declined.certainty, variants)


def as_typed(word: str) -> Declined | None:
    """What is printed unchanged because no rule applies: Latin letters, initials, odd signs.

    None for a word of Russian letters, which the rules are for.
    """
    if _CYRILLIC_WORD.fullmatch(word):
        return None
    if _LATIN_WORD.fullmatch(word) or _INITIAL.fullmatch(word):
        return likely(word)
    return ask(word)


def masculine_noun(word: str, case: Case) -> str:
    """The form of a man's name that ends in a consonant, «й» or «ь»: Игоря; after «ш»: Мыша."""
    if word[-1] in "йь" and word[-2:-1] not in tuple(SIBILANTS):
        return word[:-1] + ("я" if case == "genitive" else "ю")
    word = word.removesuffix("ь")
    return word + ("а" if case == "genitive" else "у")


def noun_in_a(word: str, case: Case) -> str:
    """The form of a name in «а» or «я», a man's or a woman's: Ольга → Ольги, Мария → Марии."""
    stem = word[:-1]
    if case == "dative":
        return stem + ("и" if word.endswith("ия") else "е")
    return stem + ("ы" if word[-1] == "а" and stem[-1] not in "гкх" + SIBILANTS else "и")


def adjective(word: str, case: Case) -> str:
    """The form of a man's surname that is an adjective: Толстой → Толстого, Зимний → Зимнего.

    After «ц» an «о» without stress is written «е»: Куцый → Куцего.
    """
    soft = word.endswith("цый") or (word.endswith("ий") and word[-3:-2] not in ("г", "к", "х"))
    endings = {"genitive": ("ого", "его"), "dative": ("ому", "ему")}
    return word[:-2] + endings[case][soft]


def feminine_adjective(word: str) -> str:
    """The form of a woman's surname in «ая» or «яя», the same in both cases: Толстая → Толстой."""
    return word[:-2] + ("ей" if word.endswith("яя") or word[-3:-2] in tuple("жцчщ") else "ой")


def possessive(word: str) -> str:
    """The form of a woman's surname in «ова», «ина», the same in both cases: Ильина → Ильиной."""
    return word[:-1] + "ой"


def syllables(word: str) -> int:
    """How many vowels a lower-case word has."""
    return sum(letter in VOWELS for letter in word)
