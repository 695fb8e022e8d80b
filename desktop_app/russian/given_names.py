"""Given names in a case: the dictionary and the rules by endings, compared."""

from desktop_app.russian.dictionary import by_rules, readings, same
from desktop_app.russian.forms import (
    VOWELS,
    Case,
    Declined,
    Gender,
    as_typed,
    ask,
    certain,
    joined_parts,
    like_typed,
    likely,
    masculine_noun,
    noun_in_a,
)
from desktop_app.russian.names_exceptions import (
    MENS_NAMES_STRESSED_ON_THE_END,
    NAMES_OF_BOTH,
    SLAVIC_NAMES_IN_O,
    STRESSED_BEFORE_IYA,
    THIRD_DECLENSION_MOSTLY,
    THIRD_DECLENSION_NAMES,
    UNCHANGED_FIRST_OF_NAMES,
    UNCHANGED_NAMES_IN_KO,
    WOMENS_NAMES_IN_CONSONANT,
)

# Endings after which a man's unknown name may lose a vowel.
_MAY_BE_FLEETING = ("ец", "ок", "ёк", "ел", "ень")


def gender_of_given_name(name: str) -> Gender | None:
    """The gender that the dictionary gives to every bearer of a name; None if unknown or both."""
    first = name.split("-")[0].split(" ")[0].lower()
    if first in NAMES_OF_BOTH:
        return None
    genders = {reading.gender for reading in readings(first) if reading.kind == "name"}
    return genders.pop() if len(genders) == 1 else None


def is_given_name(word: str) -> bool:
    """True for a name that the dictionary knows, of either gender."""
    return any(reading.kind == "name" for reading in readings(word.lower()))


def decline_given_name(name: str, case: Case, gender: Gender) -> Declined:
    """A given name in a case. Double names: each half (Анны-Марии), a man's to be confirmed."""
    words = name.split(" ")
    if len(words) > 1:
        parts = [decline_given_name(word, case, gender) for word in words]
        whole = joined_parts(parts, " ")
        return ask(whole.text, *whole.variants, name)
    halves = name.split("-")
    if len(halves) == 1 or as_typed(name.replace("-", "")) is not None or not all(halves):
        return _single(name, case, gender)
    whole = joined_parts([_single(half, case, gender) for half in halves], "-")
    if gender == "female":
        known = all(is_given_name(half) for half in halves)
        return whole if known else ask(whole.text, *whole.variants, name)
    # Жан-Поля beside Ивана-Павла: handbooks leave it to use.
    second_only = "-".join((*halves[:-1], _single(halves[-1], case, gender).text))
    if halves[0].lower() in UNCHANGED_FIRST_OF_NAMES:
        return ask(second_only, whole.text, *whole.variants)
    return ask(whole.text, *whole.variants, second_only)


def _single(typed: str, case: Case, gender: Gender) -> Declined:
    unchanged = as_typed(typed)
    if unchanged is not None:
        return unchanged
    word = typed.lower()
    if len(word) < 2:
        return ask(typed)
    if gender == "female" and word.endswith("ь"):
        return like_typed(typed, _womans_in_soft_sign(word))
    if gender == "female" and word in WOMENS_NAMES_IN_CONSONANT:
        return certain(typed)
    if gender == "female" and word in STRESSED_BEFORE_IYA:
        return like_typed(typed, certain(noun_in_a(word, case)))
    if gender == "male" and word in MENS_NAMES_STRESSED_ON_THE_END:
        return like_typed(typed, ask(word, noun_in_a(word, case)))
    if word.endswith("ия") and case == "dative":
        return like_typed(typed, ask(word[:-1] + "и", word[:-1] + "е"))
    return like_typed(typed, _compared(word, case, gender))


def _womans_in_soft_sign(word: str) -> Declined:
    """Любови; but Айгуль or Айгули as its bearer chooses. Genitive and dative are the same."""
    third = word[:-1] + "и"
    if word in THIRD_DECLENSION_NAMES:
        return certain(third)
    if word in THIRD_DECLENSION_MOSTLY:
        return Declined(third, likely(third).certainty, (word,))
    return ask(word, third)


def _compared(word: str, case: Case, gender: Gender) -> Declined:
    known = [reading for reading in readings(word) if reading.kind == "name"]
    mine = {reading.form(case) for reading in known if reading.of(gender)}
    ruled = by_rules("FIRSTNAME", word, case, gender)
    regular = _regular(word, case, gender)
    in_o = _slavic_in_o(word, case) if gender == "male" else None
    if in_o:
        return in_o
    if known and not mine:
        return ask(ruled, word)
    if not mine:
        sure = ruled == regular and not word.endswith(_MAY_BE_FLEETING)
        return likely(regular) if sure else ask(regular, ruled, word)
    if len(mine) == 1 and same(ruled, next(iter(mine))):
        return certain(ruled)
    # The library's rules lose a vowel too often: Джек, Джька.
    if mine == {regular} and word[-1] not in VOWELS:
        return likely(regular)
    best = regular if regular in (*mine, ruled) else min(mine)
    return ask(best, ruled, *sorted(mine))


def _slavic_in_o(word: str, case: Case) -> Declined | None:
    """Петра, Левка, Данилы: declined by the norm, unchanged in both libraries, so it is asked.

    A foreign name in «ло» (Анджело) may only look so; one in a vowel and «ко» (Энрико) does not.
    """
    if not word.endswith(("ко", "ло")) and word not in SLAVIC_NAMES_IN_O:
        return None
    second, first = masculine_noun(word[:-1], case), noun_in_a(word[:-1] + "а", case)
    if word in SLAVIC_NAMES_IN_O:
        return ask(second, word) if SLAVIC_NAMES_IN_O[word] == "а" else ask(first, second, word)
    if word.endswith("ло"):
        return ask(word, first)
    is_foreign = word in UNCHANGED_NAMES_IN_KO or word[-3:-2] in (*VOWELS, "к", "")
    return None if is_foreign else ask(second, word)


def _regular(word: str, case: Case, gender: Gender) -> str:
    """The form by the ending alone: а and я decline, a man's consonant declines, others do not."""
    if word[-1] == "я" or (word[-1] == "а" and word[-2:-1] not in VOWELS):
        return noun_in_a(word, case)
    if word[-1] in VOWELS or gender == "female":
        return word
    return masculine_noun(word, case)
