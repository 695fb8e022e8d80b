"""The grounds that the letter rests on, each a paragraph, the strongest first."""

from dataclasses import dataclass

from desktop_app.assessment.model import Ground, GroundId
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields.common import short_day, year_in_words
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows
from desktop_app.russian.dates import short
from desktop_app.russian.lists import joined
from desktop_app.russian.numbers import days


@dataclass(frozen=True)
class GroundRow:
    """One ground as a paragraph; `first` opens the reasoning."""

    matter: Matter
    ground: Ground
    first: bool


def _rows(matter: Matter) -> list[GroundRow]:
    return [GroundRow(matter, g, position == 0) for position, g in enumerate(matter.grounds)]


def _days_by_year(row: GroundRow) -> Text | None:
    """«в 1-м году гарантийного срока — 36 дней»; several years are joined."""
    parts = []
    for year in row.matter.assessment.warranty_years:
        if year.number in row.ground.years:
            both = "end_days" in row.ground.why and year.days <= 30
            told = days(year.days_inclusive if both else year.days)
            parts.append(f"{year_in_words(year.number)} гарантийного срока\u00a0— {told}")
    return Text(joined(parts), "repairs") if parts else None


def _numbers(row: GroundRow) -> Text:
    return Text(joined([f"№\u00a0{number}" for number in row.ground.repairs]), "repairs")


def _first_number(row: GroundRow) -> Text | None:
    numbers = row.ground.repairs
    return Text(f"№\u00a0{numbers[0]}", "repairs") if numbers else None


def _repair_index(row: GroundRow) -> int | None:
    return row.ground.repairs[0] - 1 if row.ground.repairs else None


def _term(row: GroundRow) -> Text | None:
    index = _repair_index(row)
    term = row.matter.assessment.repairs[index].term if index is not None else None
    return Text(short(term), f"repairs[{index}].agreed_days") if term else None


def _repair_day(row: GroundRow, key: str) -> Text | None:
    index = _repair_index(row)
    repairs = row.matter.case.repairs
    if index is None or not repairs:
        return None
    repair = repairs[index]
    value = (repair.requested or repair.handed_over) if key == "requested" else repair.returned
    return short_day(value, f"repairs[{index}].{key}")


def _second(row: GroundRow) -> Text | None:
    numbers = row.ground.repairs
    return Text(f"№\u00a0{numbers[1]}", "repairs") if len(numbers) > 1 else None


def _again_on(row: GroundRow) -> Text | None:
    numbers, repairs = row.ground.repairs, row.matter.case.repairs
    if len(numbers) < 2 or not repairs:
        return None
    again = repairs[numbers[1] - 1]
    return short_day(again.requested or again.handed_over, f"repairs[{numbers[1] - 1}].requested")


def _agreed(row: GroundRow) -> Text | None:
    index, repairs = _repair_index(row), row.matter.case.repairs
    agreed = repairs[index].agreed_days if index is not None and repairs else None
    if agreed is None or agreed >= 45:
        return None
    return Text(days(agreed), f"repairs[{index}].agreed_days")


def _is(ground_id: GroundId, name: str, rule: str, absent: str) -> Condition[GroundRow]:
    return Condition(name, rule, absent, ("repairs",), lambda row: row.ground.id == ground_id)


def _runs(row: GroundRow) -> bool:
    index = _repair_index(row)
    return index is not None and row.matter.assessment.repairs[index].running


GROUNDS: Rows[Matter, GroundRow] = Rows(
    "основания",
    "Основания, сильнейшее первым",
    _rows,
    fields=(
        Field(
            "вступление",
            "«По» у первого, «Независимо от этого по» у остальных",
            lambda r: "По" if r.first else "Независимо от этого по",
        ),
        Field("дней_по_годам", "«в 1-м году гарантийного срока — 36 дней»", _days_by_year),
        Field("ремонты", "«№ 1 и № 2»: ремонты, на которых оно стоит", _numbers),
        Field("ремонт", "«№ 1»: первый из них", _first_number),
        Field("срок", "Последний день просроченного ремонта", _term),
        Field("обращение", "День обращения за ним", lambda r: _repair_day(r, "requested")),
        Field("выдан", "День его выдачи", lambda r: _repair_day(r, "returned")),
        Field("повторно", "День обращения с тем же недостатком", _again_on),
        Field("второй_ремонт", "«№ 2»: ремонт, при котором он повторился", _second),
        Field("дней_по_соглашению", "Срок ремонта по соглашению", _agreed),
    ),
    conditions=(
        _is(
            "unusable_over_30_days",
            "больше_30_дней",
            "больше 30 дней в ремонте за год гарантии",
            "дней в ремонте за год гарантии не больше 30",
        ),
        _is(
            "substantial_defect",
            "существенный",
            "недостаток существенный",
            "существенного недостатка нет",
        ),
        _is(
            "repair_deadline_missed",
            "просрочка",
            "срок ремонта нарушен",
            "срок ремонта не нарушен",
        ),
        _is(
            "within_15_days",
            "первые_15_дней",
            "идут первые 15 дней",
            "первые 15 дней прошли",
        ),
        _is(
            "not_technically_complex",
            "не_из_перечня",
            "товара нет в перечне",
            "товар есть в перечне",
        ),
        Condition(
            "разные_недостатки",
            "ремонты устраняли разные недостатки",
            "все ремонты — одного недостатка или это неясно",
            ("repairs[].defect", "repairs[].same_defect_as"),
            lambda r: "same_defect" not in r.ground.why,
            "абз. 11 п. 1 ст. 18",
        ),
        Condition(
            "неоднократно",
            "разные недостатки появлялись снова и снова",
            "вернулся тот же недостаток",
            ("repairs[].defect", "current_defect.description"),
            lambda r: r.ground.basis == "again_and_again",
            "преамбула",
        ),
        Condition(
            "похоже",
            "недостатки описаны похоже, но не названы одним",
            "недостаток назван тем же или недостатки разные",
            ("repairs[].defect", "current_defect.description"),
            lambda r: r.ground.basis == "alike",
            "преамбула",
        ),
        Condition(
            "при_ремонте",
            "недостаток повторился при другом ремонте",
            "недостаток повторился теперь",
            ("repairs[].same_defect_as",),
            lambda r: _second(r) is not None,
            "преамбула",
        ),
        Condition(
            "по_соглашению",
            "срок ремонта согласован, и он короче 45 дней",
            "срок ремонта не согласован",
            ("repairs[].agreed_days",),
            lambda r: _agreed(r) is not None,
            "п. 1 ст. 20",
        ),
        Condition(
            "не_выдан",
            "товар до сих пор не отдан",
            "товар выдан",
            ("repairs[].outcome",),
            _runs,
            "абз. 10 п. 1 ст. 18",
        ),
    ),
)
