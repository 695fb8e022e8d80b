"""Sheets of cases that a lawyer looked at and found wanting: each stays mended."""

from datetime import date

import pytest
from letters import TODAY, case_of, changed, repair

from desktop_app.assessment.assess import assess
from desktop_app.claims import KINDS, kind_of
from desktop_app.law.book import load_law_book
from desktop_app.packet.make import Packet, make_whole_packet
from desktop_app.packet.picture import with_picture

BOTH = [
    repair("2026-03-02", "2026-03-17", "не сливает воду"),
    repair("2026-05-04", "2026-05-19", "не вращается барабан"),
]
REPLACE = {"kind": "replacement", "demands.replacement": {"same": True}}


class Made:
    """The sheets of a case with answers changed, as plain text by name."""

    def __init__(self, answers, today=TODAY):
        case = case_of(changed(answers))
        kind = kind_of(case)
        assessment = assess(case, kind, load_law_book(), today)
        self.packet = with_picture(Packet(case, kind, assessment, today))
        self.sheets = {sheet.name: sheet for sheet in make_whole_packet(self.packet)}

    def __getitem__(self, name):
        pages = self.sheets[name].pages
        lines = [line.text for page in range(pages.count) for line in pages.lines(page)]
        return " ".join(" ".join(lines).replace("\u00a0", " ").replace("\u2011", "-").split())

    @property
    def letter(self):
        return self["Претензия — экземпляр продавца"]

    @property
    def memo(self):
        return self["Памятка"]


@pytest.fixture
def made(qapp):
    return Made


def test_the_picture_for_the_shop_does_not_argue_against_the_person(made):
    counts = made({"repairs": BOTH, "current_defect": None, "answers": {"day_count": "inclusive"}})
    told = counts.packet.picture.text
    assert "30\u00a0дней, с\u00a0днями сдачи\u00a0— 32" in told and "спорно" not in told
    late = repair("2026-03-03", "2026-03-23", "шумит", ready_notice="2026-03-15")
    repairs = [late, repair("2026-05-05", "2026-05-22", "течёт")]
    ready = made({"repairs": repairs, "current_defect": None})
    assert "порог превышен" in ready.packet.picture.text
    assert "спорно" not in ready.packet.picture.text


def test_a_year_with_one_repair_is_not_said_to_carry_the_claim(made):
    sheets = made(
        {
            "letter_date": "2027-04-01",
            "purchase.warranty_months": 24,
            "repairs": [
                repair("2026-03-02", "2026-03-19", "не сливает воду"),
                repair("2026-05-04", "2026-05-21", "не вращается барабан"),
                repair("2027-02-01", "2027-03-10", "шумит"),
            ],
            "current_defect": None,
        },
        date(2027, 4, 1),
    )
    text = sheets["Расчёт дней"]
    assert "34 дня; порог превышен." in text and "37 дней." in text
    assert "ремонт один" not in sheets.packet.picture.text


def test_days_shared_by_both_counts_add_up(made):
    repairs = [
        repair("2026-06-10", "2026-06-25", "не сливает воду"),
        repair("2026-06-25", "2026-07-10", "не вращается барабан"),
    ]
    counts = {"repairs": repairs, "current_defect": None, "answers": {"day_count": "inclusive"}}
    text = made(counts)["Расчёт дней"]
    assert "30 дней без дней сдачи, 31 день с ними; общие для ремонтов дни (1)" in text


@pytest.mark.parametrize("term", [None, "check"])
def test_a_replacement_is_waited_for_by_its_own_terms(made, term):
    waiting = made(REPLACE | {"delivery": {"replacement_term": term}}, date(2026, 10, 5))
    memo = waiting.memo
    assert "Последний день замены" in memo and "п. 1 ст. 21, ст. 23" in memo
    assert ("срок — 20 дней" in memo) is (term is None)
    assert "Расходы возмещают за 10 дней (ст. 22)." in memo and "п. 2 ст. 23" in memo
    handed = {"channel": "post", "handed_on": "2026-10-05", "replacement_term": term}
    late = made(REPLACE | {"delivery": handed}, TODAY).memo
    assert "Срок замены вышел" in late and "нужно новое письмо" in late
    assert late.count("Роспотребнадзор") == 1, "the court is told once"


