"""The sheets beside the claim: when they are called for, what they say, one mark on all."""

from datetime import date

import pytest

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Delivery
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, make_whole_packet
from desktop_app.packet.picture import with_picture

DAY = date(2026, 10, 5)
INVENTORY, REFUSAL = "Опись вложения", "Акт об отказе в принятии"
DAYS, MEMO = "Расчёт дней", "Памятка"


@pytest.fixture(scope="module")
def example():
    return read_case(paths.resource("examples", "refund.json"))


def packet_of(case):
    kind = kind_of(case)
    return with_picture(Packet(case, kind, assess(case, kind, load_law_book(), DAY), DAY))


def sheets_of(case):
    return {s.name: s for s in make_whole_packet(packet_of(case))}


def text_of(sheet):
    lines = [line.text for page in range(sheet.pages.count) for line in sheet.pages.lines(page)]
    return " ".join(" ".join(lines).replace("\u00a0", " ").replace("\u2011", "-").split())


@pytest.mark.parametrize(
    ("delivery", "names"),
    [
        (None, [DAYS, INVENTORY, REFUSAL, MEMO]),
        (Delivery(channel="post"), [DAYS, INVENTORY, MEMO]),
        (Delivery(channel="in_person"), [DAYS, REFUSAL, MEMO]),
        (Delivery(channel="email"), [DAYS, INVENTORY, MEMO]),
    ],
)
def test_the_way_of_delivery_calls_for_sheets(qapp, example, delivery, names):
    case = replaced(example, "delivery", delivery)
    assert [document.name for document in packet_of(case).documents] == names


def test_a_claim_that_does_not_rest_on_days_has_no_calculation(qapp, example):
    case = replaced(replaced(example, "repairs", ()), "purchase.category", "other")
    sheets = sheets_of(case)
    assert DAYS not in sheets
    assert "Расчёт дней" not in text_of(sheets["Претензия — экземпляр продавца"])


def test_all_sheets_of_one_making_carry_one_mark(qapp, example):
    sheets = sheets_of(example)
    marks = {text_of(sheet).rsplit("комплект ", 1)[1][:7] for sheet in sheets.values()}
    assert len(sheets) == 6 and len(marks) == 1
    again = sheets_of(replaced(example, "delivery", Delivery(channel="post")))
    later = sheets_of(replaced(example, "purchase.price", "38501.00"))
    name = "Претензия — экземпляр продавца"
    assert text_of(again[name]).rsplit(" ", 1)[1] in marks, "the delivery is not in the letter"
    assert text_of(later[name]).rsplit(" ", 1)[1] not in marks


def test_the_calculation_is_an_annex_that_the_letter_names(qapp, example):
    sheets = sheets_of(example)
    letter = text_of(sheets["Претензия — экземпляр продавца"])
    assert "Подробный расчёт — приложение № 6." in letter and "6. Расчёт дней" in letter
    assert "приложение № 6" in text_of(sheets[DAYS])
    assert text_of(sheets[INVENTORY]).count("7 Расчёт дней 1 1,00") == 2


def test_the_calculation_tells_repair_by_repair_and_the_threshold(qapp, example):
    sheet = sheets_of(example)[DAYS]
    text = text_of(sheet)
    assert sheet.pages.count == 1 and sheet.pages.not_shown == ()
    for said in (
        "№ 1 06.04.2026 23.04.2026 1-й 17",
        "№ 2 12.08.2026 01.09.2026 1-й 20",
        "37 дней; порог превышен.",
        "День сдачи не входит, день выдачи входит (ст. 191 ГК РФ).",
    ):
        assert said in text, said
    assert "двумя способами" not in text and "Ремонт сверх срока" not in text


def test_both_counts_stand_where_they_decide(qapp, example):
    days = {"repairs[0].returned": "2026-04-22", "repairs[1].returned": "2026-08-26"}
    case = replaced(example, "current_defect", None)
    for path, value in days.items():
        case = replaced(case, path, value)
    text = text_of(sheets_of(case)[DAYS])
    assert "двумя способами" in text and "Дней с днём сдачи" in text
    assert "30 дней без дней сдачи, 32 дня с ними; порог превышен, если считать" in text


def test_a_repair_over_the_border_of_years_stands_in_both(qapp, example):
    case = replaced(example, "letter_date", "2027-03-01")
    case = replaced(case, "repairs[1].requested", "2027-01-04")
    case = replaced(case, "repairs[1].handed_over", "2027-01-04")
    case = replaced(case, "repairs[1].returned", "2027-02-10")
    text = text_of(sheets_of(replaced(case, "purchase.warranty_months", 24))[DAYS])
    assert "№ 2 04.01.2027 10.02.2027 1-й 16" in text
    assert "№ 2 04.01.2027 10.02.2027 2-й 21" in text


def test_a_late_repair_is_reckoned_with_its_penalty(qapp, example):
    case = replaced(example, "repairs[1].returned", "2026-10-02")
    case = replaced(
        replaced(case, "repairs[1].agreed_days", None), "demands.repair_delay_penalty", True
    )
    text = text_of(sheets_of(case)[DAYS])
    assert "Ремонт сверх срока" in text
    assert "№ 2 10.08.2026 45 дней, соглашения" in text
    assert "24.09.2026 02.10.2026 8 дней (с 25.09.2026 по 02.10.2026)" in text
    assert "385,00 руб. × 8 дней = 3 080,00 руб." in text


