"""A kept case in words, as the list of cases and the menu say it."""

from datetime import datetime, timedelta

from desktop_app.register.basket import kept_until
from desktop_app.register.rows import Row
from desktop_app.russian.dates import full
from desktop_app.russian.typography import tidy
from desktop_app.window.cases.example import is_example


def when_said(moment: datetime, now: datetime) -> str:
    """Return a moment in words, in the zone of `now`: «сегодня в 14:05», «5 октября 2026 года»."""
    local = moment.astimezone(now.tzinfo)
    day = local.date()
    if day == now.date():
        return tidy(f"сегодня в {local:%H:%M}")
    if day == now.date() - timedelta(days=1):
        return tidy(f"вчера в {local:%H:%M}")
    return full(day)


def heading(row: Row) -> str:
    """Return what a case is known by: the buyer and the item; the example is called one."""
    known = " · ".join(filter(None, (row.buyer, row.item))) or "Новая претензия"
    return f"Пример: {known}" if is_example(row) else known


def below(row: Row, now: datetime) -> str:
    """Return the second line: the seller, when the case was changed or until when it is kept."""
    if row.basket_on is not None:
        last = full(kept_until(row.basket_on, now))
        return tidy(f"удалится после {last} · {_seller(row)}")
    return f"{_seller(row)} · изменено {when_said(row.changed_on, now)}"


def _seller(row: Row) -> str:
    return row.seller or "продавец не назван"
