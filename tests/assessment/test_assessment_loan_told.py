"""What is told of a loan above the price: the share of the goods in it (п. 6 ст. 24)."""

from typing import Any

import pytest
from assessment_situations import assessed, found


def told(code: str, amount: str | None, wanted: bool, price: str = "45000") -> str:
    loan: dict[str, Any] = {"amount": amount, "interest_paid": "6000", "certificate": "справка"}
    case = {
        "purchase.price": price,
        "payment": {"method": "consumer_loan", "loan": loan},
        "demands.reimburse_loan_costs": wanted,
    }
    return " ".join(f.message for f in found(assessed(case), code)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "share"), [("60000", "75 %"), ("45000.01", "99,99 %"), ("67500", "66,66 %")]
)
def test_the_share_of_the_goods_is_told_rounded_down(amount: str, share: str) -> None:
    assert f"доля товара — {share}." in told("loan_above_price", amount, wanted=True)


@pytest.mark.parametrize("amount", ["45000", "44999.99", None])
def test_a_loan_that_is_not_above_the_price_has_no_share(amount: str | None) -> None:
    assert told("loan_above_price", amount, wanted=True) == ""
    assert "их можно потребовать" in told("loan_costs_not_demanded", amount, wanted=False)


def test_costs_that_are_not_demanded_are_told_in_their_share() -> None:
    said = told("loan_costs_not_demanded", "60000", wanted=False)
    assert "долю товара в них можно потребовать" in said
