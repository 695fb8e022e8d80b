"""Where everything of the picture stands: rows of bands, bars, labels, gauges.

Every warranty year with repairs has a row of its own; years without are folded into narrow
bands beside it. Lengths are parts of the text's size, so that a larger text scales the whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QRectF

from desktop_app.paper.timeline_labels import LINES, Faces, Text, Wish, beside, faces, under_bars
from desktop_app.paper.timeline_model import Palette, Stay, Timeline, Tone, Year
from desktop_app.paper.timeline_rows import Row, Span, falls_on, rows_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time: one with its repairs, or narrow and folded."""

    rect: QRectF
    folded: bool
    months: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A repair, or the part of it that falls on the row's time."""

    rect: QRectF
    stay: Stay
    open_end: bool


@dataclass(frozen=True, slots=True)
class Gauge:
    """Days up to the threshold and beyond: `sure` by the safe count, `more` by the other."""

    track: QRectF
    sure: float
    more: float
    tick: float
    tone: Tone


@dataclass(slots=True)
class Drawing:
    """Everything placed; (0, 0) is the top left corner."""

    width: float
    height: float = 0.0
    bands: list[Band] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    gauges: list[Gauge] = field(default_factory=list)
    today: QRectF | None = None


@lru_cache(maxsize=8)
def drawing_of(width: float, model: Timeline, palette: Palette) -> Drawing:
    """Return the picture laid out in `width`; the same object for equal arguments."""
    return _Layout(width, model, faces(palette)).drawing


