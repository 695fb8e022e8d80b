"""The end of the letter: the check of the goods, the account, the penalty, annexes, signature."""

from desktop_app.assessment.money import rounded
from desktop_app.assessment.wording import acting_for, name_initials
from desktop_app.case.model import BankDetails
from desktop_app.letter.annexes import Annex
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.purchase import in_repair
from desktop_app.letter.matter import Matter, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import signed
from desktop_app.russian.money import rub

_COPIES = {"seller": "Экземпляр продавца", "consumer": "Экземпляр потребителя"}
_DETAILS = (
    ("recipient", "получатель\u00a0— "),
    ("account", "счёт №\u00a0"),
    ("bank", "банк\u00a0— "),
    ("bic", "БИК\u00a0"),
    ("correspondent_account", "корр. счёт №\u00a0"),
)


def _details(matter: Matter) -> Phrase | None:
    details = matter.case.bank_details or BankDetails()
    pieces: list[Text | str] = []
    for key, label in _DETAILS:
        value = getattr(details, key)
        if value:
            pieces += ["; " if pieces else "", label, Text(value, f"bank_details.{key}")]
    return Phrase(pieces) if pieces else None


def _has_account(matter: Matter) -> bool:
    details = matter.case.bank_details
    return details is not None and bool(details.account)


def _initials(matter: Matter) -> Text:
    person, path = matter.case.buyer, "buyer.surname"
    who = acting_for(matter.case)
    if who:
        own = name_initials(who) or ""
        return Text(own.replace(" ", "\u00a0"), "representative.surname")
    initials = name_initials(person)
    return matter.needed(initials.replace(" ", "\u00a0") if initials else None, path)


def _place(matter: Matter) -> Phrase | None:
    """« (сервисный центр «Мастер»)» of the repair that still runs."""
    for index, (repair, days) in enumerate(
        zip(matter.case.repairs or (), matter.assessment.repairs, strict=True)
    ):
        if days.running and repair.place:
            return Phrase([" (", Text(repair.place, f"repairs[{index}].place"), ")"])
    return None


def _penalty(matter: Matter) -> Text | None:
    per_day = matter.assessment.amounts.penalty_per_day
    if per_day is None:
        return None
    # The price and the rate say it exactly; a fraction of a kopeck only looks like a slip.
    about = "" if per_day == rounded(per_day) else "около "
    return Text(f"{about}{rub(rounded(per_day))}", "purchase.price")


def _cap_used_up(matter: Matter) -> bool:
    """Whether the penalty demanded for a late repair leaves nothing of the common cap."""
    amounts = matter.assessment.amounts
    cap, demanded = amounts.penalty_cap, amounts.repair_delay.demanded
    return cap is not None and demanded >= cap


def _is_plural(title: str) -> bool:
    """Whether a title names several papers: «чеки …», «чек № 1 и чек № 2»."""
    first = title.split()[0].casefold()
    return (len(first) > 3 and first.endswith(("ы", "и"))) or title.count("№") > 1


def annex_title(annex: Annex) -> Phrase:
    """Return an annex as the list names it: its title, «(копия)», its sheets."""
    pieces: list[Text | str] = [Text(unbroken(annex.title), annex.paths[0])]
    if not annex.own and "копи" not in annex.title.casefold():
        pieces.append(" (копии)" if _is_plural(annex.title) else " (копия)")
    if annex.sheets:
        pieces.append(f" ({annex.sheets}\u00a0л.)")
    return Phrase(pieces)


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field("комплект.метка", "Метка, одна на всех листах: «K3F-7QA»", lambda m: Text(m.mark)),
        Field("экземпляр", "«Экземпляр продавца»", lambda m: _COPIES[m.copy]),
        Field("реквизиты.строка", "Получатель, счёт, банк, БИК, корр. счёт", _details),
        Field("товар.где_ремонт", "« (сервис)», где товар сейчас", _place),
        Field("неустойка.в_день", "1 % цены в день", _penalty),
        Field(
            "письмо.дата",
            "«20» ноября 2026 г.",
            lambda m: Text(signed(m.assessment.law_as_of), "letter_date"),
        ),
        Field("подпись.инициалы", "И. О. Фамилия того, кто подписывает", _initials),
    ),
    conditions=(
        Condition(
            "черновик",
            "письмо ещё не готово",
            "письмо готово",
            (),
            lambda m: m.draft,
        ),
        Condition(
            "экземпляр_потребителя",
            "это ваш экземпляр, с местом для отметки магазина",
            "это экземпляр продавца",
            (),
            lambda m: m.copy == "consumer",
        ),
        Condition(
            "товар_в_ремонте",
            "товар сейчас в ремонте",
            "товар у вас",
            ("repairs[].outcome",),
            in_repair,
        ),
        Condition(
            "место_ремонта",
            "сказано, где товар чинят",
            "не сказано, где товар чинят",
            ("repairs[].place",),
            lambda m: _place(m) is not None,
            within="товар_в_ремонте",
        ),
        Condition(
            "реквизиты",
            "вы назвали счёт",
            "счёт не назван",
            ("bank_details.account",),
            _has_account,
        ),
        Condition(
            "неустойка",
            "названа цена, и общий потолок неустойки не исчерпан",
            "цена не названа или неустойка за ремонт уже исчерпала потолок",
            ("purchase.price", "demands.repair_delay_penalty"),
            lambda m: m.assessment.amounts.penalty_per_day is not None and not _cap_used_up(m),
            "п. 1 ст. 23",
        ),
        Condition(
            "потолок",
            "просрочка придётся на время после 01.02.2026: неустойка ограничена уплаченным",
            "просрочка началась бы до 01.02.2026, потолка тогда не было",
            ("letter_date",),
            lambda m: m.assessment.amounts.capped,
            "п. 1 ст. 23",
            within="неустойка",
        ),
        Condition(
            "потолок_позже",
            "просрочка может начаться до 01.02.2026, а потолок действует с этого дня",
            "вся просрочка придётся на время, когда потолок уже действует",
            ("letter_date",),
            lambda m: (
                not m.assessment.amounts.capped and m.assessment.amounts.penalty_per_day is not None
            ),
            "п. 1 ст. 23",
            within="неустойка",
        ),
        Condition(
            "общий_потолок",
            "за просрочку ремонта тоже требуется неустойка: потолок общий",
            "потолка неустойки здесь нет",
            ("demands.repair_delay_penalty",),
            lambda m: (
                m.assessment.amounts.penalty_cap is not None
                and m.assessment.amounts.repair_delay.demanded > 0
            ),
            "п. 1 ст. 23",
            within="просрочка_заявлена",
        ),
        Condition(
            "приложения",
            "факты называют документы",
            "документов нет",
            ("attachments", "purchase.receipt", "repairs[].act"),
            lambda m: bool(m.annexes),
        ),
    ),
    rows=(
        Rows(
            "приложения",
            "Приложения по порядку",
            lambda m: m.annexes,
            fields=(
                Field("номер", "Номер", lambda a: str(a.number)),
                Field("название", "Название, «(копия)», «на 2 л.»", annex_title),
            ),
        ),
    ),
)
