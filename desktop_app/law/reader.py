"""The files of the law, from TOML to provisions: anything unexpected is an error, not a guess.

The shipped files put texts in single quotes: tomllib reads those at once, double-quoted ones
letter by letter, and the law is read at every start.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

from desktop_app import paths
from desktop_app.law.parameters import Law, OpenItem, Provision, Trust
from desktop_app.law.toml_file import LawFileError, Table, read_toml

OPEN_ITEMS = "open_items.toml"

_WHOLE = (int,)
_NUMBER = (int, Decimal)
_UNITS: dict[str, tuple[tuple[type, ...], str]] = {
    "calendar_days": (_WHOLE, "целое число дней"),
    "months": (_WHOLE, "целое число месяцев"),
    "years": (_WHOLE, "целое число лет"),
    "count": (_WHOLE, "целое число"),
    "roubles": (_NUMBER, "сумма в рублях"),
    "percent": (_NUMBER, "число процентов"),
    "percent_per_day": (_NUMBER, "число процентов за день"),
    "kilograms": (_NUMBER, "число килограммов"),
    "flag": ((bool,), "true или false"),
    "text": ((str,), "непустая строка в кавычках"),
}
UNITS = frozenset(_UNITS)
CHOSEN_BY = frozenset({"contract", "transfer", "repair_request", "delay_day", "letter", "any"})


def read_law(folder: Path) -> Law:
    """Return the law that the TOML files of a folder state.

    Raises LawFileError for a damaged file and for a parameter that two files state.
    """
    found: dict[str, tuple[Provision, ...]] = {}
    open_items: tuple[OpenItem, ...] = ()
    for path in _files(folder):
        if path.name == OPEN_ITEMS:
            open_items = read_open_items(path)
            continue
        for name, values in read_parameters(path).items():
            if name in found:
                raise LawFileError(path.name, name, "такой параметр уже есть в другом файле")
            found[name] = values
    return Law(found, open_items)


def _files(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.glob("*.toml") if path.is_file())
    if not files:
        raise LawFileError(folder.name, "", "в папке нет ни одного файла .toml")
    return files


def read_parameters(path: Path) -> dict[str, tuple[Provision, ...]]:
    """Return the parameters of one file, each with its values in order of their days.

    Raises LawFileError naming the file, the key and what is allowed there.
    """
    content = read_toml(path)
    if not content:
        raise LawFileError(path.name, "", "в файле нет ни одного параметра вида [имя]")
    return {name: _parameter(path.name, name, table) for name, table in content.items()}


def read_open_items(path: Path) -> tuple[OpenItem, ...]:
    """Return the places that must still be compared with the official text."""
    table = Table(path.name, "", read_toml(path))
    items = tuple(_open_item(row) for row in table.rows("items"))
    table.done()
    return items


def _open_item(row: Table) -> OpenItem:
    item = OpenItem(row.text("title"), row.text("what_to_check"), row.text("citation"))
    row.done()
    return item


def _parameter(file: str, name: str, content: object) -> tuple[Provision, ...]:
    if not (name.isascii() and name.isidentifier() and name == name.lower()):
        raise LawFileError(file, name, "имя параметра: строчные латинские буквы, цифры и «_»")
    table = Table(file, name, content)
    title = table.text("title")
    unit = table.choice("unit", UNITS)
    chosen_by = table.choice("chosen_by", CHOSEN_BY)
    values: list[Provision] = []
    for row in table.rows("values"):
        provision = _provision(row, name, title, unit, chosen_by)
        if values and provision.since <= values[-1].since:
            raise row.error("since", "день должен быть позже, чем у значения выше")
        values.append(provision)
    table.done()
    return tuple(values)


def _provision(row: Table, name: str, title: str, unit: str, chosen_by: str) -> Provision:
    provision = Provision(
        name=name,
        title=title,
        unit=unit,
        chosen_by=chosen_by,
        since=row.day("since"),
        value=_value(row, unit),
        citation=row.text("citation"),
        source=row.text("source"),
        checked_on=row.day("checked_on"),
        trust=Trust(row.choice("trust", Trust)),
        note=row.text_or_none("note"),
    )
    row.done()
    return provision


def _value(row: Table, unit: str) -> int | Decimal | str | bool | None:
    if row.has("none"):
        if row.has("value"):
            raise row.error("none", "допустимо либо value, либо none = true, но не оба")
        if row.take("none", "true") is not True:
            raise row.error("none", "допустимо только true")
        return None
    types, needed = _UNITS[unit]
    value = row.take("value", f"{needed} либо none = true")
    if type(value) in types and _is_sound(value):
        assert isinstance(value, int | Decimal | str)
        return value
    raise row.error("value", f"для единицы «{unit}» допустимо: {needed}, не меньше нуля")


def _is_sound(value: object) -> bool:
    """Say whether a value is not blank, not negative, not infinite and not NaN."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Decimal):
        return value.is_finite() and value >= 0
    return isinstance(value, int) and value >= 0


@cache
def load_law() -> Law:
    """Return the law of Russia from the shipped files, read once.

    Raises LawFileError when a file is damaged.
    """
    return read_law(paths.resource("law", "ru"))
