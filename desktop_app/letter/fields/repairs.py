"""The repairs: what the letter says of them beside the table and the years."""

from desktop_app.letter.annexes import CALCULATED
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields.late_repairs import LATE, late_rows
from desktop_app.letter.fields.repair_rows import ROWS, repair_rows
from desktop_app.letter.fields.repair_years import YEARS, year_rows
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary
from desktop_app.russian.numbers import times


def counts_days(matter: Matter) -> bool:
    """Whether the letter rests on the number of days."""
    return any(ground.id == "unusable_over_30_days" for ground in matter.grounds)


def _times(number: int) -> str:
    return "один раз" if number == 1 else times(number)


def _counted(matter: Matter) -> bool:
    return counts_days(matter) and bool(year_rows(matter))


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "ремонты.сколько_раз",
            "«2 раза»",
            lambda m: Text(_times(len(repair_rows(m))), "repairs"),
        ),
        Field(
            "расчёт.приложение",
            "«приложение № 7»: каким приложением идёт расчёт дней",
            lambda m: m.annex(CALCULATED),
        ),
    ),
    conditions=(
        Condition(
            "расчёт",
            "письмо опирается на дни, их расчёт приложен",
            "письмо опирается не на дни, расчёт не нужен",
            ("repairs", "demands.repair_delay_penalty"),
            lambda m: m.annex(CALCULATED) is not None,
            within="ремонты",
        ),
        Condition(
            "засчитанные_ремонты",
            "есть ремонты, дни которых считаются",
            "ни один ремонт не засчитан",
            ("repairs",),
            lambda m: any(row.days.counted for row in repair_rows(m)),
            "абз. 11 п. 1 ст. 18",
            within="ремонты",
        ),
        Condition(
            "ремонты",
            "товар чинили",
            "ремонтов не было",
            ("repairs",),
            lambda m: bool(repair_rows(m)),
        ),
        Condition(
            "счёт_дней",
            "письмо опирается на число дней в ремонте",
            "письмо опирается на другое основание, дни не нужны",
            ("repairs", "purchase.transfer_date", "purchase.warranty_months"),
            _counted,
            "абз. 11 п. 1 ст. 18, ст. 191 ГК РФ",
        ),
        Condition(
            "просрочка_заявлена",
            "вы требуете неустойку за просрочку ремонта",
            "неустойка за просрочку ремонта не заявлена",
            ("demands.repair_delay_penalty",),
            lambda m: bool(late_rows(m)),
            "п. 1 ст. 20, п. 1 ст. 23",
            within="ремонты",
        ),
        Condition(
            "спорный_счёт",
            "больше 30 дней выходит, только если считать оба крайних дня",
            "больше 30 дней выходит и без дня сдачи",
            ("repairs", "answers.day_count"),
            lambda m: any(row.both_counts for row in year_rows(m)),
            "ст. 191 ГК РФ",
            within="счёт_дней",
        ),
        Condition(
            "незачтённые_ремонты",
            "есть ремонты, дни которых не считаются",
            "все ремонты засчитаны",
            ("repairs",),
            lambda m: any(not row.days.counted for row in repair_rows(m)),
            "абз. 11 п. 1 ст. 18",
            within="ремонты",
        ),
        Condition(
            "ремонт_идёт",
            "засчитанный ремонт не окончен",
            "все засчитанные ремонты окончены",
            ("repairs",),
            lambda m: any(r.running and r.counted for r in m.assessment.repairs),
            within="ремонты",
        ),
    ),
    rows=(
        ROWS,
        LATE,
        YEARS,
    ),
)
