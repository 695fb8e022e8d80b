"""What the letter says of its grounds as a whole."""

from datetime import timedelta

from desktop_app.assessment.model import GroundId
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields.common import day
from desktop_app.letter.fields.ground_rows import GROUNDS
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary
from desktop_app.russian.typography import tidy

_TITLES: dict[GroundId, str] = {
    "unusable_over_30_days": "в связи с невозможностью использовать товар более 30 дней "
    "в году гарантийного срока из-за ремонтов",
    "substantial_defect": "в связи с существенным недостатком товара",
    "repair_deadline_missed": "в связи с нарушением срока ремонта",
    "within_15_days": "в связи с недостатком, обнаруженным в первые 15 дней после передачи",
    "not_technically_complex": "в связи с недостатком товара",
}


def _title(matter: Matter) -> Text | None:
    return Text(tidy(_TITLES[matter.grounds[0].id])) if matter.grounds else None


def _fifteenth_day(matter: Matter) -> Text | None:
    transfer = matter.assessment.warranty.starts
    if transfer is None:
        return None
    last = transfer + timedelta(days=matter.assessment.limits.any_defect)
    return day(last, "purchase.transfer_date")


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field("основание.заголовок", "Вторая строка заголовка: «в связи с …»", _title),
        Field(
            "покупка.передача",
            "День передачи товара: «20 января 2026 года»",
            lambda m: day(m.assessment.warranty.starts, "purchase.transfer_date"),
        ),
        Field("покупка.пятнадцатый_день", "Последний из первых пятнадцати дней", _fifteenth_day),
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
        ),
        Condition(
            "не_все_годы",
            "больше 30 дней набралось не во всех годах гарантии",
            "больше 30 дней набралось во всех годах гарантии",
            ("purchase.warranty_months", "repairs"),
            lambda m: any(ground.some_years for ground in m.grounds),
            "абз. 11 п. 1 ст. 18",
            within="счёт_дней",
        ),
        Condition(
            "бремя_на_продавце",
            "недостатки проявились во время гарантии",
            "во время гарантии недостаток не проявился: доказывать придётся вам",
            ("purchase.warranty_months", "repairs", "current_defect.noticed_on"),
            lambda m: m.assessment.defect_period == "warranty",
            "п. 6 ст. 18",
        ),
        Condition(
            "после_гарантии",
            "недостаток проявился после гарантии, но в два года",
            "недостатки проявились во время гарантии",
            ("purchase.warranty_months", "current_defect.noticed_on"),
            lambda m: m.assessment.defect_period == "after_warranty",
            "п. 5 ст. 19",
            within="гарантия",
        ),
        Condition(
            "гарантии_нет",
            "гарантийный срок не установлен",
            "гарантийный срок установлен",
            ("purchase.warranty_months",),
            lambda m: m.assessment.defect_period == "no_warranty",
            "п. 1 ст. 19",
        ),
    ),
    rows=(GROUNDS,),
)
