"""The decisive answers of a row as one line of its table."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.case.model import Case
from desktop_app.interview.entry import said_answer
from desktop_app.interview.flow import is_asked
from desktop_app.interview.form import question_at
from desktop_app.interview.question import Question, ValueKind
from desktop_app.interview.told import unread, value_of
from desktop_app.russian.dates import short
from desktop_app.russian.reading.repair_lines import RepairLine
from desktop_app.russian.reading.result import quoted
from desktop_app.russian.typography import tidy


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and the answers of a row that it shows together.

    `absent` is said where an answer that is needed is not there.
    """

    heading: str
    keys: tuple[str, ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class RowWords:
    """What the button that adds a row says, and what the table shows."""

    added: str
    columns: tuple[Column, ...]


ROW_WORDS = {
    "repairs": RowWords(
        "Добавить ремонт",
        (
            Column("Сдали – вернули", ("handed_over", "returned"), "день не указан"),
            Column("Что не работало", ("defect",), "недостаток не назван"),
            Column("Чем закончилось", ("outcome",), "итог не указан"),
        ),
    ),
    "losses": RowWords(
        "Добавить расход",
        (
            Column("На что", ("description",), "не сказано, на что"),
            Column("Сколько", ("amount",), "сумма не указана"),
            Column("Документ", ("document",)),
        ),
    ),
    "attachments": RowWords(
        "Добавить документ",
        (
            Column("Название", ("title",), "название не указано"),
            Column("Листов", ("sheets",)),
            Column("Файл", ("file",)),
        ),
    ),
}


def cells_of(case: Case, path: str, row: int) -> tuple[str, ...]:
    """Return the cells of a row; what is absent or was not understood is said."""
    return tuple(" – ".join(_told(case, path, row, column)) for column in ROW_WORDS[path].columns)


def pasted_words(line: RepairLine) -> str:
    """Return what was read in a pasted line, as the table would show it."""
    days = [short(day) for day in (line.handed_over, line.returned) if day]
    told = (line.defect, line.work_done, line.place, line.act)
    running = ("ещё в ремонте",) if line.running else ()
    words = [word for word in (" – ".join(days), *running, *told) if word]
    return tidy(f"{line.number}. ") + (", ".join(words) or "ничего не прочитано")


def _told(case: Case, path: str, row: int, column: Column) -> Iterator[str]:
    for key in column.keys:
        place = question_at(f"{path}[{row}].{key}")
        if place is not None and is_asked(case, place.question, row):
            said = _said(case, place.question, row) or (
                column.absent if place.question.needed else ""
            )
            if said:
                yield said


def _said(case: Case, question: Question, row: int) -> str:
    text = unread(case, question, row)
    if text is not None:
        return tidy(f"непонятно: {quoted(text)}")
    if question.kind is ValueKind.day:
        day = value_of(case, question, row)
        return short(day) if day else ""
    said = said_answer(case, question, row)
    if question.kind is ValueKind.file:
        return said.replace("\\", "/").rpartition("/")[2]
    return said
