"""`pretenziya cases`: what is kept, found by words; what is due; one case in words."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desktop_app.call_parser import Parser
from desktop_app.clock import now
from desktop_app.commands.opened import (
    add_register_option,
    complain,
    id_in,
    opened_register,
    tell_news,
)
from desktop_app.errors import UserError
from desktop_app.terminal import one_line

if TYPE_CHECKING:
    from desktop_app.register.finding import Due
    from desktop_app.register.register import Register
    from desktop_app.register.rows import Row

DONE = 0
_ORDERS = {
    "изменено": "changed",
    "покупатель": "buyer",
    "товар": "item",
    "магазин": "seller",
    "статус": "status",
    "срок": "next_day",
}
SECOND_WORDS = ("cases show",)
_SHORT_ID = 8
_WIDEST = 28
_MANY, _AT_ONCE = 200, 100
_DAYS = "в ближайшие семь дней"
_MORE = """\
Другие команды о делах; подробнее о каждой — с --help:
  pretenziya cases show НОМЕР                  одно дело словами
  pretenziya cases export НОМЕР --out ПАПКА    дела файлами; --all — все
  pretenziya cases import ФАЙЛ…                взять дела из файлов и папок
  pretenziya cases send НОМЕР --to ФАЙЛ        одно дело файлом под паролем
  pretenziya cases password                    запереть хранилище паролем
  pretenziya cases backup --to ФАЙЛ            сохранить копию хранилища
  pretenziya cases restore КОПИЯ               вернуться к копии
  pretenziya cases check                       проверить, цело ли хранилище
"""


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `cases` and what begins with it."""
    cases = commands.add_parser("cases", help="сохранённые дела: все или найденные по словам")
    # The lines of what else there is stay lines.
    cases.formatter_class, cases.epilog = argparse.RawDescriptionHelpFormatter, _MORE
    cases.add_argument("query", nargs="*", metavar="СЛОВО", help="слова из любых ответов")
    cases.add_argument("--due", action="store_true", help=f"сроки сегодня и {_DAYS}")
    cases.add_argument("--basket", action="store_true", help="дела в корзине")
    cases.add_argument("--order", choices=_ORDERS, metavar="ПОРЯДОК", help=", ".join(_ORDERS))
    cases.add_argument("--json", action="store_true", help="для программ")
    add_register_option(cases)
    cases.set_defaults(run=_cases)
    show = commands.add_parser("cases show", help="одно дело словами")
    show.add_argument("case", metavar="НОМЕР", help="номер дела или его начало")
    show.add_argument("--json", action="store_true", help="для программ: дело как файл")
    add_register_option(show)
    show.set_defaults(run=_show)


def _cases(options: argparse.Namespace) -> int:
    from desktop_app.register.finding import Query, page

    with opened_register(options) as register:
        _freshen(register)
        if options.due:
            return _due(register, options)
        order = _ORDERS[options.order or "изменено"]
        query = Query(" ".join(options.query), order, options.basket)  # type: ignore[arg-type]
        rows = page(register, query)
        tell_news(register)
    if options.json:
        _print_json([_as_data(row) for row in rows])
    elif rows:
        _print_table(rows)
    else:
        print("Таких дел нет." if options.query else "Дел нет.")
    return DONE


def _due(register: "Register", options: argparse.Namespace) -> int:
    from desktop_app.register.finding import WEEK, Query, due, page

    today = now().date()
    text = " ".join(options.query)
    rows = page(register, Query(text, "status"))
    shown = {row.id for row in rows}
    days = [d for d in due(register, today, today + WEEK) if d.row.id in shown]
    tell_news(register)
    late = [row for row in rows if row.state == "overdue"]
    parts = {
        "today": [d for d in days if d.day == today],
        "week": [d for d in days if d.day > today],
    }
    if options.json:
        data = {name: [_due_as_data(d) for d in found] for name, found in parts.items()}
        _print_json({"overdue": [_as_data(row) for row in late], **data})
    else:
        print("\n".join(_due_lines(late, parts)) or f"Сегодня и {_DAYS} сроков нет.")
    return DONE


