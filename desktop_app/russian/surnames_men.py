"""Men's surnames in a case."""

from desktop_app.russian.dictionary import by_rules, readings, same
from desktop_app.russian.forms import (
    VOWELS,
    Case,
    Declined,
    adjective,
    ask,
    certain,
    likely,
    masculine_noun,
    noun_in_a,
    syllables,
)
from desktop_app.russian.names_exceptions import FLEETING_SURNAMES, REGULAR_SHORT_SURNAMES
from desktop_app.russian.surnames_in_a import surname_in_a

_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
_SKY = ("ский", "цкий", "ской", "цкой")
_FEMININE = ("ова", "ева", "ёва", "ина", "ына", "ая", "яя")
# Suffixes after which a consonant always declines and no vowel is lost.
_REGULAR = (
    *("ович", "евич", "ич", "ян", "янц", "чук", "щук", "нюк", "люк", "рук"),
    *("няк", "ляк", "ман", "берг", "штейн", "сон"),
)
# A vowel may be lost before the last consonant: Кравца or Кравеца.
_FLEETING = ("ец", "ёц", "яц", "ок", "ёк", "ек", "ел", "ёл", "ень", "оть")
_SHORT = 4


def mans_surname(word: str, case: Case) -> Declined:
    """The form of a man's surname in lower case that is not indeclinable by its ending."""
    if word in FLEETING_SURNAMES:
        return ask(FLEETING_SURNAMES[word][case == "dative"], masculine_noun(word, case), word)
    if word in REGULAR_SHORT_SURNAMES:
        return certain(masculine_noun(word, case))
    if word.endswith(_SKY) and len(word) > _SHORT:
        return certain(adjective(word, case))
    if word.endswith(_POSSESSIVE) and len(word) >= _SHORT:
        return certain(masculine_noun(word, case))
    if word[-1] in "ая":
        return _in_a(word, case)
    if word.endswith(("ый", "ий", "ой")):
        return _in_iy(word, case)
    return _in_consonant(word, case)


def _in_a(word: str, case: Case) -> Declined:
    """Окуджавы, Лободы; a surname of a woman's look is asked: it may be a slip."""
    if word.endswith(_FEMININE) and noun_in_a(word, case) not in _forms(word, case, "surname"):
        looks_like_a_womans = word.endswith(("ая", "яя")) or any(
            reading.kind == "surname" and reading.gender == "female" for reading in readings(word)
        )
        if looks_like_a_womans or not word.endswith("ина"):
            best, other = noun_in_a(word, case), word
            is_slip = looks_like_a_womans and best not in _forms_of_any(word, case, "noun")
            return ask(other, best) if is_slip else ask(best, other)
    return surname_in_a(word, case, "male")


def _in_iy(word: str, case: Case) -> Declined:
    """Толстого and Белого as adjectives, Цоя as a noun; what is neither for sure is asked."""
    as_adjective, as_noun = adjective(word, case), masculine_noun(word, case)
    if word.endswith("ий") and syllables(word) == 1:
        return ask(as_noun, word)  # Кий, Вий: an adjective has a stem of its own.
    ruled = by_rules("LASTNAME", word, case, "male")
    surnames = _forms(word, case, "surname")
    if surnames == {ruled} and ruled in (as_adjective, as_noun):
        return certain(ruled)
    if not surnames and ruled == as_adjective:
        if _has_adjectives_suffix(word) or as_adjective in _forms(word, case, "adjective"):
            return likely(as_adjective)
    elif word.endswith("ой") and syllables(word) == 1 and ruled == as_noun:
        return likely(as_noun)
    adjectives, nouns = _forms(word, case, "adjective"), _forms(word, case, "noun")
    if word.endswith("ий") or nouns:
        likeliest = [ruled] if ruled == as_adjective and not (nouns or _may_be_noun(word)) else []
        # Of «меньший» the dictionary gives «малейшего», which is no form of the surname.
        known = sorted(form for form in adjectives if form[:2] == word[:2])
        return ask(*known, *likeliest, as_noun, as_adjective, word)
    return ask(as_adjective, as_noun, word)


