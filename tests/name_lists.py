"""The lists of names beside `tests/russian`: each a class of names, with forms and a source.

A row: surname, given name, patronymic («-» for a part that is not there), gender, the whole name
in the genitive and in the dative, the initials, the certainty that is the most the program may
claim, the source of the rule. Names are invented, but for well-known bearers of a surname.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "russian" / "names"
_GENDERS = {"m": "male", "f": "female", "-": None}
COLUMNS = [
    "surname",
    "given",
    "patronymic",
    "gender",
    "genitive",
    "dative",
    "initials",
    "certainty",
    "source",
]


@dataclass(frozen=True)
class Row:
    """One name with what is right for it."""

    of_class: str
    parts: tuple[str | None, str | None, str | None]
    gender: str | None
    genitive: str
    dative: str
    initials: str
    certainty: str
    source: str

    def expected(self, case: str) -> str:
        return self.genitive if case == "genitive" else self.dative

    def __str__(self) -> str:
        return f"{self.of_class}: {' '.join(part or '-' for part in self.parts)} {self.gender}"


@cache
def rows() -> tuple[Row, ...]:
    return tuple(row for path in sorted(_FOLDER.glob("*.tsv")) for row in _of_file(path))


def _of_file(path: Path) -> list[Row]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == COLUMNS, path
    return [_row(path.stem, line.split("\t")) for line in lines]


def _row(of_class: str, cells: list[str]) -> Row:
    surname, given, patronymic = (None if cell == "-" else cell for cell in cells[:3])
    return Row(of_class, (surname, given, patronymic), _GENDERS[cells[3]], *cells[4:])
