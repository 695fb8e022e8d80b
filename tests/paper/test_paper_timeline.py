"""The picture of the days: nothing lies on anything, every repair can be hit and is told."""

from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.paper.qt import ready
from desktop_app.paper.timeline import as_png, as_svg, as_text, height_for, hit, paint
from desktop_app.paper.timeline_layout import drawing_of
from desktop_app.paper.timeline_model import PRINT, Stay, Timeline, Words, Year

WORDS = Words(
    "Дни в ремонте", "сегодня", "Сегодня: 20.11.2026.", "30 дней", "дн.", "до передачи",
    "после гарантии", "дальше", "годы гарантии неизвестны",
)  # fmt: skip
AS_OF = date(2026, 11, 20)
START = date(2026, 1, 21)
WIDTHS = (200, 364, 420, 658, 1200)


@pytest.fixture(autouse=True)
def _qt():
    ready()


def year(number, days=36, inclusive=38, tone="good"):
    first = START.replace(year=2025 + number)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    titles = ((f"{number}-й год гарантии · с {first} по {last}",), (f"{number}-й год", str(first)))
    verdict = f"{days} дней — порог превышен на {days - 30}"
    return Year(number, first, last, days, inclusive, titles, f"{number}-й год", verdict, tone)


def stay(number, first, days, **told):
    last = first + timedelta(days=days)
    values = {"running": False, "counted": True, "by_year": ((1, days),)} | told
    return Stay(
        number, first, last, days, label=f"{days} дн.", told=f"Ремонт № {number}.", **values
    )


YEARS = (year(1), year(2, 0, 0))


def model(count, gap=16, years=YEARS, length=4, **told):
    stays = [stay(n + 1, START + timedelta(days=4 + gap * n), length, **told) for n in range(count)]
    return Timeline(tuple(years), tuple(stays), AS_OF, 30, WORDS)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 2, 9, 20])
@pytest.mark.parametrize("gap", [6, 16])
def test_no_words_lie_on_others(count, gap, width):
    drawing = drawing_of(float(width), model(count, gap), PRINT)
    for one, other in combinations(drawing.texts, 2):
        assert not one.rect.intersects(other.rect), (one.text, other.text)


@pytest.mark.parametrize("width", WIDTHS[1:])
@pytest.mark.parametrize("count", [2, 9, 20])
def test_no_words_lie_on_a_bar_or_stand_outside(count, width):
    drawing = drawing_of(float(width), model(count), PRINT)
    for text in drawing.texts:
        assert not any(text.rect.intersects(bar.rect) for bar in drawing.bars), text.text
        assert text.rect.left() >= -0.5 and text.rect.right() <= drawing.width + 1.5, text.text
        assert text.rect.bottom() <= drawing.height + 0.5


def test_labels_are_whole_while_there_is_room_then_numbers():
    def labels(count, width=600.0):
        drawing = drawing_of(width, model(count, years=(year(1),)), PRINT)
        return [t.text for t in drawing.texts if t.text in ("4 дн.", "4")]

    assert labels(2) == ["4 дн."] * 2
    assert labels(9) == ["4 дн."] * 9
    assert labels(20, 380.0) == ["4"] * 20


def test_repairs_at_the_same_time_do_not_cover_each_other():
    stays = (stay(1, START, 20), stay(2, START + timedelta(days=5), 20))
    bars = drawing_of(600.0, Timeline((year(1),), stays, AS_OF, 30, WORDS), PRINT).bars
    assert not bars[0].rect.intersects(bars[1].rect)


def test_a_repair_over_the_border_is_seen_in_both_years_with_the_days_of_each():
    first = date(2027, 1, 10)
    stays = (stay(1, first, 25, by_year=((1, 10), (2, 15))),)
    told = Timeline((year(1, 10, 11), year(2, 15, 15)), stays, AS_OF, 30, WORDS)
    drawing = drawing_of(600.0, told, PRINT)
    assert len(drawing.bars) == len(drawing.gauges) == 2
    assert {"10\u00a0дн.", "15\u00a0дн."} <= {text.text for text in drawing.texts}


