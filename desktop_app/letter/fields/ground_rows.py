"""The grounds that the letter rests on, each a paragraph, the strongest first."""

from dataclasses import dataclass

from desktop_app.assessment.model import Ground, GroundId
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields.common import short_day, year_in_words
from desktop_app.letter.fields.repair_rows import RepairRow, repair_row
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows
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
            limit = row.matter.assessment.limits.out_of_use
            both = "end_days" in row.ground.why and year.days <= limit
            told = days(year.days_inclusive if both else year.days)
            parts.append(f"{year_in_words(year.number)} гарантийного срока\u00a0— {told}")
    return Text(joined(parts), "repairs") if parts else None


def _numbers(row: GroundRow) -> Text:
    return Text(joined([f"№\u00a0{number}" for number in row.ground.repairs]), "repairs")


def _different(row: GroundRow) -> Text:
    numbers = joined([f"№\u00a0{number}" for number in row.ground.different])
    return Text(numbers, "repairs")


def _first_number(row: GroundRow) -> Text | None:
    numbers = row.ground.repairs
    return Text(f"№\u00a0{numbers[0]}", "repairs") if numbers else None


def _repair(row: GroundRow, position: int = 0) -> RepairRow | None:
    """Return the repair at a position among those on which the ground rests."""
    numbers, matter = row.ground.repairs, row.matter
    return repair_row(matter, numbers[position] - 1) if position < len(numbers) else None


def _term(row: GroundRow) -> Text | None:
    repair = _repair(row)
    return short_day(repair.days.term, repair.path("agreed_days")) if repair else None


def _requested(row: GroundRow) -> Text | None:
    repair = _repair(row)
    return repair.request if repair else None


def _returned(row: GroundRow) -> Text | None:
    repair = _repair(row)
    return short_day(repair.repair.returned, repair.path("returned")) if repair else None


def _second(row: GroundRow) -> Text | None:
    again = _repair(row, 1)
    return Text(f"№\u00a0{again.index + 1}", "repairs") if again else None


def _again_on(row: GroundRow) -> Text | None:
    again = _repair(row, 1)
    return again.request if again else None


def _agreed(row: GroundRow) -> Text | None:
    repair = _repair(row)
    if repair is None or repair.agreed is None:
        return None
    return Text(days(repair.agreed), repair.path("agreed_days"))


def _is(
    ground_id: GroundId, name: str, rule: str, absent: str, answer: str, citation: str
) -> Condition[GroundRow]:
    return Condition(
        name, rule, absent, (answer,), lambda row: row.ground.id == ground_id, citation
    )


def _runs(row: GroundRow) -> bool:
    repair = _repair(row)
    return repair is not None and repair.days.running


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
        Field("разные_ремонты", "«№ 1 и № 2»: по одному на каждый недостаток", _different),
        Field("ремонт", "«№ 1»: первый из них", _first_number),
        Field("срок", "Последний день просроченного ремонта", _term),
        Field("обращение", "День обращения за ним", _requested),
        Field("выдан", "День его выдачи", _returned),
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
            "repairs",
            "абз. 11 п. 1 ст. 18",
        ),
        _is(
            "substantial_defect",
            "существенный",
            "недостаток существенный",
            "существенного недостатка нет",
            "current_defect.same_defect_as",
            "абз. 9 п. 1 ст. 18, преамбула",
        ),
        _is(
            "repair_deadline_missed",
            "просрочка",
            "срок ремонта нарушен",
            "срок ремонта не нарушен",
            "repairs",
            "абз. 10 п. 1 ст. 18",
        ),
        _is(
            "within_15_days",
            "первые_15_дней",
            "идут первые 15 дней",
            "первые 15 дней прошли",
            "purchase.transfer_date",
            "абз. 8 п. 1 ст. 18",
        ),
        _is(
            "not_technically_complex",
            "не_из_перечня",
            "товара нет в перечне",
            "товар есть в перечне",
            "purchase.category",
            "п. 1 ст. 18",
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