def test_the_last_of_fifteen_days_is_told_and_ends_the_table(made):
    fifteen = {
        "letter_date": "2026-01-30",
        "repairs": [],
        "current_defect": {"description": "не включается", "noticed_on": "2026-01-25"},
        "delivery": {"channel": "in_person"},
    }
    memo = made(fifteen, date(2026, 1, 30)).memo
    assert "Успейте до 4 февраля 2026 года" in memo and "до 24 часов" in memo
    assert "2 февраля 2026 года 12 февраля 2026 года" in memo
    assert "6 февраля 2026 года 16 февраля" not in memo
    assert "Успейте" not in made({}).memo


def test_a_cap_that_a_late_repair_used_up_promises_no_penalty(made):
    answers = {
        "repairs": [repair("2026-02-02", "2026-08-01", "не сливает воду", agreed_days=10)],
        "demands.repair_delay_penalty": True,
    }
    memo = made(REPLACE | answers).memo
    assert "потолок исчерпала неустойка за ремонт" in memo
    assert "За каждый день опоздания" not in memo and "Неустойка идёт с —" not in memo


def test_what_is_left_of_the_cap_is_told(made):
    late = [BOTH[0], repair("2026-05-04", "2026-07-20", "не вращается барабан")]
    memo = made({"repairs": late, "demands.repair_delay_penalty": True}).memo
    assert "385,00 руб., но не больше 26 180,00 руб." in memo


@pytest.mark.parametrize(
    ("delivery", "told", "not_told"),
    [
        ({"channel": "post"}, ["Отправьте письмо почтой"], ["лично", "Или отправьте"]),
        ({"channel": "in_person"}, ["Отдайте письмо лично"], ["Отправьте письмо почтой."]),
        ({"channel": "email"}, ["по электронной почте"], ["Отдайте письмо лично"]),
        (
            {"channel": "in_person", "refused": True},
            ["Составьте акт и отправьте письмо почтой", "«Опись вложения»"],
            ["Отдайте письмо лично"],
        ),
        (
            {"channel": "post", "sent_on": "2026-10-05"},
            ["Следите за письмом"],
            ["Подпишите оба экземпляра"],
        ),
    ],
)
def test_the_memo_follows_the_way_of_delivery(made, delivery, told, not_told):
    memo = made({"delivery": delivery}, date(2026, 10, 6)).memo
    for words in told:
        assert words in memo
    for words in not_told:
        assert words not in memo


def test_a_letter_sent_long_ago_has_no_days_of_the_past(made):
    sent = {"channel": "post", "sent_on": "2026-10-06"}
    memo = made({"delivery": sent}, TODAY).memo
    assert "20 ноября 2026 года 30 ноября 2026 года" in memo
    assert "октября 2026 года 19 октября" not in memo


def test_a_closed_case_is_closed(made):
    paid = {"channel": "post", "handed_on": "2026-10-06", "response": {"kind": "paid"}}
    memo = made({"delivery": paid}).memo
    assert "Дело закончено" in memo
    for words in ("Сроки", "О чём помнить", "Не отказывайтесь", "Роспотребнадзор"):
        assert words not in memo


def test_a_delivered_letter_needs_no_inventory_nor_act(made):
    handed = made({"delivery": {"channel": "post", "handed_on": "2026-10-06"}})
    assert [one.id for one in handed.packet.documents] == ["calculation", "memo"]


def test_the_act_is_signed_by_the_one_who_hands_over(made):
    act = made(
        {
            "representative": {
                "surname": "Черных",
                "given_name": "Илья",
                "patronymic": "Львович",
                "authority": "power_of_attorney",
                "document": "доверенность от 01.10.2026",
            }
        }
    )["Акт об отказе в принятии"]
    assert "Черных Илья Львович (представитель заявителя; заявитель — Орлова" in act
    assert "Представитель заявителя ____________________ / И. Л. Черных /" in act


@pytest.mark.parametrize("more", [0, 4, 5, 12, 40])
def test_an_inventory_keeps_its_signatures_with_its_table(made, more):
    own = [{"title": f"письмо магазина № {n} от 0{n % 9 + 1}.09.2026"} for n in range(more)]
    sheet = made({"attachments": own}).sheets["Опись вложения"]
    pages = [[line.text for line in sheet.pages.lines(n)] for n in range(sheet.pages.count)]
    for lines in pages:
        text = " ".join(lines)
        assert ("Отправитель" in text) == ("Проверил" in text) == ("почтового работника" in text)
        assert text.count("Отправитель") <= 1 or sheet.pages.count == 1
        assert len(lines) > 5, "no page of a line or two"
    beginnings = [number for number, lines in enumerate(pages) if "ф. 107" in " ".join(lines)]
    assert (sheet.pages.count == 1) == (len(beginnings) == 1) == (more <= 4)


