"""The basket keeps a case for thirty days, then it goes for ever.

A clock may be wrong for a while, years ahead. So a case goes only when its days were over already
on another, earlier day on which the program ran, and are still over now: one day of a wrong clock
takes nothing, and when the clock is right again that day counts no more, because it lies ahead.

A clock may also be wrong when a case is put away. The thirty days begin anew, with the present
run, for each case that
- is said to lie there since before the last run, though that run did not see it there;
- is said to lie there since a day that is yet to come;
and for all of them when the clock has been behind and is right again (the days went back, then
passed the latest one of before), or has leapt by more than a year. So a case may stay longer than
it is said to, never shorter.
"""

from datetime import date, datetime, time, timedelta

from desktop_app.register.register import Register
from desktop_app.register.rows import written

KEPT_DAYS = 30
# The last two different days on which the program ran, the later one first.
_RAN = "basket_ran_on"
# The day from which the clock went back, until it is passed.
_BACK_FROM = "basket_clock_back_from"
# The numbers of the cases that the last run saw in the basket.
_SEEN = "basket_seen"
_LEAP = timedelta(days=366)


def kept_until(basket_on: datetime, now: datetime) -> date:
    """Return the last day of a case put away at `basket_on`, in the zone of `now`."""
    return basket_on.astimezone(now.tzinfo).date() + timedelta(days=KEPT_DAYS)


def empty_old(register: Register, now: datetime) -> int:
    """Remove for ever what has been in the basket for more than thirty days; return how many.

    See above for which day counts. Raises UserError; then nothing is removed.
    """
    today = now.date()
    with register.transaction():
        ran = _days(register.setting(_RAN))
        earlier = max((day for day in ran if day < today), default=None)
        register.set_setting(_RAN, f"{today} {earlier or ''}".rstrip())
        _begin_anew(register, now, ran[0] if ran else None)
        gone = 0
        if earlier is not None:
            first_kept = _first_moment(earlier - timedelta(days=KEPT_DAYS), now)
            gone = register.write("DELETE FROM cases WHERE basket_on < ?", (written(first_kept),))
        seen = register.select("SELECT number FROM cases WHERE basket_on IS NOT NULL")
        register.set_setting(_SEEN, " ".join(str(number) for (number,) in seen) or None)
        return gone


def _begin_anew(register: Register, now: datetime, last: date | None) -> None:
    """Let the days begin with this run where the clock can't have been right."""
    today = now.date()
    back = max(_days(register.setting(_BACK_FROM)), default=None)
    if last is not None and last > today:
        back = last if back is None else max(back, last)
    if (back is not None and today >= back) or (last is not None and today - last > _LEAP):
        back = None
        register.write("UPDATE cases SET basket_on = ? WHERE basket_on < ?", (written(now),) * 2)
    register.set_setting(_BACK_FROM, None if back is None else back.isoformat())
    ahead = written(now + timedelta(days=1))
    register.write("UPDATE cases SET basket_on = ? WHERE basket_on > ?", (written(now), ahead))
    if last is None or last > today:
        return
    seen = (register.setting(_SEEN) or "").split()
    before = (written(_first_moment(last, now)),)
    for (number,) in register.select("SELECT number FROM cases WHERE basket_on < ?", before):
        if str(number) not in seen:
            bindings = (written(now), number)
            register.write("UPDATE cases SET basket_on = ? WHERE number = ?", bindings)


def _first_moment(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time(), tzinfo=now.tzinfo)


def _days(text: str | None) -> list[date]:
    """Return the days that a setting names; what is none of them is passed over."""
    days = []
    for one in (text or "").split():
        try:
            days.append(date.fromisoformat(one))
        except ValueError:
            continue
    return days
