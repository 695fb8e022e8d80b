"""How the letter will name a person or the seller, shown for checking before it is printed."""

from desktop_app.assessment.wording import acting_for, name_in
from desktop_app.case.model import Buyer, Case, Representative
from desktop_app.interview.question import LetterForm
from desktop_app.russian.names import Certainty, Declined
from desktop_app.russian.organisations import addressee
from desktop_app.russian.typography import tidy

_ASK_NAME = (
    "Как правильно «от кого»? Выберите или впишите. Пока не выбрано, имя в письме не склоняется."
)
_ASK_SELLER = "Как правильно «кому»? Выберите или впишите. Пока не выбрано, имя не склоняется."


def buyer_form(case: Case) -> LetterForm | None:
    """Return how the letter names who writes; None without a name."""
    genitive = name_in(case.buyer, "genitive")
    return _told(genitive, "от ", _ASK_NAME, _nominative(case.buyer))


def representative_form(case: Case) -> LetterForm | None:
    """Return how the letter names the representative; None without one."""
    person = acting_for(case)
    if person is None:
        return None
    return _told(name_in(person, "genitive"), "", _ASK_NAME, _nominative(person))


def seller_form(case: Case) -> LetterForm | None:
    """Return how the letter addresses the seller; None without a name."""
    name = case.seller.name
    if not name:
        return None
    addressed = addressee(name)
    return _told(addressed, "", _ASK_SELLER, addressed.text)


def _nominative(person: Buyer | Representative) -> str:
    parts = (person.surname, person.given_name, person.patronymic)
    return " ".join(" ".join(part or "" for part in parts).split())


def _told(declined: Declined | None, before: str, ask: str, nominative: str) -> LetterForm | None:
    """Say the form, or offer the forms with the best one first; the nominative is none of them."""
    if declined is None:
        return None
    if declined.certainty is Certainty.ask:
        best = () if declined.text == nominative else (declined.text,)
        return LetterForm(tidy(ask), tuple(dict.fromkeys((*best, *declined.variants))))
    check = "" if declined.certainty is Certainty.certain else " Проверьте, так ли."
    return LetterForm(tidy(f"В письме будет: {before}{declined.text}.{check}"))
