"""Findings about the goods: named or not, in the List or not, proved by a receipt or not."""

from collections.abc import Iterator

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding


def purchase_told(examined: Examined) -> Iterator[Finding]:
    """What was bought and when, without which there is no letter."""
    purchase = examined.situation.case.purchase
    if not purchase.item:
        yield finding(
            "error",
            "item_missing",
            "purchase.item",
            "Не сказано, что куплено: впишите товар, например «Смартфон».",
        )
    if purchase.contract_date is None:
        yield finding(
            "error",
            "contract_date_missing",
            "purchase.contract_date",
            "Не названа дата покупки: от неё считают гарантию. Посмотрите на чеке или в "
            "приложении магазина.",
        )


def receipt(examined: Examined) -> Iterator[Finding]:
    """No receipt is no reason to refuse."""
    if not examined.situation.case.purchase.receipt:
        said = examined.said_none("purchase.receipt")
        yield finding(
            "note",
            "no_receipt",
            "purchase.receipt",
            ("Чека нет — отказать" if said else "Чек не назван. Если его нет, отказать")
            + " из-за этого нельзя. Подойдут выписка по карте, гарантийный талон, переписка, "
            "свидетели.",
            "п. 5 ст. 18",
        )


def the_list(examined: Examined) -> Iterator[Finding]:
    """Whether the goods are technically complex, and where that is disputed."""
    purchase, goods = examined.situation.case.purchase, examined.situation.law.goods
    if purchase.category == "other":
        yield finding(
            "note",
            "not_in_the_list",
            "purchase.category",
            "Товара нет в перечне технически сложных. Это выгоднее: деньги можно требовать при "
            "любом недостатке, ждать 30 дней ремонта не нужно.",
            "п. 1 ст. 18",
        )
    if purchase.category is None:
        yield finding(
            "risk",
            "category_missing",
            "purchase.category",
            "Не выбрано, какой это товар по перечню технически сложных: от этого зависит "
            "основание.",
            "ПП РФ от 10.11.2011 № 924",
        )
        return
    match = goods.classify(purchase.item) if purchase.item else None
    if match is None:
        return
    if match.status == "disputed":
        yield finding(
            "risk",
            "goods_disputed",
            "purchase.category",
            match.note
            or f"Спорно, есть ли такой товар («{match.word}») в перечне технически сложных: "
            "магазин может возразить.",
            "ПП РФ от 10.11.2011 № 924",
        )
    elif match.category != purchase.category:
        yield finding(
            "risk",
            "category_unlikely",
            "purchase.category",
            f"Товар назван «{match.word}», а по перечню технически сложных выбрано другое: "
            "проверьте выбор.",
            "ПП РФ от 10.11.2011 № 924",
        )


CHECKS = (purchase_told, receipt, the_list)
