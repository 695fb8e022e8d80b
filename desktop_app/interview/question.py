"""What a question, a page and a step are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.case.model import Case
from desktop_app.russian.reading.whole import Unit
from desktop_app.russian.typography import tidy


class ValueKind(StrEnum):
    """The kinds of value; each has one editor.

    `presence` asks whether a whole group of answers is there (a representative, a present
    defect): its path is the group's. `earlier_repair` is the number of a repair before this one.
    `rows` is a list whose rows are told on the row pages of the same step.
    """

    text = "text"
    long_text = "long_text"
    email = "email"
    phone = "phone"
    digits = "digits"
    serial = "serial"
    day = "day"
    money = "money"
    percent = "percent"
    whole = "whole"
    yes_no = "yes_no"
    presence = "presence"
    choice = "choice"
    earlier_repair = "earlier_repair"
    goods = "goods"
    file = "file"
    rows = "rows"


Answer = str | bool | int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers: its value in the case, its words, what it means for the person."""

    value: Answer
    label: str
    meaning: str

    def __post_init__(self) -> None:
        _tidied(self, "label", "meaning")


@dataclass(frozen=True, slots=True)
class Condition:
    """When something is asked. `name` says it in Russian, after «спрашиваем, если».

    `holds` is given the case and, for an answer of a row, the number of the row from 0.
    """

    name: str
    holds: Callable[[Case, int | None], bool]


ALWAYS = Condition("всегда", lambda case, row: True)


@dataclass(frozen=True, slots=True)
class LetterForm:
    """What the letter will say if an answer is left empty; `choices` where it is not sure."""

    sentence: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `path` is that of its answer; in a row the list is written `repairs[]`.

    `hint` stands below the label and holds the example; `help` is what F1 shows: why it is asked
    and where to find it. `missing` is said when an answer is needed and there is none; empty for
    an optional question. `unknown` says what «не знаю» means, `no_document` what «документа нет»
    means, `none_means` (rows) what it means that there are none at all, its button being
    `none_label`; empty where that is no possible answer. `code_name` names what `digits` are,
    `unit` what a `whole` number counts, `ahead` says that a day without a year is one to come.
    `most` bounds the length of text, or the size of a whole number. `in_letter` tells what the
    letter will say if this is left empty.
    """

    path: str
    kind: ValueKind
    label: str
    hint: str
    help: str
    missing: str = ""
    choices: tuple[Choice, ...] = ()
    unknown: str = ""
    no_document: str = ""
    none_label: str = ""
    none_means: str = ""
    when: Condition = ALWAYS
    most: int = 200
    unit: Unit = ""
    code_name: str = ""
    ahead: bool = False
    in_letter: Callable[[Case], LetterForm | None] | None = None

    def __post_init__(self) -> None:
        _tidied(self, "label", "hint", "help", "missing", "unknown", "no_document")
        _tidied(self, "none_label", "none_means")

    @property
    def needed(self) -> bool:
        """Whether there is no letter, or no judgement, without this answer."""
        return bool(self.missing)

    @property
    def in_row(self) -> bool:
        """Whether each row of a list has this answer."""
        return "[]" in self.path

    def path_at(self, row: int | None) -> str:
        """Return the path of the answer in the case: `repairs[2].act` for row 2.

        Raises ValueError when a row is wanting or given to a question that has none.
        """
        if self.in_row is (row is None):
            raise ValueError(f"{self.path}: row {row}")
        return self.path if row is None else self.path.replace("[]", f"[{row}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is seen at once: at most five questions. `id` is unique among all pages.

    A page with `rows` is shown for one row of that list. With `by_view` the step's view decides
    whether it is shown: what it asks matters only as the law says of the case.
    """

    id: str
    title: str
    lead: str
    questions: tuple[Question, ...]
    rows: str = ""
    by_view: bool = False
    when: Condition = ALWAYS

    def __post_init__(self) -> None:
        _tidied(self, "title", "lead")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the form. `view` names what the window shows beside or in place of questions."""

    id: str
    title: str
    pages: tuple[Page, ...] = ()
    view: str = ""

    def __post_init__(self) -> None:
        _tidied(self, "title")

    def questions(self) -> Iterator[Question]:
        """Yield the questions of all pages."""
        for page in self.pages:
            yield from page.questions


def _tidied(declared: object, *names: str) -> None:
    for name in names:
        object.__setattr__(declared, name, tidy(getattr(declared, name)))
