"""What was bought, when, for how much; the warranty and the List of complex goods."""

import re

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import day, in_brackets, money, sentence_end, words
from desktop_app.letter.matter import Matter, told, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary
from desktop_app.russian.dates import full
from desktop_app.russian.gendered import VOCABULARY
from desktop_app.russian.numbers import months
from desktop_app.russian.reading.digits import is_imei

_NAMES_ITSELF = re.compile(r"\s*(imei|s/?n|meid|vin|серийн|зав|№)", re.IGNORECASE)
_BARE_IMEI = re.compile(r"[0-9]{15}")


def _serial(matter: Matter) -> Phrase | None:
    number = matter.case.purchase.serial_number
    if not number:
        return None
    label = "" if _NAMES_ITSELF.match(number) else f"{_called(matter, number)}\u00a0"
    return Phrase([label, Text(number, "purchase.serial_number")])


def _called(matter: Matter, number: str) -> str:
    """Return what the number is called: the form asks for the bare IMEI of a telephone."""
    bare = _BARE_IMEI.fullmatch(number) and is_imei(number)
    return "IMEI" if bare and matter.case.purchase.category == "phones" else "серийный номер"


def _receipt(matter: Matter) -> Phrase | None:
    receipt = matter.case.purchase.receipt
    if not receipt:
        return None
    annex = in_brackets(matter, "purchase.receipt")
    end = "." if annex else sentence_end(receipt)
    return Phrase([Text(unbroken(receipt), "purchase.receipt"), annex or "", end])


def _handed_over_later(matter: Matter) -> bool:
    purchase = matter.case.purchase
    return bool(purchase.transfer_date) and purchase.transfer_date != purchase.contract_date


def _warranty_end(matter: Matter) -> Text | None:
    until = matter.assessment.warranty.extended_until
    if until is None:
        return None
    grows = any(repair.running and repair.counted for repair in matter.assessment.repairs)
    runs = "истекает не ранее" if grows else "истекает"
    verb = runs if matter.assessment.in_warranty else "истёк"
    day = full(until).replace(" ", "\u00a0")
    return Text(f"{verb} {day}", "purchase.warranty_months")


def _extended(matter: Matter) -> bool:
    warranty = matter.assessment.warranty
    return warranty.ends != warranty.extended_until


def _list_item(matter: Matter) -> Text | None:
    number = matter.assessment.list_item
    return None if number is None else Text(f"п.\u00a0{number}", "purchase.category")


def in_repair(matter: Matter) -> bool:
    """Whether the goods are away in repair on the day of the claim."""
    return any(repair.running for repair in matter.assessment.repairs)


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        *(
            Field(
                f"я.{key}",
                f"«{key}» в роде покупателя",
                lambda m, key=key: m.gendered(key),  # type: ignore[misc]
            )
            for key in VOCABULARY
        ),
        Field(
            "покупка.дата",
            "Дата договора: «14 декабря 2025 года»",
            lambda m: (
                day(m.case.purchase.contract_date, "purchase.contract_date")
                or m.needed(None, "purchase.contract_date")
            ),
        ),
        Field(
            "покупка.дата_передачи",
            "Дата передачи товара, если она другая",
            lambda m: day(m.case.purchase.transfer_date, "purchase.transfer_date"),
        ),
        Field("покупка.документ", "Документ о покупке с номером приложения и точкой", _receipt),
        Field(
            "товар.название",
            "Товар, как он назван в ответах",
            lambda m: m.needed(m.case.purchase.item, "purchase.item"),
        ),
        Field("товар.модель", "Модель", lambda m: told(m.case.purchase.model, "purchase.model")),
        Field("товар.серийный_номер", "«серийный номер …» или «IMEI …»", _serial),
        Field("товар.пункт_перечня", "«п. 7» перечня технически сложных товаров", _list_item),
        Field(
            "цена.цифрами",
            "Цена: «44 091,00 руб.»",
            lambda m: (
                money(m.case.purchase.price, "purchase.price") or m.needed(None, "purchase.price")
            ),
        ),
        Field(
            "цена.прописью",
            "Цена прописью",
            lambda m: (
                words(m.case.purchase.price, "purchase.price") or m.needed(None, "purchase.price")
            ),
        ),
        Field(
            "гарантия.срок",
            "Срок гарантии: «24 месяца»",
            lambda m: (
                Text(months(m.case.purchase.warranty_months), "purchase.warranty_months")
                if m.case.purchase.warranty_months
                else None
            ),
        ),
        Field("гарантия.конец", "«истекает 19 января 2028 года» или «истёк …»", _warranty_end),
    ),
    conditions=(
        Condition(
            "модель",
            "вы назвали модель",
            "модель не названа",
            ("purchase.model",),
            lambda m: bool(m.case.purchase.model),
        ),
        Condition(
            "серийный_номер",
            "вы назвали серийный номер или IMEI",
            "серийный номер не назван",
            ("purchase.serial_number",),
            lambda m: bool(m.case.purchase.serial_number),
        ),
        Condition(
            "передача_отдельно",
            "товар передан не в день покупки",
            "товар передан в день покупки",
            ("purchase.transfer_date",),
            _handed_over_later,
            "п. 2 ст. 19",
        ),
        Condition(
            "дистанционно",
            "товар куплен дистанционно",
            "товар куплен не дистанционно",
            ("purchase.distance",),
            lambda m: bool(m.case.purchase.distance),
            "ст. 26.1",
        ),
        Condition(
            "документ_о_покупке",
            "есть чек или другой документ о покупке",
            "чека нет; отказать из-за этого нельзя",
            ("purchase.receipt",),
            lambda m: bool(m.case.purchase.receipt),
            "п. 5 ст. 18",
        ),
        Condition(
            "гарантия",
            "на товар установлен гарантийный срок",
            "срок гарантии не назван или не установлен",
            ("purchase.warranty_months",),
            lambda m: m.assessment.warranty.ends is not None,
            "п. 2 ст. 19",
        ),
        Condition(
            "продление",
            "гарантия продлена на время ремонтов",
            "ремонты гарантию не продлили",
            ("purchase.warranty_months", "repairs"),
            _extended,
            "п. 3 ст. 20",
            within="гарантия",
        ),
        Condition(
            "технически_сложный",
            "товар стоит в перечне технически сложных",
            "товара нет в перечне технически сложных",
            ("purchase.category",),
            lambda m: m.assessment.list_item is not None,
            "ПП РФ от 10.11.2011 № 924",
        ),
        Condition(
            "крупногабаритный",
            "товар тяжелее 5 кг или крупногабаритный, и он у вас",
            "товар не тяжёлый и не крупногабаритный или сейчас в ремонте",
            ("purchase.heavy_or_bulky", "repairs[].outcome"),
            lambda m: bool(m.case.purchase.heavy_or_bulky) and not in_repair(m),
            "п. 7 ст. 18",
        ),
    ),
)
