"""Where pages end."""

import pytest
from paper_docx import FOOTER, LANDSCAPE, LONG, SHEET, docx, para, row, table

from desktop_app.paper.pages import Pages, lay_out

LINES_ON_A_PAGE = 53


def texts(pages: Pages) -> list[list[str]]:
    return [[line.text for line in pages.lines(at)] for at in range(pages.count)]


def filled(lines: int) -> str:
    return "".join(para(f"строка {at}") for at in range(lines))


def test_a_page_holds_as_many_lines_as_in_libreoffice():
    assert [len(page) for page in texts(lay_out(docx(filled(60))))] == [LINES_ON_A_PAGE, 7]


def test_a_heading_goes_with_the_text_that_it_heads():
    heading = para("Заголовок", "<w:keepNext/>")
    body = filled(LINES_ON_A_PAGE - 1) + heading + para("Текст под ним.")
    assert texts(lay_out(docx(body)))[1] == ["Заголовок", "Текст под ним."]


def test_a_kept_paragraph_moves_whole_as_in_libreoffice():
    body = filled(LINES_ON_A_PAGE - 4) + para(LONG, "<w:keepNext/>") + para(LONG, "<w:keepLines/>")
    first, second = texts(lay_out(docx(body)))
    assert len(first) == LINES_ON_A_PAGE - 4
    assert len(second) == 6


def test_a_chain_of_kept_paragraphs_longer_than_a_page_is_cut_in_the_end():
    body = "".join(para(f"{at}", "<w:keepNext/>") for at in range(80))
    assert [len(page) for page in texts(lay_out(docx(body)))] == [LINES_ON_A_PAGE, 27]


@pytest.mark.parametrize(("control", "stays"), [("", 0), ('<w:widowControl w:val="0"/>', 1)])
def test_no_first_line_stays_behind_alone(control, stays):
    body = filled(LINES_ON_A_PAGE - 1) + para(LONG, control)
    assert len(texts(lay_out(docx(body)))[0]) == LINES_ON_A_PAGE - 1 + stays


def test_no_last_line_goes_over_alone():
    body = filled(LINES_ON_A_PAGE - 2) + para(LONG, "<w:widowControl/>")
    assert [len(page) for page in texts(lay_out(docx(body)))] == [LINES_ON_A_PAGE - 2, 3]


def test_lines_kept_together_move_together():
    body = filled(LINES_ON_A_PAGE - 2) + para(LONG * 2, "<w:keepLines/>")
    assert len(texts(lay_out(docx(body)))[0]) == LINES_ON_A_PAGE - 2


def test_page_breaks_before_and_inside_a_paragraph():
    inside = '<w:p><w:r><w:t>до</w:t><w:br w:type="page"/><w:t>после</w:t></w:r></w:p>'
    body = para("раз") + para("два", "<w:pageBreakBefore/>") + inside
    assert texts(lay_out(docx(body))) == [["раз"], ["два", "до"], ["после"]]


def test_space_above_is_left_out_where_a_page_begins_by_itself():
    space = '<w:spacing w:before="600"/>'
    asked = lay_out(docx(para("а") + para("б", "<w:pageBreakBefore/>" + space)))
    itself = lay_out(docx(filled(LINES_ON_A_PAGE) + para("б", space)))
    assert asked.lines(1)[0].area.y == pytest.approx(51.05 + 30)
    assert itself.lines(1)[0].area.y == pytest.approx(51.05)


def test_spaces_between_paragraphs_are_the_larger_of_both():
    body = para("а", '<w:spacing w:after="200"/>') + para("б", '<w:spacing w:before="300"/>')
    first, second = lay_out(docx(body)).lines(0)
    assert second.area.y - first.area.y == pytest.approx((276 + 300) / 20)


def test_contextual_spacing_counts_between_the_same_style_only():
    space = '<w:spacing w:before="200" w:after="200"/><w:contextualSpacing/>'
    body = para("а", space) + para("б", space) + para("в", '<w:pStyle w:val="Body"/>' + space)
    first, second, third = lay_out(docx(body)).lines(0)
    assert second.area.y - first.area.y == pytest.approx(276 / 20)
    assert third.area.y - second.area.y == pytest.approx((276 + 200) / 20)


