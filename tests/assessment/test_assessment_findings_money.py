"""Sums that deserve a second look: of the price, the instalments, the loan and the losses."""

from typing import Any

import pytest
from assessment_findings_raised import BANK_LOAN, LOAN, LOSS, SHOP_CREDIT
from assessment_situations import assessed, found

WANTED = "demands.reimburse_loan_costs"


def loan(**changes: Any) -> dict[str, Any]:
    return BANK_LOAN | {"payment": LOAN | {"loan": LOAN["loan"] | changes}}


def unasked(**changes: Any) -> dict[str, Any]:
    """The same loan, its costs not demanded."""
    return {"payment": loan(**changes)["payment"]}


def said(code: str, changes: dict[str, Any]) -> list[tuple]:
    raised = found(assessed(changes), code)
    return [(f.field, f.message.replace("\u00a0", " ")) for f in raised]


def fields(code: str, changes: dict[str, Any]) -> list[str | None]:
    return [field for field, _ in said(code, changes)]


@pytest.mark.parametrize(
    ("price", "doubted"),
    [("99.99", True), ("100", False), ("20000000", False), ("20000000.01", True)],
)
def test_a_price_below_a_hundred_or_above_twenty_million_is_doubted(
    price: str, doubted: bool
) -> None:
    assert fields("price_improbable", {"purchase.price": price}) == ["purchase.price"] * doubted


@pytest.mark.parametrize(
    "changes",
    [
        {"losses": [LOSS | {"amount": "945009999.99"}]},
        {"losses": [LOSS | {"amount": "999999999.99"}], "purchase.price": None},
        loan(interest_paid="900000000", other_payments="99999999.99", amount="54990"),
    ],
)
def test_a_sum_up_to_a_milliard_can_be_written_in_words(changes: dict) -> None:
    assert "total_too_large" not in {
        f.code for f in assessed(changes | {"purchase.price": None}).findings
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"losses": [LOSS | {"amount": "999945010"}]},
        {"losses": [LOSS | {"amount": "999999999.99"}, LOSS | {"amount": "0.01"}],
         "purchase.price": None},
        loan(interest_paid="900000000", other_payments="100000000") | {"purchase.price": None},
    ],
    ids=["the total", "the losses alone", "the costs of the loan alone"],
)  # fmt: skip
def test_a_milliard_can_not(changes: dict) -> None:
    assert fields("total_too_large", changes) == ["purchase.price"]


def test_the_costs_of_a_loan_that_are_not_demanded_are_added_up() -> None:
    told = unasked(other_payments="300")
    assert said("loan_costs_not_demanded", told) == [
        (WANTED, "За кредит уплачено 4 820,15 ₽: их можно потребовать вместе с ценой.")
    ]


def test_of_a_loan_above_the_price_only_the_share_can_be_demanded() -> None:
    assert said("loan_costs_not_demanded", unasked(amount="73320")) == [
        (WANTED, "За кредит уплачено 4 520,15 ₽: долю товара в них можно потребовать вместе с "
                 "ценой."),
    ]  # fmt: skip
    assert said("loan_above_price", unasked(amount="73320")) == []
    assert said("loan_above_price", loan(amount="73320")) == [
        (
            "payment.loan.amount",
            "Кредит (73 320,00 ₽) больше цены товара (54 990,00 ₽): к возмещению взята доля "
            "товара — 75 %. Суды взыскивают так же.",
        )
    ]


def test_a_share_is_rounded_down() -> None:
    (told,) = said("loan_above_price", loan(amount="60000"))
    assert "доля товара — 91,65 %" in told[1]
    (nearly,) = said("loan_above_price", loan(amount="54990.01"))
    assert "доля товара — 99,99 %" in nearly[1]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (unasked(amount=None), "loan_amount_missing"),
        (loan(amount=None, interest_paid=None), "loan_amount_missing"),
        (unasked(interest_paid=None), "loan_interest_missing"),
        (unasked(certificate=None), "loan_costs_without_certificate"),
        (unasked(interest_paid=None), "loan_costs_not_demanded"),
        ({"payment.loan": {"amount": "1"}}, "loan_without_bank"),
        ({"payment.loan": {"amount": "1"}}, "loan_below_price"),
        ({"payment.loan": {"amount": "60000"}, WANTED: True}, "loan_above_price"),
        ({"payment.loan": {"interest_paid": "60000"}}, "paid_more_than_price"),
        (loan(amount=None), "loan_below_price"),
        (loan(amount="1") | {"purchase.price": None}, "loan_below_price"),
        (loan(interest_paid="1") | {"purchase.price": None}, "paid_more_than_price"),
    ],
)
def test_what_is_not_demanded_paid_or_told_raises_nothing(changes: dict, code: str) -> None:
    assert said(code, changes) == []


