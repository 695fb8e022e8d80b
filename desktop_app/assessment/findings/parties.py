"""Findings about who writes to whom: names, addresses, contacts, the representative."""

from collections.abc import Iterator

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.assessment.wording import acting_for
from desktop_app.russian.patronymics import gender_of_patronymic


def buyer(examined: Examined) -> Iterator[Finding]:
    """The consumer's name and postal address, without which there is no letter."""
    buyer = examined.situation.case.buyer
    if not (buyer.surname or buyer.given_name):
        yield finding(
            "error",
            "buyer_name_missing",
            "buyer.surname",
            "Не названы фамилия и имя покупателя: от чьего имени письмо? Впишите их.",
        )
    elif not (buyer.surname and buyer.given_name):
        missing = "given_name" if buyer.surname else "surname"
        yield finding(
            "risk",
            "buyer_name_incomplete",
            f"buyer.{missing}",
            "Имя покупателя неполное: впишите фамилию и имя как в паспорте.",
        )
    if not buyer.address:
        yield finding(
            "error",
            "buyer_address_missing",
            "buyer.address",
            "Нет вашего почтового адреса: магазину некуда ответить. Впишите адрес с индексом.",
        )
    if not (buyer.phone or buyer.email):
        yield finding(
            "note",
            "no_contact",
            "buyer.phone",
            "Нет ни телефона, ни почты: магазину трудно позвать вас на проверку товара.",
        )
    shown = gender_of_patronymic(buyer.patronymic) if buyer.patronymic else None
    if buyer.gender is None and shown is None:
        yield finding(
            "note",
            "gender_not_told",
            "buyer.gender",
            "Не сказано, мужчина вы или женщина: если имя этого не покажет, в письме будет "
            "«приобрёл(а)».",
        )


def seller(examined: Examined) -> Iterator[Finding]:
    """The seller's name and postal address, without which there is no letter."""
    seller = examined.situation.case.seller
    if not seller.name:
        yield finding(
            "error",
            "seller_name_missing",
            "seller.name",
            "Не назван продавец: посмотрите на чеке, ООО или ИП, и впишите полностью.",
        )
    if not seller.address:
        yield finding(
            "error",
            "seller_address_missing",
            "seller.address",
            "Нет адреса продавца: возьмите его с чека или из ЕГРЮЛ (ЕГРИП) на сайте налоговой "
            "службы.",
        )


def representative(examined: Examined) -> Iterator[Finding]:
    """A representative must show what the right to sign rests on."""
    who = examined.situation.case.representative
    if who is None:
        return
    if acting_for(examined.situation.case) is None:
        yield finding(
            "risk",
            "representative_name_incomplete",
            "representative.surname",
            "Представитель не назван: письмо будет от вас самих. Впишите его фамилию и имя или "
            "уберите его.",
        )
        return
    if not (who.surname and who.given_name):
        yield finding(
            "risk",
            "representative_name_incomplete",
            "representative.given_name" if who.surname else "representative.surname",
            "Представитель назван не полностью: впишите фамилию и имя.",
        )
    if not who.document:
        yield finding(
            "risk",
            "representative_document_missing",
            "representative.document",
            "Не назван документ представителя (доверенность, свидетельство о рождении): без него "
            "магазин может не принять претензию.",
            "ст. 185 ГК РФ",
        )


def bank_details(examined: Examined) -> Iterator[Finding]:
    """Where the money goes, if it is not told."""
    details = examined.situation.case.bank_details
    if details is None or not details.account:
        yield finding(
            "note",
            "no_bank_details",
            "bank_details.account",
            "Счёт для возврата не указан: письмо попросит вернуть деньги тем же способом, каким "
            "платили. С реквизитами обычно быстрее.",
        )


def letters_of_names(examined: Examined) -> Iterator[Finding]:
    """A name in small or in capital letters only: the letter has it as it was typed."""
    case = examined.situation.case
    for who, person in (("buyer", case.buyer), ("representative", case.representative)):
        if person is None:
            continue
        names = [(key, getattr(person, key)) for key in ("surname", "given_name", "patronymic")]
        wrong = [(key, name) for key, name in names if name and _odd_letters(name)]
        for key, name in wrong[:1]:
            yield finding(
                "risk",
                "name_letters_unlikely",
                f"{who}.{key}",
                f"Имя написано так: «{name[:40]}». В письме оно встанет теми же буквами: впишите "
                "его с заглавной, как в паспорте.",
            )


def _odd_letters(name: str) -> bool:
    letters = "".join(char for char in name if char.isalpha())
    return len(letters) > 1 and (letters.islower() or letters.isupper())


CHECKS = (buyer, letters_of_names, seller, representative)
OF_MONEY_BACK = (bank_details,)
