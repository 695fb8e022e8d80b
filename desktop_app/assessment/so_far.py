"""What has happened to the letter by a day: a day still to come is a plan, not a fact."""

from datetime import date

from msgspec import structs

from desktop_app.case.model import Case, Delivery


def so_far(case: Case, today: date) -> Delivery:
    """Return the delivery as it is on `today`: what is dated later is left out."""
    delivery = case.delivery or Delivery()
    response = delivery.response
    return structs.replace(
        delivery,
        sent_on=_past(delivery.sent_on, today),
        handed_on=_past(delivery.handed_on, today),
        response=None if response and response.on and response.on > today else response,
    )


def _past(day: date | None, today: date) -> date | None:
    return day if day is not None and day <= today else None