def test_cheaper_goods_are_paid_back_to_the_account_or_lessen_the_debt(made):
    cheaper = {"same": False, "item": "Волна WM-4000", "price": "30000.00"}
    letter = made(REPLACE | {"demands.replacement": cheaper, "losses": []}).letter
    assert "и выплатить мне разницу" in letter and "Деньги прошу перечислить" in letter
    plan = {
        "payment.method": "installment",
        "payment.installment": {"paid": "5000.00", "until": "2027-03-01"},
    }
    letter = made(REPLACE | plan | {"demands.replacement": cheaper, "losses": []}).letter
    assert "уменьшить остаток долга" in letter and "и выплатить мне разницу" not in letter


def test_a_dear_claim_goes_to_the_district_court_and_pays_its_fee(made):
    memo = made({"purchase.price": "1200000.00", "purchase.category": "cars"}).memo
    assert "Пошлину платят только с того, что больше 1 000 000 руб." in memo
    assert "Дело рассматривает районный суд" in memo and "мировой" not in memo


def test_a_repair_told_without_a_defect_begins_without_a_space(made):
    odd = repair("2026-07-01", "2026-07-02", None, outcome="no_defect_found", work_done=None)
    letter = made({"repairs": [*BOTH, odd]}).sheets["Претензия — экземпляр продавца"]
    lines = [line.text for line in letter.pages.lines(0)]
    assert any(line.startswith("(недостаток не") for line in lines)


def test_where_no_repair_counts_no_counting_is_told(made):
    odd = repair("2026-07-01", "2026-07-02", "шумит", outcome="no_defect_found", work_done=None)
    letter = made({"repairs": [odd], "purchase.category": "other"}).letter
    assert "Дни посчитаны так" not in letter and "отмеченные прочерком" in letter


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_meant_in_money_names_only_what_is_demanded(kind):
    from desktop_app.advice.offers import offers

    case = case_of(changed({"kind": kind, "demands.repair_delay_penalty": True}))
    text = " ".join(s for offer in offers(case, TODAY) for s in offer.sentences)
    assert "неустойку за ремонт" not in text, "no repair was late"
    handed = case_of(changed({"kind": kind, "delivery": {"handed_on": "2026-11-20"}}))
    text = " ".join(s for offer in offers(handed, TODAY) for s in offer.sentences)
    assert "сегодня" not in text


def test_goods_at_the_shop_are_not_to_be_handed_over(made):
    running = repair("2026-06-01", None, "не включается")
    memo = made({"repairs": [running], "purchase.category": "phones"}).memo
    assert "Товар уже у магазина" in memo
    for words in ("Товар отдавайте", "Перед тем как отдать", "Не отдавайте товар"):
        assert words not in memo


@pytest.mark.parametrize(
    "payment",
    [
        {"method": "installment", "installment": {"paid": "38500.00", "until": "2026-09-01"}},
        {"method": "consumer_loan", "loan": {"amount": "38500", "repaid_on": "2026-09-01"}},
    ],
)
def test_a_debt_that_is_paid_is_not_minded(made, payment):
    for kind in KINDS:
        memo = made({"kind": kind, "payment": payment}).memo
        assert "по графику" not in memo
    case = case_of(changed({"kind": "replacement", "payment": payment}))
    found = assess(case, KINDS["replacement"], load_law_book(), TODAY).findings
    assert "credit_goes_on" not in {one.code for one in found}


def test_a_penalty_of_no_whole_kopecks_is_about_so_much_everywhere(made):
    odd = made({"purchase.price": "24499.99"})
    assert "около 245,00 руб. в день" in odd.letter
    assert "За каждый день опоздания — около 245,00 руб." in odd.memo


def test_a_guardian_signs_as_one(made):
    guardian = {"surname": "Кузнецова", "given_name": "Ольга", "authority": "law"}
    sheets = made({"representative": guardian})
    for name in ("Претензия — экземпляр продавца", "Расчёт дней"):
        assert "законный представитель /" in sheets[name]
    assert "Законный представитель заявителя ____" in sheets["Акт об отказе в принятии"]


def test_a_case_of_no_kind_says_what_it_is_taken_for():
    case = case_of(changed({"kind": None}))
    found = assess(case, kind_of(case), load_law_book(), TODAY).findings
    assert "kind_not_told" in {one.code for one in found}
