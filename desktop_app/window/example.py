"""The example case: told as one wherever it is shown, and opened as it was left."""

from functools import cache
from uuid import UUID

from desktop_app import paths
from desktop_app.case.file import read_case
from desktop_app.case.model import Case
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict, Row, title_of
from desktop_app.window.clock import now


def is_example(case: Case | Row) -> bool:
    """Say whether the people, the shop and the goods are still those of the example."""
    title = title_of(case) if isinstance(case, Case) else _title_of_row(case)
    return title == title_of(_example())


def example_in(register: Register) -> UUID:
    """Return the id of the example in the register, as it was left there or new.

    Raises UserError where the register can't be written or the program's files are spoiled.
    """
    kept = next((row for row in register.cases() if is_example(row)), None)
    if kept is not None:
        return kept.id
    taken = register.import_case(_example(), now())
    # Its id is another's by now: somebody made a case of their own of it, or threw it away.
    return register.keep_both(taken, now()) if isinstance(taken, Conflict) else taken.id


def _title_of_row(row: Row) -> dict[str, str | None]:
    return {"kind": row.kind, "buyer": row.buyer, "item": row.item, "seller": row.seller}


@cache
def _example() -> Case:
    return read_case(paths.resource("examples", "refund.json"))
