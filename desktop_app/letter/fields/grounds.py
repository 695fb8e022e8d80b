"""The grounds that the letter rests on, the strongest first."""

from dataclasses import dataclass

from desktop_app.assessment.model import Ground, GroundId, WarrantyYear
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields.common import short_day, year_in_words
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import short
from desktop_app.russian.lists import joined
from desktop_app.russian.numbers import days
from desktop_app.russian.typography import tidy

_TITLES: dict[GroundId, str] = {
    "unusable_over_30_days": "в связи с невозможностью использовать товар более 30 дней "
    "в году гарантийного срока из-за ремонтов",
    "substantial_defect": "в связи с существенным недостатком товара",
    "repair_deadline_missed": "в связи с нарушением срока ремонта",
    "within_15_days": "в связи с недостатком, обнаруженным в первые 15 дней после передачи",
    "not_technically_complex": "в связи с недостатком товара",
}


@dataclass(frozen=True)
class GroundRow:
    """One ground as a paragraph; `first` opens the reasoning."""

    matter: Matter
    ground: Ground
    first: bool


def _rows(matter: Matter) -> list[GroundRow]:
    return [GroundRow(matter, g, position == 0) for position, g in enumerate(matter.grounds)]


def _title(matter: Matter) -> Text | None:
    return Text(tidy(_TITLES[matter.grounds[0].id])) if matter.grounds else None


def _days(row: GroundRow) -> Text | None:
    year = _year(row)
    if year is None:
        return None
    if "end_days" in row.ground.why:
        return Text(f"{days(year.days_inclusive)}, считая день сдачи и день выдачи,", "repairs")
    return Text(days(year.days), "repairs")


def _year(row: GroundRow) -> WarrantyYear | None:
    years = row.matter.assessment.warranty_years
    return next((year for year in years if year.number == row.ground.year), None)


def _in_year(row: GroundRow) -> Text | None:
    return Text(year_in_words(row.ground.year)) if row.ground.year else None


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


def _is(ground_id: GroundId, name: str, rule: str, absent: str) -> Condition[GroundRow]:
    return Condition(name, rule, absent, ("repairs",), lambda row: row.ground.id == ground_id)


def _runs(row: GroundRow) -> bool:
    index = _repair_index(row)
    return index is not None and row.matter.assessment.repairs[index].running


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field("основание.заголовок", "Вторая строка заголовка: «в связи с …»", _title),
        Field(
            "основание.пропуск",
            "Черта в черновике, пока основания нет",
            lambda m: None if m.grounds else m.needed(None, "repairs"),
        ),
    ),
    conditions=(
        Condition(
            "основание",
            "есть хотя бы одно основание",
            "основания пока нет",
            ("repairs", "current_defect.description", "purchase.category"),
            lambda m: bool(m.grounds),
            "п. 1 ст. 18",
        ),
        Condition(
            "бремя_на_продавце",
            "гарантия ещё идёт",
            "гарантия прошла или не установлена: доказывать пришлось бы вам",
            ("purchase.warranty_months", "purchase.transfer_date"),
            lambda m: m.assessment.in_warranty,
            "п. 6 ст. 18",
        ),
    ),
    rows=(
        Rows(
            "основания",
            "Основания, сильнейшее первым",
            _rows,
            fields=(
                Field(
                    "вступление",
                    "«По» у первого, «Независимо от этого по» у остальных",
                    lambda r: "По" if r.first else "Независимо от этого по",
                ),
                Field("дней", "Число дней в решающем году", _days),
                Field(
                    "в_году",
                    "«В 1-м году»",
                    _in_year,
                ),
                Field("ремонты", "«№ 1 и № 2»: ремонты, на которых оно стоит", _numbers),
                Field("ремонт", "«№ 1»: первый из них", _first_number),
                Field("срок", "Последний день просроченного ремонта", _term),
                Field("обращение", "День обращения за ним", lambda r: _repair_day(r, "requested")),
                Field("выдан", "День его выдачи", lambda r: _repair_day(r, "returned")),
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
                    "не_выдан",
                    "товар до сих пор не отдан",
                    "товар выдан",
                    ("repairs[].outcome",),
                    _runs,
                    "абз. 10 п. 1 ст. 18",
                ),
            ),
        ),
    ),
)
