"""Findings about the ground of the claim: none, only a disputed one, the wrong country."""

from collections.abc import Iterator
from datetime import timedelta

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.russian.dates import short
from desktop_app.russian.numbers import of_days


def wrong_country(examined: Examined) -> Iterator[Finding]:
    """A purchase outside Russia: this letter does not fit it."""
    country = examined.situation.case.country
    if country is None:
        yield finding(
            "note",
            "country_not_told",
            "country",
            "Не сказано, в какой стране куплен товар. Письмо составлено по закону России.",
        )
    elif country == "KZ":
        yield finding(
            "error",
            "country_not_russia",
            "country",
            "Товар куплен в Казахстане, а письмо — по закону России: для такой покупки оно не "
            "годится. Там действует Закон РК № 274-IV: напишите продавцу по его статье 42-4, "
            "он отвечает в 10 календарных дней.",
            "ст. 42-4 Закона РК от 04.05.2010 № 274-IV",
        )
    elif country != "RU":
        yield finding(
            "error",
            "country_not_russia",
            "country",
            "Товар куплен не в России, а письмо — по закону России: для такой "
            "покупки оно не годится. Обратитесь к закону страны покупки или в местную службу "
            "по защите потребителей.",
        )


def no_ground(examined: Examined) -> Iterator[Finding]:
    """No ground carries the claim: what is missing, and which way is open."""
    if examined.carrying:
        return
    unknown = [ground for ground in examined.grounds if ground.status == "unknown"]
    if unknown:
        message = f"Пока нельзя сказать, есть ли основание. {unknown[0].reason}"
    else:
        ways = " ".join(_open_ways(examined))
        message = f"Основания {examined.kind.demand} пока нет. {ways}"
    yield finding("error", "no_ground", None, message, "п. 1 ст. 18")


def _open_ways(examined: Examined) -> Iterator[str]:
    until = examined.situation.claims_until()
    if until is not None and examined.situation.as_of > until:
        yield (
            "Прошли и гарантия, и два года: по существенному недостатку, который проявился "
            "теперь, обращайтесь к изготовителю."
        )
        return
    unusable = next(g for g in examined.grounds if g.id == "unusable_over_30_days")
    if unusable.missing_days and examined.situation.facts.stays:
        yield f"До нужного числа дней в ремонте не хватает {of_days(unusable.missing_days)}."
    situation = examined.situation
    for stay in situation.facts.running:
        term = situation.repair_term(stay)
        if term is not None and not situation.late(stay):
            yield (
                f"Идёт ремонт № {stay.number}: если его не закончат до {short(term)} "
                "включительно, требовать можно за нарушение срока."
            )
    yield (
        "Если товар неисправен, можно требовать бесплатного ремонта или уменьшения цены; "
        "если после ремонта тот же недостаток вернётся, можно будет вернуть деньги или заменить "
        "товар."
    )


def only_disputed(examined: Examined) -> Iterator[Finding]:
    """Every ground that carries the claim rests on a reading on which courts are split."""
    carrying = examined.relied
    if not carrying or any(ground.status == "met" for ground in carrying):
        return
    reasons = " ".join(ground.reason for ground in carrying)
    yield finding(
        "risk",
        "ground_only_disputed",
        None,
        f"Основание спорное. {reasons} Соберите всё, что подтверждает ваши даты и недостатки.",
        "; ".join(ground.citation for ground in carrying),
    )
    limit = of_days(examined.situation.limits.out_of_use)
    if all("end_days" in ground.why for ground in carrying):
        chosen = examined.situation.case.answers.day_count == "inclusive"
        if not chosen:
            yield finding(
                "risk",
                "day_count_to_choose",
                "answers.day_count",
                "Решите, опираться ли на счёт с днём сдачи и днём выдачи: без него больше "
                f"{limit} не выходит. Письмо называет оба счёта.",
                "ст. 191 ГК РФ",
            )


def one_year_of_a_long_warranty(examined: Examined) -> Iterator[Finding]:
    """The law speaks of each year; the claim shows one year of several."""
    limit = of_days(examined.situation.limits.out_of_use)
    if any(ground.some_years for ground in examined.relied):
        yield finding(
            "risk",
            "one_year_of_a_long_warranty",
            "purchase.warranty_months",
            f"Закон говорит о «каждом годе» гарантии, а больше {limit} набралось не во всех "
            "её годах. Обычно суды считают, что довольно одного года, но магазин может возразить.",
            "абз. 11 п. 1 ст. 18",
        )


def last_of_the_15_days(examined: Examined) -> Iterator[Finding]:
    """The first 15 days carry the claim only if it is sent in time."""
    situation = examined.situation
    transfer = situation.facts.transfer
    if transfer is None or not any(g.id == "within_15_days" for g in examined.carrying):
        return
    last = transfer + timedelta(days=situation.limits.any_defect)
    if situation.case.delivery is None:
        yield finding(
            "risk",
            "last_of_fifteen_days",
            "letter_date",
            f"Последний день — {short(last)}. До 24:00 вручите претензию или сдайте её на почту: "
            "позже это основание закроется.",
            "абз. 8 п. 1 ст. 18, ст. 194 ГК РФ",
        )


def faulty_now(examined: Examined) -> Iterator[Finding]:
    """Nothing is said to be wrong on the day of the claim."""
    facts = examined.situation.facts
    if facts.defect_now or facts.running or not examined.carrying:
        return
    alone = all(ground.id != "unusable_over_30_days" for ground in examined.carrying)
    if examined.said_none("current_defect"):
        message = (
            "Товар сейчас работает: магазин скажет, что вы выбрали ремонт и получили его. Если "
            "заметите недостаток, впишите его: письмо станет крепче."
        )
    else:
        message = (
            "Не сказано, неисправен ли товар сейчас. Если он работает, магазин скажет, что вы "
            "выбрали ремонт и получили его; если неисправен, впишите, чем: письмо станет крепче."
        )
    yield finding(
        "risk" if alone else "note",
        "no_current_defect",
        "current_defect.description",
        message,
        "п. 1 ст. 18",
    )


def repair_still_in_term(examined: Examined) -> Iterator[Finding]:
    """A repair asked for is still within its term: one demand at a time."""
    situation = examined.situation
    for stay in situation.facts.running:
        term = situation.repair_term(stay)
        if term is not None and examined.carrying and not situation.late(stay):
            yield finding(
                "risk",
                "repair_still_in_term",
                f"repairs[{stay.index}].outcome",
                f"Вы попросили о ремонте № {stay.number}, и его срок идёт до {short(term)}. "
                "Магазин скажет, что менять требование рано. Безопаснее дождаться этого дня или "
                "получить письменный отказ от ремонта.",
                "п. 1 ст. 18, п. 1 ст. 20",
            )


def expertise(examined: Examined) -> Iterator[Finding]:
    """What the person risks by the claim itself, to be known before it goes out."""
    if examined.carrying:
        yield finding(
            "note",
            "expertise_costs",
            None,
            "Если экспертиза покажет, что товар сломался по вашей вине, её, хранение и перевозку "
            "товара оплатите вы.",
            "п. 5 ст. 18",
        )


CHECKS = (
    wrong_country,
    no_ground,
    only_disputed,
    one_year_of_a_long_warranty,
    last_of_the_15_days,
    faulty_now,
    repair_still_in_term,
    expertise,
)
