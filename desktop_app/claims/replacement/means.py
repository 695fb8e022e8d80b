"""What a replacement means for the person, in days and money."""

from collections.abc import Iterator

from desktop_app.assessment.demanded import penalty
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.claims.replacement.wanted import (
    WORTH_TELLING,
    difference,
    meanwhile,
    wants_other,
)
from desktop_app.russian.dates import full
from desktop_app.russian.lists import joined
from desktop_app.russian.money import roubles


def means(case: Case, assessment: Assessment, supposed: bool) -> tuple[str, ...]:
    """Return what follows from the claim; `supposed`: it is not handed over yet."""
    return tuple(_sentences(case, assessment, supposed))


def _sentences(case: Case, assessment: Assessment, supposed: bool) -> Iterator[str]:
    by, more = assessment.deadlines.answer_by, difference(case)
    if by:
        today = "отдадите письмо сегодня — " if supposed else ""
        yield (
            f"Товар меняют за 7 дней: {today}до {full(by)} включительно. С проверкой качества — "
            "за 20 дней, если такого товара нет в наличии — за месяц."
        )
    if meanwhile(case):
        yield "Если ждать дольше 7 дней, на это время дают похожий товар."
    if more and abs(more) >= WORTH_TELLING:
        who = "доплатите" if more > 0 else "получите"
        yield f"За другую модель вы {who} около {roubles(abs(more))}: считают в день замены."
    elif not wants_other(case):
        yield "За такой же товар не доплачивают, даже если он подорожал; за другой — разницу."
    yield from _money(assessment)
    yield from penalty(assessment)
    yield (
        "Товар новый, гарантия на него начнётся заново. Не заменят в срок — можно будет "
        "потребовать деньги."
    )


def _money(assessment: Assessment) -> Iterator[str]:
    amounts = assessment.amounts
    named = [
        *(["расходы"] if amounts.losses else []),
        *(["неустойку за ремонт"] if amounts.repair_delay.demanded else []),
    ]
    if amounts.total and named:
        yield f"Деньгами письмо потребует {roubles(amounts.total)}: {joined(named)}."