def test_without_a_picture_the_table_stands_alone(qapp, example):
    kind = kind_of(example)
    assessment = assess(example, kind, load_law_book(), DAY)
    bare = {s.name: s for s in make_whole_packet(Packet(example, kind, assessment, DAY))}
    full = sheets_of(example)
    assert text_of(bare[DAYS]) == text_of(full[DAYS])
    assert b"<w:drawing>" not in document_of(bare[DAYS])
    assert b"<w:drawing>" in document_of(full[DAYS])


def document_of(sheet):
    from desktop_app.letter.engine.package import DOCUMENT, read_package

    return read_package(sheet.filled.docx)[DOCUMENT]


def test_the_picture_is_told_in_words_and_keeps_its_shape(qapp, example):
    from io import BytesIO

    from docx import Document
    from PySide6.QtGui import QImage

    sheet = sheets_of(example)[DAYS]
    shape = Document(BytesIO(sheet.filled.docx)).inline_shapes[0]
    told = shape._inline.docPr.get("descr")
    assert "17" in told and "20" in told and "37" in told
    part = Document(BytesIO(sheet.filled.docx)).part
    name = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    image = QImage.fromData(part.related_parts[name].blob)
    assert image.width() / image.height() == pytest.approx(shape.width / shape.height, rel=0.01)


def test_the_inventory_names_every_document_twice_and_its_sum_adds_up(qapp, example):
    sheet = sheets_of(example)[INVENTORY]
    text = text_of(sheet)
    assert sheet.pages.count == 1 and sheet.pages.not_shown == ()
    for said in (
        "Куда: 394018, г. Воронеж, пр. Победы, д. 12",
        "На имя: ООО «Домашний мастер»",
        "Претензия от «05» октября 2026 г.",
        "акт № 58 от 01.09.2026 (копия)",
        "копия гарантийного талона (2 л.)",
        "7 (семь), 7,00 руб. (Семь рублей 00 копеек)",
        "М. П. Орлова",
    ):
        assert text.count(said) == 2, said


def test_the_act_names_the_people_the_goods_and_leaves_lines_for_two_witnesses(qapp, example):
    sheet = sheets_of(example)[REFUSAL]
    text = text_of(sheet)
    assert sheet.pages.count == 1 and sheet.pages.not_shown == ()
    assert "Орлова Марина Петровна (заявитель)" in text
    assert "продавцу (ООО «Домашний мастер») в лице" in text
    assert "претензию от «05» октября 2026 г. (товар: Стиральная машина, модель Волна WM-" in text
    assert "Свидетель 1" in text and "Свидетель 2" in text


def test_without_annexes_and_model_nothing_is_half_filled(qapp, example):
    case = replaced(replaced(example, "purchase.model", None), "purchase.receipt", None)
    case = replaced(replaced(case, "attachments", ()), "losses", ())
    for index in range(2):
        case = replaced(case, f"repairs[{index}].act", None)
    sheets = sheets_of(case)
    assert "2 (два), 2,00 руб." in text_of(sheets[INVENTORY]), "the letter and the calculation"
    assert "модель" not in text_of(sheets[REFUSAL])
    for sheet in sheets.values():
        assert "None" not in text_of(sheet) and " ," not in text_of(sheet)


def test_the_memo_is_of_this_case_with_its_days_and_sums(qapp, example):
    sheet = sheets_of(example)[MEMO]
    text = text_of(sheet)
    assert sheet.pages.count == 1
    for said in (
        "5 октября 2026 года 15 октября 2026 года 16 октября 2026 года",
        "8 октября 2026 года 19 октября 2026 года 20 октября 2026 года",
        "385,00 руб., но не больше 38 500,00 руб.",
        "WM6010-004417",
        "394018, г. Воронеж, пр. Победы, д. 12",
        "Подлинники",
        "Паспорт, СНИЛС и номер карты",
        "«Расчёт дней», «Опись вложения», «Акт об отказе в принятии» и «Памятка»",
    ):
        assert said in text, said


def test_the_memo_of_a_letter_that_was_handed_over_has_its_one_day(qapp, example):
    delivery = Delivery(channel="post", sent_on=DAY, handed_on=date(2026, 10, 9))
    text = text_of(sheets_of(replaced(example, "delivery", delivery))[MEMO])
    assert "9 октября 2026 года 19 октября 2026 года 20 октября 2026 года" in text
    assert "Подпишите оба экземпляра" not in text


def test_the_memo_minds_credit_data_and_the_representative(qapp, example):
    case = replaced(example, "payment.method", "consumer_loan")
    case = replaced(case, "purchase.category", "phones")
    case = replaced(case, "representative", {"surname": "Соколов", "given_name": "Пётр"})
    case = replaced(case, "representative.authority", "power_of_attorney")
    text = text_of(sheets_of(case)[MEMO])
    assert "Банку платите по графику" in text
    assert "снимите блокировку" in text
    assert "представитель. Доверенность пусть возьмёт" in text