def test_the_footer_counts_the_pages_by_both_kinds_of_fields():
    pages = lay_out(docx(filled(2 * LINES_ON_A_PAGE + 1), footer=FOOTER))
    assert [page[-1] for page in texts(pages)] == ["стр. 1 из 3", "стр. 2 из 3", "стр. 3 из 3"]


def test_a_high_header_pushes_the_text_down():
    pages = lay_out(docx(para("текст"), header=filled(10)))
    assert pages.lines(0)[-1].area.y == pytest.approx((510 + 10 * 276) / 20)


def test_the_title_page_has_its_own_header():
    section = "<w:titlePg/>" + SHEET
    pages = lay_out(docx(filled(60), header=para("колонтитул"), section=section))
    assert [("колонтитул" in page) for page in texts(pages)] == [False, True]


def test_sections_start_pages_of_their_own_size():
    end = f"<w:p><w:pPr><w:sectPr>{SHEET}</w:sectPr></w:pPr></w:p>"
    pages = lay_out(docx(para("книжная") + end + para("альбомная"), section=LANDSCAPE))
    assert [pages.size(at) for at in range(pages.count)] == [(595.3, 841.9), (841.9, 595.3)]


HEAD = row(para("шапка"), properties="<w:cantSplit/><w:tblHeader/>")


def test_a_table_header_is_repeated_on_every_page():
    rows = "".join(row(para(f"ряд {at}")) for at in range(120))
    pages = texts(lay_out(docx(para("а") + table(HEAD + rows, 9000))))
    assert len(pages) == 3
    assert [page[0] for page in pages[1:]] == ["шапка", "шапка"]


def test_a_table_header_does_not_stay_behind_alone():
    body = filled(LINES_ON_A_PAGE - 1) + table(HEAD + row(para("ряд")), 9000)
    assert texts(lay_out(docx(body)))[1] == ["шапка", "ряд"]


@pytest.mark.parametrize(("whole", "left"), [("<w:cantSplit/>", 0), ("", 6)])
def test_a_row_is_cut_between_lines_unless_it_is_to_stay_whole(whole, left):
    cells = row(para("ж"), "".join(para(f"ячейка {at}") for at in range(20)), properties=whole)
    body = filled(LINES_ON_A_PAGE - 6) + table(cells, 3000, 6000)
    first, second = texts(lay_out(docx(body)))
    assert len([text for text in first if "ячейка" in text]) == left
    assert len([text for text in second if "ячейка" in text]) == 20 - left


def test_a_row_higher_than_a_page_is_cut_or_shown_as_far_as_it_goes():
    tall = "".join(para(f"{at}") for at in range(130))
    assert sum(map(len, texts(lay_out(docx(table(row(tall), 9000)))))) == 130


def test_a_row_whose_text_is_kept_stays_with_the_next():
    kept = row(para("а", "<w:keepNext/>"))
    body = filled(LINES_ON_A_PAGE - 1) + table(kept + row(para("б")), 9000)
    assert texts(lay_out(docx(body)))[1] == ["а", "б"]


def test_cells_stand_in_their_columns_and_the_taller_gives_the_height():
    body = table(row(para("а"), para("б") + para("в")) + row(para("г"), para("д")), 2000, 3000)
    places = {line.text: line.area for line in lay_out(docx(body)).lines(0)}
    assert places["б"].x - places["а"].x == pytest.approx(100)
    assert places["г"].y - places["а"].y == pytest.approx((2 * 276 + 10) / 20)


def test_a_cell_over_several_rows_makes_room_in_the_last():
    def merged(kind: str, text: str) -> str:
        return f"<w:tcPr><w:vMerge{kind}/></w:tcPr>{text}"

    tall = "".join(para(f"{at}") for at in range(5))
    rows = row(merged(' w:val="restart"', tall), para("а")) + row(merged("", para()), para("б"))
    places = {
        line.text: line.area
        for line in lay_out(docx(table(rows, 2000, 3000) + para("под"))).lines(0)
    }
    assert places["под"].y > places["4"].y + 13
    assert places["б"].y - places["а"].y == pytest.approx((276 + 10) / 20)
