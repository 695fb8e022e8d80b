"""The inventory of the post and the act of refusal: what they say, and when they are called for."""

from datetime import date

import pytest

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Delivery
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import documents_for, make_whole_packet

DAY = date(2026, 10, 5)


@pytest.fixture(scope="module")
def example():
    return read_case(paths.resource("examples", "refund.json"))


def sheets_of(case):
    kind = kind_of(case)
    return {
        s.name: s for s in make_whole_packet(case, kind, assess(case, kind, load_law_book(), DAY))
    }


def text_of(sheet):
    lines = [line.text for page in range(sheet.pages.count) for line in sheet.pages.lines(page)]
    return " ".join(" ".join(lines).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("delivery", "names"),
    [
        (None, ["Опись вложения", "Акт об отказе в принятии"]),
        (Delivery(channel="post"), ["Опись вложения"]),
        (Delivery(channel="in_person"), ["Акт об отказе в принятии"]),
        (Delivery(channel="email"), []),
    ],
)
def test_the_way_of_delivery_calls_for_sheets(example, delivery, names):
    case = replaced(example, "delivery", delivery)
    assert [document.name for document in documents_for(case)] == names


def test_the_inventory_names_every_document_twice_and_its_sum_adds_up(qapp, example):
    sheet = sheets_of(example)["Опись вложения"]
    text = text_of(sheet)
    assert sheet.pages.count == 1 and sheet.pages.not_shown == ()
    for said in (
        "Куда: 394018, г. Воронеж, пр. Победы, д. 12",
        "На имя: ООО «Домашний мастер»",
        "Претензия от «05» октября 2026 г.",
        "акт № 58 от 01.09.2026 (копия)",
        "копия гарантийного талона (2 л.)",
        "6 (шесть), 6,00 руб. (Шесть рублей 00 копеек)",
        "М. П. Орлова",
    ):
        assert text.count(said) == 2, said


def test_the_act_names_the_people_the_goods_and_leaves_lines_for_two_witnesses(qapp, example):
    sheet = sheets_of(example)["Акт об отказе в принятии"]
    text = text_of(sheet)
    assert sheet.pages.count == 1 and sheet.pages.not_shown == ()
    assert "Орлова Марина Петровна (заявитель)" in text
    assert "продавцу ООО «Домашний мастер» в лице" in text
    assert "претензию от «05» октября 2026 г. (товар: Стиральная машина, модель Волна WM-" in text
    assert "Свидетель 1" in text and "Свидетель 2" in text


def test_without_annexes_and_model_nothing_is_half_filled(qapp, example):
    case = replaced(replaced(example, "purchase.model", None), "purchase.receipt", None)
    case = replaced(replaced(case, "attachments", ()), "losses", ())
    for index in range(2):
        case = replaced(case, f"repairs[{index}].act", None)
    sheets = sheets_of(case)
    assert "1 (один), 1,00 руб." in text_of(sheets["Опись вложения"])
    act = text_of(sheets["Акт об отказе в принятии"])
    assert "модель" not in act and "с приложениями" not in act and "None" not in act
