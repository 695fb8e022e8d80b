"""Findings about days: impossible ones, an impossible order, the future."""

from collections.abc import Iterator
from datetime import date

from desktop_app.assessment.facts import FIRST_DAY, LAST_DAY, possible
from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.case.model import Case, Repair
from desktop_app.russian.dates import short
from desktop_app.russian.numbers import days

# Goods to order come months later; half a year is more often a slip in the year.
_LONG_DELIVERY = 180


def told_days(case: Case) -> Iterator[tuple[str, str, date]]:
    """Yield every day of the facts: its path, its name in Russian, the day."""
    purchase, loan, current = case.purchase, case.payment.loan, case.current_defect
    named = [
        ("purchase.contract_date", "Дата покупки", purchase.contract_date),
        ("purchase.transfer_date", "Дата передачи товара", purchase.transfer_date),
        ("payment.loan.repaid_on", "Дата погашения кредита", loan.repaid_on if loan else None),
        (
            "current_defect.noticed_on",
            "День, когда замечен недостаток,",
            current.noticed_on if current else None,
        ),
    ]
    for index, repair in enumerate(case.repairs or ()):
        path, of = f"repairs[{index}]", f"(ремонт № {index + 1})"
        named += [
            (f"{path}.requested", f"Дата обращения {of}", repair.requested),
            (f"{path}.handed_over", f"Дата сдачи {of}", repair.handed_over),
            (f"{path}.ready_notice", f"Дата сообщения о готовности {of}", repair.ready_notice),
            (f"{path}.returned", f"Дата выдачи {of}", repair.returned),
        ]
    yield from ((path, name, day) for path, name, day in named if day is not None)


def out_of_range(examined: Examined) -> Iterator[Finding]:
    """A year that no purchase of our time can have."""
    case, delivery = examined.situation.case, examined.situation.case.delivery
    days = [*told_days(case)]
    if case.letter_date:
        days.append(("letter_date", "Дата претензии", case.letter_date))
    if delivery and delivery.handed_on:
        days.append(("delivery.handed_on", "Дата вручения", delivery.handed_on))
    for path, name, day in days:
        if possible(day) is None:
            yield finding(
                "error",
                "date_out_of_range",
                path,
                f"{name} — {short(day)}: проверьте год, он должен быть от {FIRST_DAY.year} "
                f"до {LAST_DAY.year}.",
            )


def in_the_future(examined: Examined) -> Iterator[Finding]:
    """A fact dated after the day of the claim.

    If it has come by today, the day of the claim is the one to look at: then said once, there.
    """
    as_of, today = examined.situation.as_of, examined.today
    later = [told for told in told_days(examined.situation.case) if possible(told[2])]
    later = [told for told in later if told[2] > as_of]
    come = [(name, day) for _, name, day in later if day <= today]
    if come:
        name, day = come[0]
        yield finding(
            "error",
            "letter_before_facts",
            "letter_date",
            f"Претензия датирована {short(as_of)}, а {name[0].lower()}{name[1:]} — {short(day)}, "
            "это позже: проверьте дату претензии. Обычно её ставят сегодняшней.",
        )
    for path, name, day in later:
        if day > today:
            yield finding(
                "error",
                "date_in_future",
                path,
                f"{name} — {short(day)}, это позже дня претензии ({short(as_of)}): проверьте "
                "год и месяц.",
            )


def after_today(examined: Examined) -> Iterator[Finding]:
    """A fact dated after today, under a letter that is dated ahead too."""
    today, as_of = examined.today, examined.situation.as_of
    for path, name, day in told_days(examined.situation.case):
        if today < day <= as_of:
            yield finding(
                "risk",
                "date_after_today",
                path,
                f"{name} — {short(day)}, этот день ещё не наступил: проверьте год и месяц.",
            )


def delivery_days(examined: Examined) -> Iterator[Finding]:
    """Days of delivery in an order that can hardly be, or still to come."""
    delivery = examined.situation.case.delivery
    if delivery is None:
        return
    sent, handed, response = delivery.sent_on, delivery.handed_on, delivery.response
    answered = response.on if response else None
    doubtful = (
        (sent, examined.today, "delivery.sent_on", "Дата отправки ещё не наступила"),
        (handed, examined.today, "delivery.handed_on", "Дата вручения ещё не наступила"),
        (answered, examined.today, "delivery.response.on", "Дата ответа ещё не наступила"),
        (sent, handed, "delivery.handed_on", "Претензия вручена раньше, чем отправлена"),
        (handed, answered, "delivery.response.on", "Ответ датирован раньше вручения"),
    )
    for earlier, later, path, what in doubtful:
        if earlier and later and later < earlier:
            yield finding("risk", "delivery_days_doubtful", path, f"{what}: проверьте дату.")


