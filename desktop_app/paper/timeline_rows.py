"""Which stretches of time make a row of the picture, and which are folded."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop_app.paper.timeline_model import Stay, Timeline, Year

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, both end days included; `year` None outside the warranty."""

    first: date
    last: date
    titles: tuple[tuple[str, ...], ...]
    short: str
    year: Year | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch with repairs, and the folded ones before and after it."""

    main: Span
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()


def rows_of(model: Timeline) -> tuple[Row, ...]:
    """Return a row for every stretch that has repairs; none where there are none at all."""
    rows: list[Row] = []
    waiting: tuple[Span, ...] = ()
    for span in _folded(model):
        if _has_repairs(model, span):
            rows.append(Row(span, before=waiting))
            waiting = ()
        elif rows:
            rows[-1] = replace(rows[-1], after=(*rows[-1].after, span))
        else:
            waiting = (*waiting, span)
    return tuple(rows)


def _has_repairs(model: Timeline, span: Span) -> bool:
    if span.year is not None and span.year.days_inclusive:
        return True
    return any(falls_on(stay, span) for stay in model.stays)


def falls_on(stay: Stay, span: Span) -> bool:
    """Whether the repair is seen in the stretch; the day of handing over alone is not."""
    if stay.first > span.last or stay.last < span.first:
        return False
    return stay.first < span.last or stay.last <= stay.first


def _folded(model: Timeline) -> list[Span]:
    """Return all stretches in order, neighbours without repairs made one."""
    spans: list[Span] = []
    for span in _spans(model):
        plain = span.year is not None and not _has_repairs(model, span)
        previous = spans[-1] if spans else None
        if plain and previous and previous.year and not _has_repairs(model, previous):
            start = previous.short.split("–")[0].split("-")[0]
            short = f"{start}–{span.short.split()[0]}"
            spans[-1] = replace(previous, last=span.last, short=short)
        else:
            spans.append(span)
    return spans


def _spans(model: Timeline) -> list[Span]:
    words = model.words
    spans = [Span(y.first, y.last, y.titles, y.short, y) for y in model.years]
    firsts = [stay.first for stay in model.stays]
    lasts = [stay.last for stay in model.stays]
    if not firsts:
        return spans
    if not spans:
        last = max(*lasts, model.as_of)
        return [_outside(min(firsts), last, words.no_years, words.no_years)]
    # The warranty's first day is the one after the transfer, on which a repair may begin.
    if min(firsts) < spans[0].first - _DAY:
        before = _outside(min(firsts), spans[0].first - _DAY, words.before, words.before)
        spans.insert(0, before)
    last = max(*lasts, model.as_of)
    if last > spans[-1].last:
        spans.append(_outside(spans[-1].last + _DAY, last, words.after, words.later))
    return spans


def _outside(first: date, last: date, title: str, short: str) -> Span:
    return Span(first, last, ((title,),), short)
