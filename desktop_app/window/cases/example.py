"""The example case: told as one wherever it is shown, and opened as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app import paths
from desktop_app.clock import now
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict, Row, title_of
from desktop_app.window.opened.holds import holds_of

if TYPE_CHECKING:
    from desktop_app.case.model import Case

EXAMPLE = paths.resource("examples", "refund.json")
# What the file says, so that the list of cases knows it without reading the file.
TITLE = {
    "kind": "refund",
    "buyer": "Орлова Марина Петровна",
    "item": "Стиральная машина",
    "seller": "ООО «Домашний мастер»",
}


def is_example(case: Case | Row) -> bool:
    """Say whether the people, the shop and the goods are still those of the example."""
    if isinstance(case, Row):
        return {name: getattr(case, name) for name in TITLE} == TITLE
    return title_of(case) == TITLE


def example_in(register: Register) -> UUID:
    """Return the id of the example in the register, as it was left there or new.

    Raises UserError where the register can't be written or the program's files are spoiled.
    """
    kept = next((row for row in register.cases() if is_example(row)), None)
    if kept is not None:
        return kept.id
    holds_of(register).require()
    taken = register.import_file(EXAMPLE, now())
    # Its id is another's by now: somebody made a case of their own of it, or threw it away.
    return register.keep_both(taken, now()) if isinstance(taken, Conflict) else taken.id
