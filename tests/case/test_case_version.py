"""Older files open, newer ones are refused; the stored file of version 1 opens for ever."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from case_contract import VERSION_1, as_bytes, refusal
from case_sentence import assert_is_a_sentence

from desktop_app.case import model
from desktop_app.case.amounts import Money, Percent
from desktop_app.case.file import parse_case
from desktop_app.case.version import CURRENT, upgraded
from desktop_app.errors import UserError

CASE = parse_case(VERSION_1)


def test_the_case_itself_of_version_1() -> None:
    assert (CASE.format, CASE.id) == ("claim-case", UUID("c2d4b8f0-3f57-4c1e-8a90-64be1f0a7d11"))
    assert (CASE.kind, CASE.letter_date, CASE.country) == (
        "replacement", date(2026, 3, 1), "KZ",
    )  # fmt: skip


def test_the_people_of_version_1() -> None:
    assert CASE.buyer == model.Buyer(
        surname="Ёлкина-Вымышленная",
        given_name="Аглая",
        patronymic="Тестовна",
        gender="female",
        genitive="Ёлкиной-Вымышленной Аглаи Тестовны",
        address="000000, г. Придуманск, ул. Несуществующая, д. 0",
        phone="+7 000 000-00-00",
        email="aglaya@example.org",
    )
    assert CASE.representative == model.Representative(
        surname="Примеров",
        given_name="Иван",
        patronymic="Образцович",
        genitive="Примерова Ивана Образцовича",
        authority="power_of_attorney",
        document="доверенность № 7 от 01.02.2026",
    )
    assert CASE.seller == model.Seller(
        name="ООО «Выдумка & сыновья»",
        address="000001, г. Придуманск, пр. Мнимый, д. 1",
        inn="9900000017",
        ogrn="1199999000002",
        dative="Обществу с ограниченной ответственностью «Выдумка & сыновья»",
    )
    assert CASE.bank_details == model.BankDetails(
        recipient="Ёлкина-Вымышленная Аглая Тестовна",
        bank="АО «Мнимый банк»",
        bic="049999123",
        account="40817810500000000042",
        correspondent_account="30101810000000000123",
    )


def test_the_purchase_and_payment_of_version_1() -> None:
    assert CASE.purchase == model.Purchase(
        item="Холодильник",
        model="Полюс-1 <белый>",
        serial_number="SN-0001",
        category="appliances",
        price=Money("999999999.99"),
        contract_date=date(2024, 2, 29),
        transfer_date=date(2024, 3, 1),
        receipt="кассовый чек № 1\nот 29.02.2024",
        distance=True,
        warranty_months=0,
        heavy_or_bulky=True,
    )
    assert CASE.payment == model.Payment(
        method="installment",
        installment=model.Installment(date(2025, 2, 28), Money("0.5"), Money("100")),
        loan=model.Loan(
            bank="АО «Мнимый банк»",
            amount=Money("1000000.00"),
            annual_rate_percent=Percent("0.001"),
            until=date(2027, 1, 1),
            repaid_on=date(2026, 12, 31),
            interest_paid=Money("4520.15"),
            other_payments=Money("0.00"),
            certificate="справка № 3",
        ),
    )
    assert CASE.purchase.price == Decimal("999999999.99")


def test_the_repairs_and_defect_of_version_1() -> None:
    assert CASE.repairs is not None and len(CASE.repairs) == 2
    first, second = CASE.repairs
    assert first == model.Repair(
        requested=date(2024, 12, 30),
        handed_over=date(2024, 12, 31),
        ready_notice=date(2025, 1, 8),
        returned=date(2025, 1, 9),
        place="мастерская «Пример»",
        defect="не морозит",
        same_defect_as=None,
        work_done="заправка",
        act="акт № 1",
        agreed_days=0,
        outcome="no_defect_found",
    )
    assert (second.same_defect_as, second.agreed_days, second.outcome, second.returned) == (
        1, 45, "in_repair", None,
    )  # fmt: skip
    assert CASE.current_defect == model.CurrentDefect(
        "гудит", date(2026, 2, 28), 2, "заключение № 5"
    )


def test_the_demands_and_delivery_of_version_1() -> None:
    assert CASE.losses == (model.Loss("испорченные продукты", Money("3000.10"), "чек № 2"),)
    assert CASE.demands == model.Demands(
        reimburse_loan_costs=False,
        price_difference=model.PriceDifference(Money("15000"), "прайс-лист от 01.03.2026"),
        repair_delay_penalty=True,
        replacement=model.Replacement(False, "Полюс-2", Money("120000.00"), False),
    )
    assert CASE.attachments == (model.Attachment("копия чека", 2, "бумаги/чек.pdf"),)
    assert CASE.delivery == model.Delivery(
        channel="post",
        sent_on=date(2026, 3, 2),
        handed_on=date(2026, 3, 9),
        tracking_number="00000000000000",
        refused=False,
        response=model.Response("partly", date(2026, 3, 20), Money("10.00")),
        replacement_term="check",
    )


def test_the_memory_of_the_form_of_version_1() -> None:
    assert CASE.answers.unreadable == {"purchase.price": " сорок тысяч "}
    assert CASE.answers.unknown == ("purchase.transfer_date",)
    assert CASE.answers.no_document == ("repairs[1].act",)
    (risk,) = CASE.answers.accepted_risks
    assert risk.code == "no_receipt"
    assert risk.facts == {"receipt": None, "days": [15, 21], "note": " как есть "}
    assert CASE.answers.day_count == "inclusive"


def test_an_older_file_is_upgraded_step_by_step() -> None:
    seen: list[object] = []
    old = {"version": 1, "shop": "Пример"}

    def one_to_two(raw: dict[str, object]) -> dict[str, object]:
        seen.append(raw["version"])
        return {"version": 1, "seller": raw["shop"]}

    def two_to_three(raw: dict[str, object]) -> dict[str, object]:
        seen.append(raw["version"])
        return raw | {"seller": {"name": raw["seller"]}}

    new = upgraded(old, current=3, upgrades={2: two_to_three, 1: one_to_two})
    assert new == {"version": 3, "seller": {"name": "Пример"}}
    assert seen == [1, 2]
    assert old == {"version": 1, "shop": "Пример"}


def test_a_file_between_the_oldest_and_the_newest_takes_only_the_later_steps() -> None:
    upgrades = {1: lambda raw: raw | {"first": True}, 2: lambda raw: raw | {"second": True}}
    assert upgraded({"version": 2}, 3, upgrades) == {"version": 3, "second": True}
    assert upgraded({"version": 3}, 3, upgrades) == {"version": 3}


@pytest.mark.parametrize("newer", [CURRENT + 1, 100, 10**20])
def test_a_newer_file_is_refused_with_a_sentence_that_says_so(newer: int) -> None:
    message = refusal(as_bytes({"version": newer, "unheard_of": {"key": 1}}))
    assert_is_a_sentence(message)
    assert "более новой программой" in message and str(newer) in message


def test_the_newest_version_that_is_read_is_named() -> None:
    with pytest.raises(UserError, match=r"версия файла 8.*до 7"):
        upgraded({"version": 8}, current=7)


@pytest.mark.parametrize("wrong", ["1", "x" * 1000, 0, -1, True, 1.0, 1.5, [], {}])
def test_a_version_that_is_no_number_from_one_is_refused(wrong: object) -> None:
    message = refusal(as_bytes({"version": wrong}))
    assert_is_a_sentence(message)
    assert message.startswith("version: ожидается")
    assert "True" not in message


def test_a_file_without_a_version_is_of_the_first() -> None:
    upgrades = {1: lambda raw: raw | {"upgraded": True}}
    assert upgraded({}, 2, upgrades) == upgraded({"version": None}, 2, upgrades)
    assert upgraded({}, 2, upgrades) == {"upgraded": True, "version": 2}
