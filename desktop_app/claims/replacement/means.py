"""What a replacement means for the person, in days and money."""

from collections.abc import Iterator

from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.claims.replacement.wanted import difference, meanwhile
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles


def means(case: Case, assessment: Assessment) -> tuple[str, ...]:
    """Return what follows from the claim; the case is taken as handed over."""
    return tuple(_sentences(case, assessment))


def _sentences(case: Case, assessment: Assessment) -> Iterator[str]:
    amounts, by = assessment.amounts, assessment.deadlines.answer_by
    if by:
        yield (
            f"Товар меняют за 7 дней: отдадите письмо сегодня — до {full(by)} включительно. С "
            "проверкой качества — за 20 дней, если такого товара нет в наличии — за месяц."
        )
    if meanwhile(case):
        yield "Если ждать дольше 7 дней, на это время дают похожий товар."
    more = difference(case)
    if more:
        who = "доплатите" if more > 0 else "получите"
        yield f"За другую модель вы {who} около {roubles(abs(more))}: считают в день замены."
    else:
        yield "За такой же товар не доплачивают, даже если он подорожал; за другой — разницу."
    if amounts.total:
        yield f"Деньгами письмо потребует {roubles(amounts.total)}: расходы и неустойку за ремонт."
    if amounts.penalty_per_day:
        yield f"За каждый день опоздания — {roubles(amounts.penalty_per_day)}."
    yield (
        "Товар новый, гарантия на него начнётся заново. Не заменят в срок — можно будет "
        "потребовать деньги."
    )