def _due_lines(late: "list[Row]", parts: "dict[str, list[Due]]") -> Iterator[str]:
    from desktop_app.russian.dates import short

    if late:
        yield "Магазин опоздал"
        yield from (f"  {_short(row)}  {row.status}  {_known(row)}" for row in late)
    for title, name in (("Сегодня", "today"), (_DAYS.capitalize(), "week")):
        if parts[name]:
            yield title
        for one in parts[name]:
            yield f"  {_short(one.row)}  {short(one.day)}  {one.title}  {_known(one.row)}"


def _show(options: argparse.Namespace) -> int:
    from desktop_app.case.file import dump_case
    from desktop_app.register.faults import DamagedError
    from desktop_app.register.finding import days_of
    from desktop_app.register.versions import versions_of
    from desktop_app.russian.dates import full

    with opened_register(options) as register:
        _freshen(register)
        case_id = id_in(register, options.case)
        row, case = register.row(case_id), register.read(case_id).case
        days = days_of(register, case_id)
        try:
            versions = f"Версий: {len(versions_of(register, case_id)) + 1}."
        except DamagedError:
            versions = "Прежние версии не читаются."
        tell_news(register)
    if options.json:
        print(dump_case(case).decode())
        return DONE
    print(_known(row))
    print(f"Номер: {case_id}")
    print(f"Статус: {row.status}")
    print(f"Изменено: {full(row.changed_on.astimezone().date())}. {versions}")
    for one in days:
        print(f"  {full(one.day)}: {one.title}")
    print("\n".join(_answers(case)))
    return DONE


def _answers(case: Any) -> Iterator[str]:
    """Yield the answers in words, step by step."""
    from desktop_app.interview.entry import said_answer
    from desktop_app.interview.flow import asked_in
    from desktop_app.interview.rows import label_of
    from desktop_app.interview.steps import STEPS
    from desktop_app.interview.told import unread

    for step in STEPS:
        told = []
        for place in asked_in(case, step):
            said = said_answer(case, place.question, place.row)
            not_read = unread(case, place.question, place.row)
            if not_read is not None:
                said = f"не понято: «{not_read}»"
            if said:
                label = label_of(place)
                # No line of an answer stands where a question or a heading does.
                said = said.replace("\n", "\n    ")
                told.append(f"  {label}{'' if label.endswith('?') else ':'} {said}")
        if told:
            yield f"\n{step.title}"
            yield from told


def _freshen(register: "Register") -> None:
    """Bring statuses and words for the search up to date; where that fails, they stay as they are.

    A full disk or one that can't be written keeps nobody from reading.
    """
    from desktop_app.digests import bring_up_to_date
    from desktop_app.register.faults import DamagedError

    try:
        done = 0
        while bring_up_to_date(register, now().date(), _AT_ONCE):
            done += _AT_ONCE
            if done == _MANY and sys.stderr is not None and sys.stderr.isatty():
                complain("Считаем статусы и сроки дел: дел много, это займёт несколько секунд…")
    except DamagedError:
        pass  # Reading tells it.
    except UserError as error:
        complain(f"Статусы показаны прежние, обновить их не удалось. {error}")


def _print_table(rows: "tuple[Row, ...]") -> None:
    lines = [("НОМЕР", "СТАТУС", "ПОКУПАТЕЛЬ", "ТОВАР", "МАГАЗИН")]
    for row in rows:
        buyer, item, seller = (_cut(told or "—") for told in (row.buyer, row.item, row.seller))
        # The status is whole: its sum stands at its end.
        lines.append((_short(row), " ".join((row.status or "").split()), buyer, item, seller))
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    for line in lines:
        print(
            "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        )


def _cut(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _known(row: "Row") -> str:
    known = " · ".join(filter(None, (row.buyer, row.item, row.seller)))
    return one_line(known) or "Дело без имени"


def _short(row: "Row") -> str:
    return str(row.id)[:_SHORT_ID]


def _as_data(row: "Row") -> dict[str, Any]:
    days = {name: getattr(row, name) for name in ("created_on", "changed_on", "basket_on")}
    return {
        "id": str(row.id),
        **{name: getattr(row, name) for name in ("kind", "buyer", "item", "seller")},
        "state": row.state,
        "status": row.status,
        "next_day": row.next_day and row.next_day.isoformat(),
        **{name: day and day.isoformat() for name, day in days.items()},
    }


def _due_as_data(one: "Due") -> dict[str, Any]:
    return {"day": one.day.isoformat(), "title": one.title, "case": _as_data(one.row)}


def _print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1))