def order_of_repair_days(examined: Examined) -> Iterator[Finding]:
    """Days of one repair in an order that can't be."""
    for index, repair in enumerate(examined.situation.case.repairs or ()):
        handed_over = repair.handed_over or repair.requested
        pairs = (
            ("handed_over", repair.requested, repair.handed_over, "сдачи", "обращения"),
            ("returned", handed_over, repair.returned, "выдачи", "сдачи"),
            ("ready_notice", handed_over, repair.ready_notice, "сообщения о готовности", "сдачи"),
        )
        for key, earlier, later, name, before in pairs:
            if earlier and later and later < earlier:
                yield finding(
                    "error",
                    "dates_out_of_order",
                    f"repairs[{index}].{key}",
                    f"Дата {name} (ремонт № {index + 1}, {short(later)}) раньше даты {before} "
                    f"({short(earlier)}): проверьте год.",
                )
        if repair.ready_notice and repair.returned and repair.ready_notice > repair.returned:
            yield finding(
                "risk",
                "ready_after_return",
                f"repairs[{index}].ready_notice",
                f"О готовности (ремонт № {index + 1}) сообщили позже, чем выдали товар: проверьте "
                "дату.",
            )


def transfer_before_contract(examined: Examined) -> Iterator[Finding]:
    """The goods handed over before they were bought."""
    purchase = examined.situation.case.purchase
    contract, transfer = purchase.contract_date, purchase.transfer_date
    if contract and transfer and transfer < contract:
        yield finding(
            "error",
            "transfer_before_contract",
            "purchase.transfer_date",
            f"Товар передан {short(transfer)} — раньше покупки ({short(contract)}): проверьте "
            "даты.",
        )


def transfer_long_after(examined: Examined) -> Iterator[Finding]:
    """The goods handed over so long after the purchase that the year may be wrong."""
    purchase = examined.situation.case.purchase
    contract, transfer = possible(purchase.contract_date), possible(purchase.transfer_date)
    if contract and transfer and (transfer - contract).days > _LONG_DELIVERY:
        yield finding(
            "risk",
            "transfer_long_after",
            "purchase.transfer_date",
            f"Товар передан {short(transfer)}, а куплен {short(contract)}: "
            f"{days((transfer - contract).days)} спустя. Проверьте год.",
        )


def before_the_transfer(examined: Examined) -> Iterator[Finding]:
    """A repair or a defect before the goods were handed over."""
    facts = examined.situation.facts
    if facts.transfer is None:
        return
    for stay in facts.stays:
        if stay.requested and stay.requested < facts.transfer:
            yield finding(
                "error",
                "repair_before_transfer",
                f"repairs[{stay.index}].{_first_told(facts.repairs[stay.index])}",
                f"Ремонт № {stay.number} начат {short(stay.requested)} — раньше, чем вам передали "
                f"товар ({short(facts.transfer)}): проверьте даты.",
            )
    if facts.case.current_defect and facts.noticed_on < facts.transfer:
        yield finding(
            "risk",
            "defect_before_transfer",
            "current_defect.noticed_on",
            "Недостаток замечен раньше передачи товара: проверьте дату.",
        )


def _first_told(repair: Repair) -> str:
    return "requested" if repair.requested else "handed_over"


def letter_day(examined: Examined) -> Iterator[Finding]:
    """A letter dated ahead or back, or handed over before its date."""
    letter = possible(examined.situation.case.letter_date)
    delivery = examined.situation.case.delivery
    if letter and letter < examined.today and delivery is None:
        yield finding(
            "risk",
            "letter_dated_back",
            "letter_date",
            f"Претензия датирована прошедшим днём ({short(letter)}): всё посчитано на него. Если "
            "письмо ещё не отдано, поставьте сегодняшний.",
        )
    if letter and letter > examined.today:
        yield finding(
            "note",
            "letter_dated_ahead",
            "letter_date",
            f"Претензия датирована будущим днём ({short(letter)}): подпишите её в этот день.",
        )
    if delivery and delivery.handed_on and letter and delivery.handed_on < letter:
        yield finding(
            "risk",
            "delivered_before_letter",
            "delivery.handed_on",
            "Претензия вручена раньше своей даты: проверьте обе даты.",
        )


CHECKS = (
    out_of_range,
    in_the_future,
    after_today,
    delivery_days,
    order_of_repair_days,
    transfer_before_contract,
    transfer_long_after,
    before_the_transfer,
    letter_day,
)
