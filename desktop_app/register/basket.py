"""The basket keeps a case for thirty days, then it goes for ever.

A clock may be wrong for a while, years ahead. So a case goes only when its days were over already
on another, earlier day on which the program ran, and are still over now: one day of a wrong clock
takes nothing, and when the clock is right again that day counts no more, because it lies ahead.
"""

from datetime import date, datetime, time, timedelta

from desktop_app.register.register import Register
from desktop_app.register.rows import written

KEPT_DAYS = 30
# The last two different days on which the program ran, the later one first.
_RAN = "basket_ran_on"


def kept_until(basket_on: datetime, now: datetime) -> date:
    """Return the last day of a case put away at `basket_on`, in the zone of `now`."""
    return basket_on.astimezone(now.tzinfo).date() + timedelta(days=KEPT_DAYS)


def empty_old(register: Register, now: datetime) -> int:
    """Remove for ever what has been in the basket for more than thirty days; return how many.

    See above for which day counts. Raises UserError; then nothing is removed.
    """
    today = now.date()
    with register.transaction():
        earlier = _day_before(register.setting(_RAN), today)
        register.set_setting(_RAN, f"{today} {earlier or ''}".rstrip())
        if earlier is None:
            return 0
        first_kept = datetime.combine(
            earlier - timedelta(days=KEPT_DAYS), time(), tzinfo=now.tzinfo
        )
        return register.write("DELETE FROM cases WHERE basket_on < ?", (written(first_kept),))


def _day_before(ran: str | None, today: date) -> date | None:
    """Return the last day before `today` on which the program ran, None where none is known."""
    days = []
    for one in (ran or "").split():
        try:
            days.append(date.fromisoformat(one))
        except ValueError:
            continue
    return max((day for day in days if day < today), default=None)
