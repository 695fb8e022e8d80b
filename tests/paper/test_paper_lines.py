"""How a paragraph is broken into lines and set."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_docx import LONG, docx, para

from desktop_app.paper.fonts import stand_in, type_of
from desktop_app.paper.lines import lines_of
from desktop_app.paper.model import Face, Paragraph, Piece, Shape, TabStop
from desktop_app.paper.pages import lay_out

FACE = Face("Times New Roman", 24)
WIDTH = 9638


def paragraph(text: str, **shape) -> Paragraph:
    pieces, at = [], 0
    for part in text.replace("\t", "|\t|").replace("\n", "|\n|").split("|"):
        if part:
            kind = {"\t": "tab", "\n": "line"}.get(part, "text")
            pieces.append(Piece(kind, part, FACE, at, at + len(part)))
            at += len(part)
    return Paragraph("p", 0, "", Shape(**shape), FACE, tuple(pieces))


def lines(text: str, **shape):
    return lines_of(paragraph(text, **shape), WIDTH, 709)


def texts(found) -> list[str]:
    return ["".join(run.text for run in line.runs).rstrip() for line in found]


def test_an_empty_paragraph_is_one_line_as_high_as_its_mark():
    (line,) = lines("")
    assert (line.runs, line.height) == ([], 276)


@pytest.mark.parametrize(("size", "height"), [(20, 231), (21, 242), (24, 276), (28, 322)])
def test_a_single_line_is_as_high_as_in_libreoffice(size, height):
    if stand_in("Times New Roman") not in ("Times New Roman", "Liberation Serif"):
        pytest.skip("neither Times New Roman nor Liberation Serif is installed")
    kind = type_of(Face("Times New Roman", size))
    assert kind.ascent + kind.descent == height


@pytest.mark.parametrize(
    ("line", "rule", "height"),
    [(252, "auto", 289), (480, "auto", 552), (120, "exact", 120), (400, "atLeast", 400)],
)
def test_line_spacing_gives_the_height(line, rule, height):
    assert lines("а", line=line, line_rule=rule)[0].height == height


def test_at_least_does_not_shrink_a_line():
    assert lines("а", line=100, line_rule="atLeast")[0].height == 276


def test_first_line_and_hanging_indents():
    first, second = lines(LONG[:120], left=500, first=709)[:2]
    assert (first.runs[0].x, second.runs[0].x) == (1209, 500)
    first, second = lines(LONG[:120], left=500, first=-400)[:2]
    assert (first.runs[0].x, second.runs[0].x) == (100, 500)


def test_a_justified_line_ends_at_the_margin_and_the_last_does_not():
    *full, last = lines(LONG, align="both")
    for line in full:
        letters = [run for run in line.runs if run.text.strip()]
        end = letters[-1].x + type_of(FACE).width(letters[-1].text.rstrip())
        spaces = letters[-1].text.rstrip().count(" ")
        assert end + spaces * letters[-1].stretch == pytest.approx(WIDTH, abs=1)
    assert last.stretched == 0


def test_a_no_break_space_is_neither_broken_nor_stretched():
    text = "слово " * 13 + "44\u00a0091,00\u00a0руб. " + "слово " * 20
    found = lines(text, align="both")
    fixed = [run for line in found for run in line.runs if "\u00a0" in run.text]
    assert [run.text for run in fixed] == ["44\u00a0091,00\u00a0руб."]
    assert fixed[0].stretch == 0


def test_right_and_centred_lines_leave_out_the_spaces_behind():
    wide = type_of(FACE).width("край")
    assert lines("край   ", align="right")[0].runs[0].x == pytest.approx(WIDTH - wide)
    assert lines("край   ", align="center")[0].runs[0].x == pytest.approx((WIDTH - wide) / 2)


def places(text: str, **shape) -> dict[str, float]:
    return {run.text.strip(): run.x for run in lines(text, **shape)[0].runs if run.text.strip()}


def test_tabs_run_to_their_stops():
    stops = (TabStop(2000), TabStop(5000, "center"), TabStop(WIDTH, "right"))
    found = places("а\tлево\tсередина\tправо", tabs=stops)
    width = type_of(FACE).width
    assert found["лево"] == 2000
    assert found["середина"] == pytest.approx(5000 - width("середина") / 2)
    assert found["право"] == pytest.approx(WIDTH - width("право"))


def test_without_stops_tabs_run_to_multiples_of_the_default():
    assert places("а\tб\tв") == {"а": 0, "б": 709, "в": 1418}


def test_a_hanging_indent_is_a_stop():
    assert places("1.\tтекст", left=720, first=-360) == {"1.": 360, "текст": 720}


def test_a_break_ends_the_line_and_one_at_the_end_makes_an_empty_one():
    assert texts(lines("раз\nдва\n")) == ["раз", "два", ""]


def test_a_slash_does_not_end_a_line():
    assert any("и/или" in text for text in texts(lines("и/или " * 40)))
    assert not any(text.endswith("и/") for text in texts(lines("и/или " * 40)))


def test_a_hyphen_before_a_digit_ends_a_line_but_a_minus_does_not():
    varied = "".join("ж" * at + " WM-6010 " for at in range(30))
    assert any(text.endswith("WM-") for text in texts(lines(varied)))
    assert not any(text.endswith("-") for text in texts(lines("при -10 " * 60)))


def test_a_word_longer_than_the_line_is_cut_between_letters():
    found = lines("ж" * 300)
    assert len(found) > 1
    assert "".join(texts(found)) == "ж" * 300


def test_a_soft_hyphen_shows_only_where_the_line_ends():
    found = texts(lines("непере\u00adносимое " * 20))
    assert any(text.endswith("непере-") for text in found)
    assert "непереносимое" in found[0]


def test_a_missing_font_is_stood_in_for_and_said():
    pages = lay_out(docx(para("а", face='<w:rFonts w:hAnsi="No Such Font 7"/>')))
    assert list(pages.stand_ins) == ["No Such Font 7"]
    assert pages.stand_ins["No Such Font 7"] == stand_in("Times New Roman")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("аб в.,-—«» \u00a0\t", max_size=300), st.sampled_from(["left", "both", "right"]))
def test_no_letter_is_lost_and_no_line_is_wider_than_its_column(text, align):
    found = lines(text, align=align)
    assert "".join(run.text for line in found for run in line.runs) == text.replace("\t", "")
    for line in found:
        seen = [run for run in line.runs if run.text.strip(" ")]
        if seen:
            last = seen[-1]
            spaces = len(last.text) - len(last.text.rstrip(" "))
            end = last.x + last.width - spaces * (last.type.space + last.stretch)
            assert end <= WIDTH + 2
