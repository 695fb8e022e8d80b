"""How the letter will name a person or the seller, shown for checking before it is printed."""

from desktop_app.assessment.wording import acting_for, name_in
from desktop_app.case.model import Case
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
    return _told(name_in(case.buyer, "genitive"), "от ", _ASK_NAME)


def representative_form(case: Case) -> LetterForm | None:
    """Return how the letter names the representative; None without one."""
    person = acting_for(case)
    return _told(name_in(person, "genitive") if person else None, "", _ASK_NAME)


def seller_form(case: Case) -> LetterForm | None:
    """Return how the letter addresses the seller; None without a name."""
    name = case.seller.name
    return _told(addressee(name) if name else None, "", _ASK_SELLER)


def _told(declined: Declined | None, before: str, ask: str) -> LetterForm | None:
    if declined is None:
        return None
    if declined.certainty is Certainty.ask:
        return LetterForm(tidy(ask), tuple(dict.fromkeys(declined.variants)))
    check = "" if declined.certainty is Certainty.certain else " Проверьте, так ли."
    return LetterForm(tidy(f"В письме будет: {before}{declined.text}.{check}"))
