"""Surnames that are genitives plural of an adjective, «of the Blacks»: Черных, Седых, Долгих."""

from desktop_app.russian.dictionary import readings
from desktop_app.russian.forms import (
    Case,
    Declined,
    Gender,
    ask,
    certain,
    masculine_noun,
    syllables,
)

# No Russian adjective has «их» after another letter: Рериха, Ульриха are nouns.
_BEFORE_IKH = "гкхжшщчньв"
# What was «of the Fomins», «of the bearded»: Фоминых, Кузнецовых, Щербатых, Гуреных.
_RUSSIAN_IN_YKH = ("ных", "овых", "евых", "ёвых", "атых", "ятых", "итых", "истых", "ивых", "авых")
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_RUSSIAN_IN_IKH = ("ских", "цких", "гих", "ньких", "ягких", "оких")


def plural_surname(word: str, case: Case, gender: Gender) -> Declined | None:
    """The unchanged surname in «ых» or «их»; None for any other.

    A man's German, Polish or Belarusian surname of the same look declines (Дитриха, Генрыха), and
    so does a noun (Отдыха): it is asked unless an adjective is behind it.
    """
    if not word.endswith(("ых", "их")):
        return None
    if gender == "female":
        return certain(word)
    if syllables(word) > 1 and _is_adjective(word):
        return certain(word)
    noun = masculine_noun(word, case)
    is_noun = word[-3:-2] not in tuple(_BEFORE_IKH) if word.endswith("их") else _as_foreign(word)
    is_known = any(r.form(case) == noun for r in readings(word))
    return ask(noun, word) if is_noun or is_known else ask(word, noun)


def _is_adjective(word: str) -> bool:
    """True if «ий» or «ой» in place of «их» gives an adjective of the dictionary: долгий, сухой."""
    if word.endswith((*_RUSSIAN_IN_IKH, *_RUSSIAN_IN_YKH)):
        return True
    found = (*readings(word[:-1] + "й"), *readings(word[:-2] + "ой"))
    return any(reading.kind == "adjective" for reading in found)


def _as_foreign(word: str) -> bool:
    """True for Фридрых, Генрых, Ольбрых: two consonants, the second of them «р», before «ых»."""
    return word.endswith("рых") and word[-4:-3] in tuple(_CONSONANTS)
