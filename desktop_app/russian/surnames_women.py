"""Women's surnames in a case. In the genitive and the dative most have one form."""

from desktop_app.russian.dictionary import by_rules, readings
from desktop_app.russian.forms import (
    Case,
    Declined,
    ask,
    certain,
    feminine_adjective,
    likely,
    noun_in_a,
    possessive,
    syllables,
)
from desktop_app.russian.names_exceptions import AMBIGUOUS_SURNAMES, POSSESSIVE_SURNAMES
from desktop_app.russian.surnames_in_a import surname_in_a

# A woman with a man's ending: the surname stays as it is, but a slip is more likely.
_MASCULINE = ("ов", "ев", "ёв", "ин", "ын", "ый", "ий", "ской", "цкой")
# Endings of «ина» behind which there is a man's surname in «ин».
_OF_IN = ("нина", "ллина", "булина", "шкина", "кина", "хина", "гина", "шина")
# Polish women's surnames: Ковальской, Новицкой (Розенталь, § 149: Опольска – Опольской).
_POLISH = ("вска", "льска", "ньска", "ицка", "ецка", "йска")
_SHORT = 4


def womans_surname(word: str, case: Case) -> Declined:
    """The form of a woman's surname in lower case that is not indeclinable by its ending."""
    if word[-1] not in "ая":
        return _unchanged(word)
    if word in POSSESSIVE_SURNAMES:
        return certain(possessive(word))
    if word.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return _possessive(word, case)
    if word.endswith(("ая", "яя")):
        return _adjective(word, case)
    if word.endswith("ья") and (known := _as_adjective(word, case)):
        return ask(*sorted(known), noun_in_a(word, case), word)
    if word.endswith(_POLISH) and not readings(word):
        return ask(feminine_adjective(f"{word}я"), noun_in_a(word, case), word)
    return surname_in_a(word, case, "female")


def _unchanged(word: str) -> Declined:
    """Ткач, Гоголь; a man's ending is asked, but for what the dictionary knows: Дарвин, Цеткин."""
    if not word.endswith(_MASCULINE) or len(word) < _SHORT:
        return certain(word)
    known = any(r.kind == "surname" and r.gender == "female" for r in readings(word))
    return likely(word) if known else ask(word)


def _possessive(word: str, case: Case) -> Declined:
    """Кузнецовой, Ильиной; but Совы and Калины if the man's surname is Сова, Калина."""
    form, as_noun = possessive(word), noun_in_a(word, case)
    kinds = {reading.kind for reading in readings(word)}
    if word in AMBIGUOUS_SURNAMES or len(word) <= _SHORT or "noun" in kinds:
        return ask(form, as_noun)
    if "name" in kinds:
        return likely(form) if "surname" in kinds else ask(form, as_noun)
    if "surname" in kinds or not word.endswith(("ина", "ына")):
        return certain(form)
    return likely(form) if word.endswith(_OF_IN) else ask(form, as_noun)


def _adjective(word: str, case: Case) -> Declined:
    """Толстой, Жуковской; a Georgian surname of the same look (Цхакая) is asked."""
    known = _as_adjective(word, case)
    form = known.pop() if len(known) == 1 else feminine_adjective(word)
    if word.endswith(("ская", "цкая")) and len(word) > _SHORT + 1:
        return certain(form)
    if word.endswith("овая") and syllables(word) > 3:
        return likely(form)
    kinds = {r.kind for r in readings(word) if r.of("female") and r.form(case) == form}
    if by_rules("LASTNAME", word, case, "female") == form and kinds & {"surname", "adjective"}:
        return certain(form) if "surname" in kinds else likely(form)
    as_noun = noun_in_a(word, case)
    if any(r.kind == "surname" and r.form(case) == as_noun for r in readings(word)):
        return ask(as_noun, form, word)  # Шенгелаи: the dictionary has it as a noun.
    return ask(form, as_noun, word)


def _as_adjective(word: str, case: Case) -> set[str]:
    """The forms of the dictionary's adjective: Лисья → Лисьей."""
    return {r.form(case) for r in readings(word) if r.kind == "adjective" and r.of("female")}
