"""Repairs pasted as lines: from a spreadsheet (tabs) or as plain text.

Each line gives the days, the words and the paper that could be read, and for the rest a sentence
with the number of the line. How a repair ended is never guessed, but that it still runs is read
from words such as «в ремонте».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.russian.reading.result import Read, Unreadable, plain, unreadable
from desktop_app.russian.reading.spans import TypedSpan, read_span

MOST_LINES = 1000
_LONGEST = 2000
_NUMBERING = re.compile(
    r"^\s*(?:(?:ремонт\s*)?(?:№|N)\s*[0-9]{1,3}[.):,]?|[0-9]{1,3}\)|[0-9]{1,3}\.(?=\s)"
    r"|[•*]|[-–—](?=\s))\s*",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:акт\w*|квитанц\w+|заказ-?\s?наряд\w*|наряд\w*|справк\w+)\b", re.IGNORECASE
)
_PLACE = re.compile(r"^(?:сц\b|асц\b|сервис|мастерск|ооо\b|ип\b|магазин)", re.IGNORECASE)
_RUNNING = re.compile(
    r"(?:по |до )?(?:настоящее время|наст\. ?вр\.?|сих пор|сегодня\b|н\.? ?в\.?(?!\w))"
    r"|(?:еще |все еще )?в ремонте|(?:еще )?не (?:выдан|вернули|возвращен|готов|отдали)\w*"
    r"|(?:ремонт )?(?:еще )?(?:идет|не окончен)|еще чинят"
)
_HEADING = re.compile(
    r"дата|сдан|принят|выдан|недостат|дефект|неисправн|поломк|описан|документ|акт"
)
_AROUND = " \t,;:.()—–-"


@dataclass(frozen=True, slots=True)
class RepairLine:
    """What one pasted line says of a repair; `number` is the line's, from 1.

    `unread` holds, by the name of the answer («handed_over», «returned»), the text of days that
    could not be read; `problems` are sentences about these and about what is missing.
    """

    number: int
    handed_over: date | None = None
    returned: date | None = None
    running: bool = False
    defect: str | None = None
    work_done: str | None = None
    place: str | None = None
    act: str | None = None
    unread: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


def read_repair_lines(text: str, today: date) -> tuple[RepairLine, ...]:
    """Read pasted lines, blank ones and a heading left out; at most a thousand.

    A day without a year takes it from the other day of the line, else it is the latest one
    not after `today`.
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if lines and _is_heading(lines[0][1]):
        lines = lines[1:]
    return tuple(_read_line(number, line[:_LONGEST], today) for number, line in lines[:MOST_LINES])


def _is_heading(line: str) -> bool:
    return not any(sign.isdecimal() for sign in line) and len(_HEADING.findall(plain(line))) > 1


def _read_line(number: int, line: str, today: date) -> RepairLine:
    cells = _cells(line)
    if len(cells) > 1:
        span, words = _span_of_cells(cells, today)
    else:
        span, rest = read_span(_NUMBERING.sub("", "".join(cells)), today)
        words = _phrases(rest)
    running = span.running or (span.returned is None and any(map(_says_running, words)))
    words = [word for word in words if not _says_running(word)]
    return RepairLine(
        number,
        handed_over=_value(span.handed_over),
        returned=_value(span.returned),
        running=running,
        **_told(words),
        unread=tuple(_unread(span)),
        problems=tuple(_problems(number, span, running, words)),
    )


def _cells(line: str) -> list[str]:
    """Return the cells of a spreadsheet row; one cell for a line of plain text."""
    separator = "\t" if "\t" in line else ";" if line.count(";") > 1 else ""
    if not separator:
        return [line]
    cells = [_without_quotes(cell.strip()) for cell in line.split(separator)]
    return [cell for cell in cells if cell]


def _without_quotes(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell


def _span_of_cells(cells: list[str], today: date) -> tuple[TypedSpan, list[str]]:
    """Take the days off the first cells, after a number of the row if there is one."""
    number = cells[0].rstrip(".")
    if number.isdecimal() and len(number) <= 4:
        cells = cells[1:]
    span, rest = read_span(" — ".join(cells[:2]), today)
    if span.handed_over is not None and not rest.strip(_AROUND):
        return span, cells[2:]
    span, rest = read_span(cells[0], today)
    return span, [word for word in (rest.strip(_AROUND), *cells[1:]) if word]


def _phrases(rest: str) -> list[str]:
    """Split the words after the days: what was wrong, and the paper from its name on."""
    paper = _PAPER.search(rest)
    parts = [rest[: paper.start()], rest[paper.start() :]] if paper else [rest]
    found = [part.strip(_AROUND) for part in parts]
    return [part for part in found if part]


def _says_running(word: str) -> bool:
    return _RUNNING.fullmatch(plain(word).strip(_AROUND)) is not None


def _told(words: list[str]) -> dict[str, str | None]:
    """Sort the words: a paper and a place by their beginning, the rest defect, then work."""
    papers = [word for word in words if _PAPER.match(word)]
    places = [word for word in words if _PLACE.match(word)]
    rest = [word for word in words if word not in papers and word not in places]
    return {
        "defect": rest[0] if rest else None,
        "work_done": rest[1] if len(rest) > 1 else None,
        "place": places[0] if places else None,
        "act": papers[0] if papers else None,
    }


def _value(day: Read[date] | Unreadable | None) -> date | None:
    return day.value if isinstance(day, Read) else None


def _unread(span: TypedSpan) -> Iterator[tuple[str, str]]:
    if isinstance(span.handed_over, Unreadable):
        yield "handed_over", span.handed_over_text
    if isinstance(span.returned, Unreadable):
        yield "returned", span.returned_text


def _problems(number: int, span: TypedSpan, running: bool, words: list[str]) -> Iterator[str]:
    for day in (span.handed_over, span.returned):
        if isinstance(day, Unreadable):
            yield unreadable(f"Строка {number}: {day.sentence}").sentence
    if span.handed_over is None:
        yield _sentence(number, "не видно дней. Впишите день сдачи и день выдачи.")
    elif span.returned is None and not running:
        yield _sentence(number, "не видно дня выдачи. Впишите его или отметьте, что ремонт идёт.")
    handed_over, returned = _value(span.handed_over), _value(span.returned)
    if handed_over and returned and returned < handed_over:
        yield _sentence(number, "день выдачи раньше дня сдачи. Проверьте год и порядок дней.")
    told = _told(words)
    if told["defect"] is None:
        yield _sentence(number, "не сказано, что чинили. Впишите недостаток из акта.")
    kept = [word for word in told.values() if word]
    for word in words:
        if word not in kept:
            yield _sentence(number, f"непонятно, куда отнести «{word[:60]}». Впишите это сами.")


def _sentence(number: int, words: str) -> str:
    return unreadable(f"Строка {number}: {words}").sentence
