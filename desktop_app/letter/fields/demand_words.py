"""What a template can say of the demands of any kind of claim."""

from datetime import date

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import money, words
from desktop_app.letter.fields.demands import Demand, demands
from desktop_app.letter.matter import BLANK, Matter, told, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import short, span
from desktop_app.russian.lists import joined
from desktop_app.russian.money import rub
from desktop_app.russian.numbers import days


def _sum(demand: Demand) -> Text | None:
    return money(demand.amount, demand.path) or _blank(demand)


def _in_words(demand: Demand) -> Text | None:
    return words(demand.amount, demand.path) or _blank(demand)


def _blank(demand: Demand) -> Text | None:
    return Text(BLANK, demand.path, blank=True) if demand.matter.draft and demand.path else None


def _title(demand: Demand) -> Text | None:
    if demand.kind != "loss":
        return None
    description = demand.matter.case.losses[demand.index].description
    return told(description, f"losses[{demand.index}].description")


def _document(demand: Demand) -> Phrase | None:
    if demand.kind != "loss":
        return None
    document = demand.matter.case.losses[demand.index].document
    if not document:
        return None
    path = f"losses[{demand.index}].document"
    annex = demand.matter.annex(path)
    return Phrase([Text(unbroken(document), path), Phrase([", ", annex]) if annex else ""])


def _span(first: date, last: date) -> str:
    return short(first) if first == last else span(first, last)


def _period(demand: Demand) -> Text | None:
    delay = demand.matter.assessment.amounts.repair_delay
    if demand.kind != "repair_penalty":
        return None
    return Text(f"{days(delay.days)} ({joined([_span(*period) for period in delay.periods])})")


def _uncapped(demand: Demand) -> Text | None:
    delay = demand.matter.assessment.amounts.repair_delay
    if demand.kind != "repair_penalty" or delay.uncapped is None:
        return None
    return Text(rub(delay.uncapped), "demands.repair_delay_penalty")


def _is_capped(demand: Demand) -> bool:
    delay = demand.matter.assessment.amounts.repair_delay
    return demand.kind == "repair_penalty" and delay.uncapped != delay.penalty


def is_kind(kind: str, name: str, rule: str, absent: str, path: str) -> Condition[Demand]:
    """Return the condition that a demand is of that kind."""
    return Condition(name, rule, absent, (path,), lambda demand: demand.kind == kind)


_FIELDS: tuple[Field[Demand], ...] = (
    Field("номер", "Номер требования", lambda d: str(d.number)),
    Field("сумма", "Сумма: «44 091,00 руб.»", _sum),
    Field("прописью", "Сумма прописью", _in_words),
    Field("убыток", "Название убытка", _title),
    Field("документ", "Документ об убытке с номером приложения", _document),
    Field("без_потолка", "Неустойка за ремонт без потолка", _uncapped),
    Field("период", "Дни и период просрочки ремонта", _period),
)
_CONDITIONS: tuple[Condition[Demand], ...] = (
    Condition(
        "название",
        "убыток назван",
        "убыток не назван",
        ("losses[].description",),
        lambda d: _title(d) is not None,
    ),
    Condition(
        "ограничена",
        "неустойка за ремонт больше уплаченного за товар",
        "неустойка за ремонт не больше уплаченного",
        ("demands.repair_delay_penalty",),
        _is_capped,
        "п. 1 ст. 23",
    ),
    is_kind("loss", "убыток", "вы требуете возместить этот расход", "убытков нет", "losses"),
    is_kind(
        "repair_penalty",
        "неустойка_за_ремонт",
        "вы требуете неустойку за просрочку ремонта",
        "неустойка за просрочку ремонта не заявлена",
        "demands.repair_delay_penalty",
    ),
    is_kind(
        "answer",
        "ответ",
        "письмо всегда просит письменный ответ",
        "всегда есть",
        "buyer.address",
    ),
    Condition(
        "документ",
        "есть документ об убытке",
        "документа об убытке нет",
        ("losses[].document",),
        lambda d: _document(d) is not None,
    ),
)


def demand_words(
    fields: tuple[Field[Demand], ...], conditions: tuple[Condition[Demand], ...]
) -> Vocabulary[Matter]:
    """Return what a template can say of the demands: the common words and a kind's own."""
    rows = Rows(
        "требования",
        "Требования по порядку",
        demands,
        fields=(*_FIELDS, *fields),
        conditions=(*_CONDITIONS, *conditions),
    )
    return Vocabulary(rows=(rows,))