def _may_be_noun(word: str) -> bool:
    """True for Бокий: «кий» after a vowel is an adjective's only where the dictionary has one."""
    return word.endswith("кий") and word[-4:-3] in VOWELS


def _has_adjectives_suffix(word: str) -> bool:
    """Задорожный, Лановой, Гадкий; Бокий may be a noun (Бокия)."""
    if word.endswith("овой"):
        return syllables(word) > 2
    return word.endswith("ый") or (word.endswith("кий") and not _may_be_noun(word))


def _in_consonant(word: str, case: Case) -> Declined:
    """Шмидта, Гоголя, Гайдая; what may lose a vowel, or is a short common noun, is asked."""
    regular = masculine_noun(word, case)
    # The dictionary leaves some unchanged (Масюк), which no man's surname in a consonant is.
    surnames = _forms(word, case, "surname") - {word}
    nouns = _forms(word, case, "noun") | _forms(word, case, "name")
    if "ё" in word and surnames | nouns == {regular.replace("ё", "е")}:
        regular = regular.replace("ё", "е")  # Пётр, Ёж: Петра, Ежа.
    if word.endswith(_REGULAR) and not nouns:
        return certain(regular)
    ruled = by_rules("LASTNAME", word, case, "male")
    if surnames == {regular} and nouns <= surnames and not _may_lose(word):
        return certain(regular) if same(ruled, regular) else likely(regular)
    others = surnames | nouns | {ruled}
    if not all(same(form, regular) for form in others):
        known = sorted(surnames) or sorted(nouns)
        return ask(*known, *sorted(others - {regular, word}), regular, word)
    if _may_lose_a_vowel(word, bool(nouns)):
        return ask(regular, _without_vowel(word, case), word)
    if _is_risky_noun(word) or (word.endswith("ель") and not surnames | nouns):
        return ask(regular, word)
    return likely(regular)


def _may_lose(word: str) -> bool:
    """True where the dictionary has one form and use has two: Кравец, Нестерок; not Хичкок."""
    if word.endswith(("ок", "ёк", "ек")):
        return _without_vowel(word, "genitive") != word
    return word.endswith(("ец", "ёц", "яц"))


def _forms(word: str, case: Case, kind: str) -> set[str]:
    return {r.form(case) for r in readings(word) if r.kind == kind and r.of("male")}


def _forms_of_any(word: str, case: Case, kind: str) -> set[str]:
    return {r.form(case) for r in readings(word) if r.kind == kind}


def _may_lose_a_vowel(word: str, is_regular_noun: bool) -> bool:
    """True where use is split; a noun that keeps its vowel settles it, but not before «ец»."""
    if word.endswith(("ец", "ёц", "яц")):
        return True
    return word.endswith(_FLEETING) and syllables(word) > 1 and not is_regular_noun


def _is_risky_noun(word: str) -> bool:
    """True for a short common noun (Волк) and one in a sibilant with «ь» (Мышь).

    The norm declines them, but a bearer of «Кот» who does not is met often enough to be asked.
    """
    if word.endswith(("шь", "жь", "чь", "щь")) or not syllables(word):
        return True
    kinds = {reading.kind for reading in readings(word)}
    return len(word) <= _SHORT and "noun" in kinds and "surname" not in kinds


def _without_vowel(word: str, case: Case) -> str:
    """The form with the last vowel lost: Нестерок → Нестерка; else the word itself.

    The vowel stays where three consonants would meet (Хичкок) or it is the only one.
    """
    end = 3 if word.endswith("ь") else 2
    if syllables(word) < 2 or word[-end - 1] in VOWELS or word[-end - 2] not in VOWELS + "йь":
        return word
    return masculine_noun(word[:-end] + word[-end + 1 :], case)
