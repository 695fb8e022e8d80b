"""From a point on a page to an answer and back; what changed; what is chosen."""

from datetime import date

import pytest
from docx import Document

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.claims import kind_of
from desktop_app.claims.refund.words import CLAIM
from desktop_app.law.book import load_law_book
from desktop_app.letter.matter import Matter
from desktop_app.packet.differences import changed
from desktop_app.packet.make import Sheet, make_packet
from desktop_app.packet.preview import Preview
from desktop_app.packet.selection import caret_at, chosen, text_of

DAY = date(2026, 10, 5)


def preview_of(case, draft=False):
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), DAY)
    return Preview(make_packet(case, kind, assessment, draft, copies=1)[0], case)


@pytest.fixture(scope="module")
def example():
    return read_case(paths.resource("examples", "refund.json"))


@pytest.fixture(scope="module")
def preview(qapp, example):
    return preview_of(example)


def middle(stretch):
    a = stretch.area
    return stretch.page, a.x + a.width / 2, a.y + a.height / 2


def words_at(preview, stretches):
    """The letters whose middles lie in the stretches."""
    texts = []
    for told in preview.paragraphs:
        for at in range(len(told.text)):
            for one in preview.stretches_in(told, at, at + 1):
                page, x, y = middle(one)
                if any(s.page == page and s.area.holds(x, y) for s in stretches):
                    texts.append(told.text[at])
    return "".join(texts)


@pytest.mark.parametrize(
    "path", ["purchase.model", "seller.name", "repairs[1].returned", "losses[0].amount"]
)
def test_there_and_back(preview, path):
    stretches = preview.stretches_of(path)
    assert stretches
    for stretch in stretches:
        assert preview.answers_at(*middle(stretch))[0] == path


def test_the_text_is_that_of_the_letter(preview):
    text = preview.text.replace("\u00a0", " ")
    assert "Волна WM-6010, серийный номер WM6010-004417" in text
    assert text.count("Экземпляр продавца") == 1, "a header is read once"
    assert [told.key for told in preview.paragraphs] == sorted(
        {told.key for told in preview.paragraphs},
        key=[told.key for told in preview.paragraphs].index,
    )


def test_every_letter_of_a_paragraph_is_where_it_says(preview):
    told = next(t for t in preview.paragraphs if "Волна" in t.text)
    at = told.text.index("Волна")
    stretches = preview.stretches_in(told, at, at + len("Волна"))
    assert len(stretches) == 1
    assert preview.answers_at(*middle(stretches[0]))[0] == "purchase.model"


def test_what_changed_is_marked_and_nothing_else(preview, example):
    after = preview_of(replaced(example, "purchase.model", "Волна XM-6010"))
    assert words_at(after, changed(preview, after)) == "X"
    assert changed(preview, preview_of(example)) == ()


def test_a_new_paragraph_is_marked_whole(example):
    before = preview_of(replaced(example, "buyer.phone", None))
    after = preview_of(example)
    marked = words_at(after, changed(before, after))
    assert "тел." in marked and "WM" not in marked


def test_blanks_of_a_draft_are_known(preview, example):
    assert preview.blanks == ()
    draft = preview_of(replaced(example, "seller.address", None), draft=True)
    assert "_" in words_at(draft, draft.blanks)
    assert draft.answers_at(*middle(draft.blanks[0]))[0] == "seller.address"


def test_text_is_chosen_from_letter_to_letter(preview):
    (first,) = preview.stretches_of("purchase.model")[:1]
    page, _, y = middle(first)
    begin = caret_at(preview, page, first.area.x + 0.5, y)
    (last,) = preview.stretches_of("purchase.receipt")[:1]
    end = caret_at(preview, *middle(last))
    text = text_of(preview, begin, end)
    assert text.startswith("Волна WM-6010") and "кассовый" in text and "\n" not in text
    assert text == text_of(preview, end, begin)
    assert len({s.area.y for s in chosen(preview, begin, end)}) >= 3
    over = text_of(preview, begin, caret_at(preview, preview.pages.count - 1, 590, 800))
    assert "\n" in over and "Требования" in over


def test_a_point_beside_the_words_is_of_the_nearest_paragraph(preview):
    assert preview.paragraph_at(0, 5, 5).text == "Экземпляр продавца"
    assert preview.answers_at(0, 1, 1) == ()
    told = next(t for t in preview.paragraphs if t.text.startswith("Цена товара"))
    line = told.lines[0].line.area
    assert preview.paragraph_at(0, 2, line.y + 2) == told


def test_a_template_that_a_clinic_edited_leads_to_the_questions_too(qapp, example, tmp_path):
    document = Document(str(CLAIM.path))
    paragraphs = document.paragraphs
    (paid,) = [p for p in paragraphs if "собственными" in p.text][:1]
    paragraphs[0].insert_paragraph_before("Клиника «Помощь»: наш образец")
    paid.runs[-1].add_text(" Так в нашем образце.")
    last = [p for p in document.paragraphs if "инициалы" in p.text][-1]
    last.insert_paragraph_before("Модель ещё раз: {{ товар.модель }}.")
    path = tmp_path / "образец.docx"
    document.save(str(path))
    kind = kind_of(example)
    assessment = assess(example, kind, load_law_book(), DAY)
    filled = CLAIM.fill(Matter(example, assessment, kind), path)
    preview = Preview(Sheet("образец", filled, CLAIM), example)
    assert "наш образец" in preview.text and "Модель ещё раз: Волна WM-6010." in preview.text
    stretches = preview.stretches_of("purchase.model")
    assert len({(s.page, s.area.y) for s in stretches}) >= 2
    for stretch in stretches:
        assert preview.answers_at(*middle(stretch))[0] == "purchase.model"
    told = next(t for t in preview.paragraphs if "Так в нашем образце" in t.text)
    assert preview.why.answers(*told.key) == ()
    assert [reason.name for reason in preview.why.reasons(*told.key)] == ["свои_деньги"]
