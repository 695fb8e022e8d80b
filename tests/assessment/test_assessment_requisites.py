"""The numbers with check digits: typed with spaces or dashes, of each length that there is."""

from typing import Any

import pytest
from assessment_situations import assessed

from desktop_app.assessment.findings.requisites import (
    account_fits,
    bic_is_valid,
    correspondent_account_fits,
    inn_is_valid,
    ogrn_is_valid,
)

BIC, ACCOUNT = "044525700", "40703810700001449489"
CORRESPONDENT = "30101810400000000225"
CARD = "2200 1234 5678 9010"
NOT_FITTING = "Счёт не сходится с БИК или не из 20 цифр: сверьте с реквизитами."
NO_BIC = "Без БИК на счёт не заплатить: впишите БИК банка."
BAD_BIC = "БИК — девять цифр и начинается с 04: сверьте с реквизитами банка."
IS_A_CARD = "Похоже на номер карты. Его в письмо не пишут: нужен счёт, 20 цифр."
BAD_CORRESPONDENT = "Корсчёт не сходится с БИК: сверьте с реквизитами."


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("7707083893", True),
        ("77 0708 3893", True),
        ("7707-083893", True),
        ("500100732259", True),
        ("5001 0073 2259", True),
        ("7707083894", False),
        ("500100732258", False),
        ("500100732269", False),
        ("770708389", False),
        ("77070838931", False),
        ("٧٧٠٧٠٨٣٨٩٣", False),
        ("X770708389", False),
    ],
)
def test_the_inn_of_a_company_and_of_a_person(number: str, right: bool) -> None:
    assert inn_is_valid(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("1027700132195", True),
        ("1-02-77-00132195", True),
        ("304500116000157", True),
        ("3045 0011 6000 157", True),
        ("1027700132196", False),
        ("304500116000158", False),
        ("10277001321950", False),
    ],
)
def test_the_ogrn_of_a_company_and_of_an_entrepreneur(number: str, right: bool) -> None:
    assert ogrn_is_valid(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [("044525700", True), ("04 45 25 700", True), ("144525700", False), ("04452570", False),
     ("0445257000", False), ("04452570O", False)],
)  # fmt: skip
def test_a_bic_is_nine_digits_of_russia(number: str, right: bool) -> None:
    assert bic_is_valid(number) is right


def test_an_account_fits_its_bank_only() -> None:
    """The key is of the last three digits of the БИК and of the account; any digit changes it."""
    assert account_fits(ACCOUNT, BIC)
    assert account_fits("4070 3810 7000 0144 9489", "044 525 700")
    for place in range(len(ACCOUNT)):
        wrong = ACCOUNT[:place] + str((int(ACCOUNT[place]) + 1) % 10) + ACCOUNT[place + 1 :]
        assert not account_fits(wrong, BIC), place
    assert not account_fits(ACCOUNT, "044525701")
    assert not account_fits(ACCOUNT[:-1], BIC)


def test_a_correspondent_account_fits_its_bank_only() -> None:
    """It is opened at the Bank of Russia: of the БИК the fifth and sixth digit count."""
    assert correspondent_account_fits(CORRESPONDENT, "044525225")
    assert correspondent_account_fits("30101 810 4 00000000225", "0445 25 225")
    for other in ("044515225", "044524225"):
        assert not correspondent_account_fits(CORRESPONDENT, other)
    assert correspondent_account_fits(CORRESPONDENT, "044625999")
    assert not correspondent_account_fits(CORRESPONDENT[:-1] + "6", "044525225")
    assert not correspondent_account_fits(CORRESPONDENT + "0", "044525225")


@pytest.mark.parametrize(
    ("details", "told"),
    [
        ({"bic": BIC, "account": ACCOUNT}, []),
        ({"bic": BIC}, []),
        ({"bic": "04452570"}, [("bic", BAD_BIC)]),
        ({"account": ACCOUNT}, [("bic", NO_BIC)]),
        ({"account": ACCOUNT[:-1]}, [("bic", NO_BIC), ("account", NOT_FITTING)]),
        ({"bic": "04452570", "account": ACCOUNT[:-1] + "1"}, [("bic", BAD_BIC)]),
        ({"bic": BIC, "account": ACCOUNT[:-1] + "1"}, [("account", NOT_FITTING)]),
        ({"bic": BIC, "account": CARD}, [("account", IS_A_CARD)]),
        ({"account": CARD}, [("bic", NO_BIC), ("account", IS_A_CARD)]),
        ({"bic": "044525225", "correspondent_account": CORRESPONDENT}, []),
        ({"bic": BIC, "correspondent_account": CORRESPONDENT[:-1] + "6"},
         [("correspondent_account", BAD_CORRESPONDENT)]),
        ({"correspondent_account": CORRESPONDENT[:-1] + "6"}, []),
    ],
)  # fmt: skip
def test_what_is_doubted_of_the_bank_details(details: dict[str, Any], told: list) -> None:
    """An account is compared with a БИК that can be; a card number is told apart from it."""
    raised = [
        (f.field.removeprefix("bank_details."), f.message.replace("\u00a0", " "))
        for f in assessed({"bank_details": details}).findings
        if f.field and f.code.endswith("_improbable")
    ]
    assert raised == told


def test_both_numbers_of_the_seller_are_told_each_with_its_name() -> None:
    told = assessed({"seller.inn": "7707083894", "seller.ogrn": "1027700132196"})
    messages = {f.field: f.message.split(" продавца")[0] for f in told.findings}
    assert (messages["seller.inn"], messages["seller.ogrn"]) == ("ИНН", "ОГРН")