def test_years_without_repairs_are_one_narrow_band():
    years = (year(1), *(year(n, 0, 0) for n in (2, 3, 4, 5)))
    drawing = drawing_of(600.0, model(2, years=years), PRINT)
    assert [band.folded for band in drawing.bands] == [False, True]
    assert "2–5-й" in {text.text for text in drawing.texts}


def test_without_warranty_years_the_repairs_are_shown_all_the_same():
    drawing = drawing_of(600.0, model(3, years=(), by_year=()), PRINT)
    assert len(drawing.bars) == 3 and not drawing.gauges
    assert WORDS.no_years in {text.text for text in drawing.texts}


def test_repairs_outside_the_warranty_have_rows_of_their_own():
    stays = (
        stay(1, START - timedelta(days=90), 5, counted=False, by_year=()),
        stay(2, date(2027, 3, 1), 5, counted=False, by_year=()),
    )
    drawing = drawing_of(600.0, Timeline((year(1),), stays, AS_OF, 30, WORDS), PRINT)
    texts = {text.text for text in drawing.texts}
    assert len(drawing.bars) == 2 and {WORDS.before, WORDS.after} <= texts


def test_only_a_disputed_year_shows_the_second_count():
    sure = drawing_of(600.0, model(2), PRINT).gauges[0]
    disputed = drawing_of(600.0, model(2, years=(year(1, 30, 32, "care"),)), PRINT).gauges[0]
    assert sure.more == 0 and sure.sure > sure.tick
    assert disputed.sure == disputed.tick < disputed.more


@pytest.mark.parametrize("count", [1, 9, 20])
def test_every_bar_can_be_hit_and_empty_time_can_not(count):
    told, area = model(count), QRectF(10, 20, 420, 300)
    for bar in drawing_of(area.width(), told, PRINT).bars:
        assert hit(bar.rect.center() + area.topLeft(), area, told) == bar.stay.number
    assert hit(QPointF(420, 60), area, told) is None


def test_the_target_is_24_pixels_wide():
    told, area = model(1, length=1), QRectF(0, 0, 420, 300)
    centre = drawing_of(420.0, told, PRINT).bars[0].rect.center()
    assert hit(centre + QPointF(11, 0), area, told) == 1
    assert hit(centre + QPointF(14, 0), area, told) is None


def test_the_text_equivalent_is_complete():
    told = model(9)
    text = as_text(told)
    for piece in (WORDS.title, WORDS.today_told, *(s.told for s in told.stays)):
        assert piece in text
    assert all(one.verdict in text for one in told.years)


def test_png_is_as_wide_as_asked_and_svg_is_xml_with_the_words():
    told = model(3, running=True)
    image = QImage.fromData(as_png(told, 500, 2))
    assert image.width() == 1000
    assert image.height() == 2 * round(height_for(500 - 2 * PRINT.text, told) + 2 * PRINT.text)
    root = ElementTree.fromstring(as_svg(told, 500))
    assert "сегодня" in "".join(root.itertext())
    assert as_text(told) in "".join(root.itertext())


def test_a_marked_repair_and_one_not_counted_look_different():
    def pixels(told, marked=None):
        image = QImage(420, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint(painter, QRectF(0, 0, 420, 200), told, marked=marked)
        painter.end()
        return bytes(image.constBits())

    assert len({pixels(model(2)), pixels(model(2), 1), pixels(model(2, counted=False))}) == 3


def test_a_larger_text_scales_the_whole():
    from dataclasses import replace

    large = replace(PRINT, text=26.0, small=24.0)
    one, two = height_for(600, model(2)), height_for(1200, model(2), large)
    assert two == pytest.approx(2 * one, rel=0.06)


@pytest.mark.parametrize("width", [1, 50, 120])
def test_no_width_is_too_small(width):
    assert height_for(width, model(20)) > 0
