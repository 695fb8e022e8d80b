"""Sentences that several grounds say alike, with the path of the answer that is lacking."""

from typing import NamedTuple

from desktop_app.assessment.facts import Stay
from desktop_app.assessment.model import Ground, GroundId
from desktop_app.russian.typography import tidy

NOT_NEEDED = "Товара нет в перечне технически сложных: это основание не нужно."


class Lack(NamedTuple):
    """Why a ground is unknown, and the path of the answer that would tell."""

    reason: str
    path: str


CATEGORY = Lack("Не сказано, какой это товар: есть ли он в перечне.", "purchase.category")
REPAIRS = Lack("Не сказано, чинили ли товар.", "repairs")
TRANSFER = Lack("Не сказано, когда товар куплен и передан.", "purchase.contract_date")
DEFECT = Lack("Не сказано, что не работает сейчас.", "current_defect.description")


def days_of(stay: Stay) -> Lack:
    """Return what a repair lacks whose days are not all told."""
    name = "returned" if stay.outcome else "outcome"
    return Lack(
        f"У ремонта № {stay.number} не хватает дня сдачи или выдачи: допишите его.",
        f"repairs[{stay.index}].{name if stay.handed_over else 'handed_over'}",
    )


def unknown(ground: GroundId, citation: str, lack: Lack) -> Ground:
    """Return a ground that waits for an answer."""
    return Ground(
        id=ground, status="unknown", citation=citation, reason=tidy(lack.reason), needs=lack.path
    )