class _Layout:
    def __init__(self, width: float, model: Timeline, face: Faces) -> None:
        self.model, self.face, self.unit = model, face, face.unit
        self.width = max(width, self.unit * 10)
        self.drawing = Drawing(self.width)
        self._measure_gauges()
        for row in rows_of(model):
            self._row(row)
        self.drawing.height = max(0.0, self.drawing.height - self.unit * 1.1)

    def _row(self, row: Row) -> None:
        main_rect, narrow = self._bands(row)
        titled = self._title(row, main_rect, narrow)
        bars = self._bars(row.main, main_rect)
        taken = [self._around(bar) for bar in bars] + titled
        bottom = main_rect.bottom() + self.unit * 0.35
        labels = self._labels(row.main, bars, main_rect, bottom)
        obstacles = taken + [text.rect for text in labels]
        named = self._today([(row.main, main_rect), *narrow], obstacles)
        bottom = max([bottom, *(text.rect.bottom() for text in labels + named)])
        if row.main.year is not None and row.main.year.days_inclusive:
            bottom = self._gauge(row.main.year, bottom + self.unit * 0.7)
        self.drawing.height = bottom + self.unit * 1.6

    def _bands(self, row: Row) -> tuple[QRectF, list[tuple[Span, QRectF]]]:
        """Place the bands of a row, with room above for the title, and return their rectangles."""
        gap = self.unit * 0.2
        widths = [self._narrow(span) for span in row.before + row.after]
        wide = self.width - sum(widths) - gap * len(widths)
        lines = len(self._title_of(row.main, wide))
        top = self.drawing.height + lines * self.face.line() + self.unit * 0.3
        x, main, narrow = 0.0, QRectF(), []
        for span in (*row.before, row.main, *row.after):
            width = wide if span is row.main else self._narrow(span)
            rect = QRectF(x, top, width, self.unit * 3.1)
            if span is row.main:
                main = rect
                self.drawing.bands.append(Band(rect, False, _months(span, rect)))
            else:
                narrow.append((span, rect))
                self.drawing.bands.append(Band(rect, True))
            x += width + gap
        return main, narrow

    def _around(self, bar: Bar) -> QRectF:
        """Return the room of a bar into which no word may come, its arrow included."""
        air = self.unit * 0.3
        return bar.rect.adjusted(-air, 0, air + (self.unit * 0.6 if bar.open_end else 0), 0)

    def _narrow(self, span: Span) -> float:
        return max(self.unit * 2.6, self.face.width(span.short) + self.unit * 0.8)

    def _title_of(self, span: Span, width: float) -> tuple[str, ...]:
        fitting = (
            title
            for title in span.titles
            if all(self.face.width(line) <= width - self.unit for line in title)
        )
        return next(fitting, span.titles[-1])

    def _title(self, row: Row, main: QRectF, narrow: list[tuple[Span, QRectF]]) -> list[QRectF]:
        height = self.face.line()
        title = self._title_of(row.main, main.width())
        top = main.top() - self.unit * 0.3 - height * len(title)
        placed = [
            Text(QRectF(main.left(), top + n * height, self.face.width(line), height), line)
            for n, line in enumerate(title)
        ]
        above = main.top() - self.unit * 0.3 - height
        placed += [
            Text(QRectF(rect.left(), above, rect.width(), height), span.short)
            for span, rect in narrow
        ]
        self.drawing.texts += placed
        return [text.rect for text in placed]

    def _bars(self, span: Span, band: QRectF) -> list[Bar]:
        stays = sorted(
            (stay for stay in self.model.stays if falls_on(stay, span)),
            key=lambda stay: (stay.first, stay.number),
        )
        lanes = _lanes(stays)
        count = max(lanes, default=0) + 1
        room = band.adjusted(0, self.unit * 0.3, 0, -self.unit * 0.3)
        height = room.height() / count
        bars = []
        for stay, lane in zip(stays, lanes, strict=True):
            left = _x(span, band, max(stay.first, span.first))
            right = _x(span, band, min(stay.last, span.last) + DAY)
            least = self.unit * 0.2
            left = min(left, band.right() - least)
            rect = QRectF(left, room.top() + lane * height, max(right - left, least), height)
            rect.adjust(0, 0, 0, -1 if count > 1 else 0)
            bars.append(Bar(rect, stay, stay.running and stay.last <= span.last))
        self.drawing.bars += bars
        return bars

    def _labels(self, span: Span, bars: list[Bar], band: QRectF, top: float) -> list[Text]:
        wishes = [self._wish(span, bar) for bar in bars]
        labels = under_bars(wishes, band.left(), band.right(), top, self.face)
        self.drawing.texts += labels
        return labels

    def _wish(self, span: Span, bar: Bar) -> Wish:
        stay = bar.stay
        days = stay.days
        if span.year is not None and stay.by_year:
            days = dict(stay.by_year).get(span.year.number, 0)
        elif stay.by_year:
            days -= sum(part for _, part in stay.by_year)
        full = stay.label if days == stay.days else f"{days}\u00a0{self.model.words.unit}"
        return Wish(bar.rect.center().x(), full, str(days), "ink" if stay.counted else "soft")

    def _today(self, places: list[tuple[Span, QRectF]], taken: list[QRectF]) -> list[Text]:
        for span, rect in places:
            if span.first <= self.model.as_of <= span.last:
                x = _x(span, rect, self.model.as_of)
                over = self.unit * 0.3
                self.drawing.today = QRectF(x, rect.top() - over, 0, rect.height() + 2 * over)
                return self._name_today(x, rect, places[0][1].united(rect), taken)
        return []

    def _name_today(self, x: float, band: QRectF, room: QRectF, taken: list[QRectF]) -> list[Text]:
        """Put the word inside the band if the bars leave room, else above it or below it."""
        word, height, gap = self.model.words.today, self.face.line(), self.unit * 0.35
        above = QRectF(0, band.top() - gap - height, self.width, height)
        below = QRectF(0, band.bottom() + gap, self.width, height)
        lower = [below.translated(0, (height + 0.1) * n) for n in range(LINES + 1)]
        for place in (room, above, *lower):
            rect = beside(x, place, word, self.face, taken)
            if rect is not None:
                text = Text(rect, word)
                self.drawing.texts.append(text)
                return [text]
        return []

    def _measure_gauges(self) -> None:
        """Give all gauges one scale and one length, so that they can be compared."""
        told = [year for year in self.model.years if year.days_inclusive]
        words = [self.face.width(year.verdict, small=False, bold=True) for year in told]
        left = self.width - max(words, default=0.0) - self.unit
        least = max(self.unit * 14, self.width * 0.4)
        self.gauge_length = self.width if left < least else min(self.width * 0.5, left)
        days = max((year.days_inclusive for year in told), default=0)
        self.gauge_most = max(self.model.threshold * 1.5, days * 1.08)

    def _gauge(self, year: Year, top: float) -> float:
        """Place the gauge of a year and its words, beside it or below; return the bottom."""
        face, unit, limit = self.face, self.unit, self.model.threshold
        length, most = self.gauge_length, self.gauge_most
        aside = length < self.width
        words = self.width - length - unit
        track = QRectF(0, top + face.line() + unit * 0.25, length, unit * 0.75)
        step = length / most
        gauge = Gauge(
            track,
            sure=year.days * step,
            more=year.days_inclusive * step if year.tone == "care" else 0.0,
            tick=limit * step,
            tone=year.tone,
        )
        self.drawing.gauges.append(gauge)
        width = face.width(self.model.words.threshold)
        x = min(max(0.0, gauge.tick - width / 2), self.width - width)
        mark = QRectF(x, top, width, face.line())
        self.drawing.texts.append(Text(mark, self.model.words.threshold))
        height = face.line(small=False, bold=True)
        if aside:
            rect = QRectF(length + unit, track.center().y() - height / 2, words, height)
        else:
            height = face.wrapped_height(year.verdict, self.width, bold=True)
            rect = QRectF(0, track.bottom() + unit * 0.5, self.width, height)
        self.drawing.texts.append(
            Text(rect, year.verdict, year.tone, small=False, bold=True, wrapped=not aside)
        )
        return max(track.bottom(), rect.bottom())


def _x(span: Span, rect: QRectF, day: date) -> float:
    whole = (span.last - span.first).days + 1
    return rect.left() + rect.width() * (day - span.first).days / whole


def _months(span: Span, rect: QRectF) -> tuple[float, ...]:
    """Return where months begin; none where they would stand too close."""
    found = []
    day = span.first.replace(day=1)
    while (day := (day + timedelta(days=32)).replace(day=1)) <= span.last:
        found.append(_x(span, rect, day))
    return tuple(found) if len(found) * 6 < rect.width() else ()


def _lanes(stays: Sequence[Stay]) -> list[int]:
    """Return a lane for each repair, so that those at the same time do not cover each other."""
    ends: list[date] = []
    lanes = []
    for stay in stays:
        lane = next((n for n, end in enumerate(ends) if end <= stay.first), len(ends))
        ends[lane : lane + 1] = [stay.last]
        lanes.append(lane)
    return lanes