def test_payments_beside_the_interest_are_costs_too() -> None:
    """The bank's certificate and the amount of the loan are asked for whatever the costs are."""
    told = loan(interest_paid=None, other_payments="300", certificate=None, amount=None)
    for code in ("loan_amount_missing", "loan_interest_missing", "loan_costs_without_certificate"):
        assert len(said(code, told)) == 1, code
    assert said("paid_more_than_price", loan(interest_paid="54990", other_payments="1")) == [
        (
            "payment.loan.interest_paid",
            "Проценты и платежи (54 991,00 ₽) больше цены товара (54 990,00 ₽): проверьте, не "
            "вписан ли сюда сам долг.",
        )
    ]
    assert said("paid_more_than_price", loan(interest_paid=None, other_payments="54990")) == []


def test_a_loan_of_which_nothing_is_told_wants_its_bank_only() -> None:
    told = {"payment": {"method": "consumer_loan"}, WANTED: True}
    ours = {f.field for f in assessed(told).findings if "loan" in f.code}
    assert ours == {"payment.loan.bank"}


def test_a_loan_below_the_price_is_told_with_both_sums() -> None:
    assert said("loan_below_price", loan(amount="50000")) == [
        (
            "payment.loan.amount",
            "Кредит (50 000,00 ₽) меньше цены товара (54 990,00 ₽): остальное вы заплатили сами? "
            "Приложите чек.",
        )
    ]


def test_of_several_losses_that_which_repeats_the_price_of_instalments_is_named() -> None:
    told = SHOP_CREDIT | {"losses": [LOSS, LOSS | {"amount": "24190.50"}]}
    assert said("installment_whole_price", told) == [
        (
            "losses[1].amount",
            "В убытки внесены 24 190,50 ₽ — это неуплаченная часть цены или вся цена. При "
            "рассрочке магазина возвращают уплаченное: правильная сумма — 48 300,00 ₽. Уберите "
            "строку.",
        )
    ]
    assert (
        said("loss_repeats_price", SHOP_CREDIT | {"losses": [LOSS | {"amount": "72490.5"}]}) == []
    )


def test_instalments_of_goods_without_a_price_are_compared_with_nothing() -> None:
    told = SHOP_CREDIT | {"purchase.price": None, "losses": [LOSS, {"description": "чехол"}]}
    assert said("paid_more_than_price", told) == said("installment_whole_price", told) == []


def test_each_loss_is_told_by_its_number() -> None:
    losses = [LOSS, LOSS | {"amount": "54990"}, {"amount": "10"}, {"description": "плёнка"}]
    told = {"losses": losses}
    assert said("loss_repeats_price", told) == [
        ("losses[1].amount", "Убыток № 2 равен цене товара: не потребуйте её дважды.")
    ]
    assert said("loss_incomplete", told) == [
        ("losses[2].description", "Убыток № 3 без суммы или без названия: допишите или уберите."),
        ("losses[3].amount", "Убыток № 4 без суммы или без названия: допишите или уберите."),
    ]
    assert said("loss_without_document", told) == [
        (
            "losses[2].document",
            "Убыток № 3 без документа: магазин его не признает. Есть ли чек или договор?",
        )
    ]


@pytest.mark.parametrize(
    "difference",
    [{"amount": "0"}, {"source": None}, {"amount": "100", "source": "сайт"}],
    ids=["nothing", "no sum", "its source told"],
)
def test_a_price_difference_without_a_sum_wants_no_source(difference: dict) -> None:
    assert said("price_difference_without_source", {"demands.price_difference": difference}) == []


@pytest.mark.parametrize("told", [{"bank": "АО «Банк»"}, {"certificate": "справка"}])
def test_instalments_with_a_loan_beside_them_are_doubted(told: dict) -> None:
    assert fields("installment_run_by_bank", SHOP_CREDIT | {"payment.loan": told}) == [
        "payment.method"
    ]
    assert said("check_who_runs_installment", SHOP_CREDIT | {"payment.loan": told}) == []


def test_a_loan_beside_instalments_that_names_no_bank_is_no_sign_of_one() -> None:
    assert said("installment_run_by_bank", SHOP_CREDIT | {"payment.loan": {"amount": "1"}}) == []
