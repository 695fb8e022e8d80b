"""Findings about numbers that carry their own check digits: ИНН, ОГРН, БИК, accounts.

Warnings, never a stop: wrongly refusing is worse than wrongly accepting.
"""

import re
from collections.abc import Callable, Iterator

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.case.model import BankDetails

_WEIGHTS = (7, 1, 3)


def digits(text: str) -> str:
    """Return the number as it is checked: without the spaces and dashes that people type."""
    return re.sub(r"[\s\-\u2010-\u2015]", "", text)


def inn_is_valid(text: str) -> bool:
    """Whether the ИНН (10 or 12 digits) has the right check digits."""
    from stdnum.ru import inn

    return _ascii_digits(text, (10, 12)) and bool(inn.is_valid(digits(text)))


def ogrn_is_valid(text: str) -> bool:
    """Whether the ОГРН (13) or ОГРНИП (15 digits) has the right check digit."""
    from stdnum.ru import ogrn

    return _ascii_digits(text, (13, 15)) and bool(ogrn.is_valid(digits(text)))


def bic_is_valid(text: str) -> bool:
    """Whether the БИК has nine digits and begins with Russia's code (04)."""
    return _ascii_digits(text, (9,)) and digits(text).startswith("04")


def account_fits(account: str, bic: str) -> bool:
    """Whether the account's key fits the bank: weights 7, 1, 3 over БИК tail and account."""
    return _ascii_digits(account, (20,)) and _key_fits(digits(bic)[-3:] + digits(account))


def correspondent_account_fits(account: str, bic: str) -> bool:
    """The same for the bank's own account: «0» and the 5th and 6th digit of the БИК before it."""
    number = digits(bic)
    return _ascii_digits(account, (20,)) and _key_fits("0" + number[4:6] + digits(account))


def _ascii_digits(text: str, lengths: tuple[int, ...]) -> bool:
    number = digits(text)
    return len(number) in lengths and bool(re.fullmatch("[0-9]+", number))


def _key_fits(number: str) -> bool:
    return sum(int(d) * _WEIGHTS[i % 3] % 10 for i, d in enumerate(number)) % 10 == 0


def seller_numbers(examined: Examined) -> Iterator[Finding]:
    """The seller's ИНН and ОГРН."""
    seller = examined.situation.case.seller
    checks: tuple[tuple[str, str, str | None, Callable[[str], bool]], ...] = (
        ("inn", "ИНН", seller.inn, inn_is_valid),
        ("ogrn", "ОГРН", seller.ogrn, ogrn_is_valid),
    )
    for key, name, number, is_valid in checks:
        if number and not is_valid(number):
            yield finding(
                "risk",
                f"{key}_improbable",
                f"seller.{key}",
                f"{name} продавца не сходится с контрольной цифрой: сверьте с чеком. Если верно, "
                "оставьте.",
            )


def bank_numbers(examined: Examined) -> Iterator[Finding]:
    """БИК and the accounts for the money."""
    details = examined.situation.case.bank_details
    if details is None:
        return
    bic_ok = bool(details.bic and bic_is_valid(details.bic))
    if details.bic and not bic_ok:
        yield _bank("bic", "БИК — девять цифр и начинается с 04: сверьте с реквизитами банка.")
    if details.account and not details.bic:
        yield _bank("bic", "Без БИК на счёт не заплатить: впишите БИК банка.")
    yield from _accounts(details, details.bic if bic_ok else None)


def _accounts(details: BankDetails, bic: str | None) -> Iterator[Finding]:
    account, correspondent = details.account, details.correspondent_account
    if account and _ascii_digits(account, (16,)):
        yield _bank("account", "Похоже на номер карты. Его в письмо не пишут: нужен счёт, 20 цифр.")
    elif account and not (account_fits(account, bic) if bic else _ascii_digits(account, (20,))):
        yield _bank("account", "Счёт не сходится с БИК или не из 20 цифр: сверьте с реквизитами.")
    if correspondent and bic and not correspondent_account_fits(correspondent, bic):
        yield _bank("correspondent_account", "Корсчёт не сходится с БИК: сверьте с реквизитами.")


def _bank(key: str, message: str) -> Finding:
    return finding("risk", f"{key}_improbable", f"bank_details.{key}", message)


CHECKS = (seller_numbers, bank_numbers)
