"""Findings about the warranty: none, over, two years over, repairs after it."""

from collections.abc import Iterator

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.russian.dates import short


def no_term(examined: Examined) -> Iterator[Finding]:
    """No warranty term told or given."""
    months = examined.situation.warranty.months
    if months is None:
        yield finding(
            "risk",
            "no_warranty_term",
            "purchase.warranty_months",
            "Не сказано, какой срок гарантии. Он есть в гарантийном талоне или на сайте магазина: "
            "от него зависит и счёт дней, и кто доказывает.",
            "п. 6 ст. 18, ст. 19",
        )
    elif months == 0:
        yield finding(
            "risk",
            "no_warranty_term",
            "purchase.warranty_months",
            "Гарантии на товар нет. Требовать можно два года со дня передачи, но доказывать, что "
            "недостаток был с самого начала, придётся вам.",
            "п. 6 ст. 18, п. 1 ст. 19",
        )


def over(examined: Examined) -> Iterator[Finding]:
    """The warranty has run out, or two years with it."""
    situation = examined.situation
    until = situation.claims_until()
    extended = situation.warranty.span.extended_until
    if until is None:
        return
    if situation.as_of > until:
        yield from _two_years_over(examined)
    elif extended and situation.as_of > extended:
        yield finding(
            "risk",
            "warranty_over",
            "purchase.warranty_months",
            f"Гарантия закончилась {short(extended)}. По недостатку, который проявился после неё, "
            "доказывать придётся вам, нужна независимая экспертиза. Если он проявился раньше, "
            "доказывает продавец.",
            "п. 5 ст. 19, п. 6 ст. 18",
        )


def _two_years_over(examined: Examined) -> Iterator[Finding]:
    message = (
        "Прошли и гарантия, и два года со дня передачи. По недостатку, замеченному теперь, "
        "требование принимает только изготовитель, если недостаток существенный."
    )
    if examined.carrying:
        yield finding(
            "risk",
            "two_years_over",
            "purchase.transfer_date",
            f"{message} Письмо опирается на то, что случилось раньше; магазин сошлётся на срок.",
            "п. 1, 6 ст. 19",
        )
    else:
        yield finding(
            "error", "two_years_over", "purchase.transfer_date", message, "п. 1, 6 ст. 19"
        )


def repairs_after_warranty(examined: Examined) -> Iterator[Finding]:
    """A repair asked for after the extended warranty is not counted."""
    situation = examined.situation
    starts, ends = situation.warranty.span.starts, situation.warranty.span.ends
    if starts is None or ends is None:
        return
    for stay in situation.facts.stays:
        late = stay.requested is not None and stay.requested >= starts
        if late and stay.in_order and not situation.warranty.covers(stay):
            yield finding(
                "note",
                "repair_after_warranty",
                f"repairs[{stay.index}].requested",
                f"Ремонт № {stay.number} начат после гарантии: в счёт дней он не вошёл.",
                "абз. 11 п. 1 ст. 18",
            )


CHECKS = (no_term, over, repairs_after_warranty)
