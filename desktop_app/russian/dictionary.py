"""The two libraries that know names: a dictionary of forms, and rules by endings.

Neither is right alone. Both are loaded when the first name is declined, not before.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from desktop_app.russian.forms import Case, Gender

Kind = Literal["name", "surname", "noun", "adjective"]
Part = Literal["LASTNAME", "FIRSTNAME", "MIDDLENAME"]

_CYRILLIC = re.compile("[а-яёА-ЯЁ'’-]+")
_KINDS: dict[str, Kind] = {"Surn": "surname", "Name": "name"}
_GENDERS: dict[str | None, Gender] = {"masc": "male", "femn": "female"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the dictionary knows a nominative singular, all in lower case.

    `gender` is None for a word of both genders.
    """

    kind: Kind
    gender: Gender | None
    genitive: str
    dative: str

    def form(self, case: Case) -> str:
        """The form in a case."""
        return self.genitive if case == "genitive" else self.dative

    def of(self, gender: Gender) -> bool:
        """True if a person of this gender may bear it."""
        return self.gender in (None, gender)


@lru_cache(maxsize=1024)
def readings(word: str) -> tuple[Reading, ...]:
    """What the dictionary knows of a word in lower case; guesses at unknown words are left out.

    It is asked about Cyrillic words only: letters without a Unicode name end its parser.
    """
    if not _CYRILLIC.fullmatch(word):
        return ()
    found = dict.fromkeys(
        _reading(parse) for parse in _morphology().parse(word) if _is_nominative(parse)
    )
    return tuple(found)


@lru_cache(maxsize=1024)
def by_rules(part: Part, word: str, case: Case, gender: Gender) -> str:
    """The form that the rules by endings give for a part of a name in lower case."""
    from pytrovich.enums import Case as RuleCase
    from pytrovich.enums import Gender as RuleGender
    from pytrovich.enums import NamePart

    form = _declension().make(
        NamePart[part], RuleGender[gender.upper()], RuleCase[case.upper()], word
    )
    return _spelled(str(form), word)


def _spelled(form: str, word: str) -> str:
    """A form as Russian spells it: the rules also give «Хадижы», «Мышя», «Куцого», wrong all."""
    if word.endswith(("цый", "цая")):
        form = re.sub("цо(?=го$|му$|й$)", "це", form)
    form = re.sub("(?<=[гкхжчшщ])ы$", "и", form)
    return re.sub("(?<=[жчшщ])[яю]$", lambda end: "а" if end[0] == "я" else "у", form)


def same(one: str, other: str) -> bool:
    """True if two forms differ in nothing but «ё» written as «е»."""
    return one.replace("ё", "е") == other.replace("ё", "е")


def _is_nominative(parse: Any) -> bool:
    tag = parse.tag
    is_nominative = parse.is_known and "nomn" in tag and "sing" in tag
    return is_nominative and (tag.POS == "ADJF" or (tag.POS == "NOUN" and "Patr" not in tag))


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    kind: Kind = "adjective" if tag.POS == "ADJF" else "noun"
    for mark, marked_kind in _KINDS.items():
        if mark in tag:
            kind = marked_kind
    return Reading(
        kind,
        _GENDERS.get(tag.gender),
        _inflected(parse, "gent"),
        _inflected(parse, "datv"),
    )


def _inflected(parse: Any, case: str) -> str:
    inflected = parse.inflect({case, "sing"})
    return str(inflected.word if inflected else parse.word)


@cache
def _morphology() -> Any:
    from pymorphy3.analyzer import MorphAnalyzer

    return MorphAnalyzer()  # type: ignore[no-untyped-call]


@cache
def _declension() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()
