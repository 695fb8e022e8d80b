"""What the register says to SQLite about a case: the statements, and what goes in and out."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app.register.rows import Row, moment, title_of, written

if TYPE_CHECKING:
    from apsw import SQLiteValue

    from desktop_app.case.model import Case

COLUMNS = (
    "id, kind, buyer, item, seller, step, created_on, changed_on, basket_on, state, status,"
    " next_day"
)
# What a search reads beside them: the digest says what the case is known by, if it is of now.
SEARCHED = f"{COLUMNS}, made_of, known_by"
LINES = "cases LEFT JOIN digests USING (number)"
LIST = {
    False: f"SELECT {COLUMNS} FROM {LINES} WHERE basket_on IS NULL"
    " ORDER BY changed_on DESC, number DESC",
    True: f"SELECT {COLUMNS} FROM {LINES} WHERE basket_on IS NOT NULL"
    " ORDER BY basket_on DESC, number DESC",
}
NEW = """
    INSERT INTO cases (id, kind, buyer, item, seller, step, created_on, changed_on, content)
    VALUES (:id, :kind, :buyer, :item, :seller, :step, :now, :now, :content)
    ON CONFLICT (id) DO NOTHING"""
# A row that would stay as it is matches nothing, and so writes nothing.
SAVE = """
    UPDATE cases SET kind = :kind, buyer = :buyer, item = :item, seller = :seller,
        step = coalesce(:step, step),
        changed_on = CASE content WHEN :content THEN changed_on ELSE :now END,
        basket_on = CASE WHEN :restore OR content <> :content THEN NULL ELSE basket_on END,
        content = :content
    WHERE id = :id AND (content <> :content OR step IS NOT coalesce(:step, step)
        OR (:restore AND basket_on IS NOT NULL))
        AND (:seen IS NULL OR changed_on = :seen OR content = :content)
    RETURNING changed_on"""
SET = """
    INSERT INTO settings (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value"""


def bindings_of(
    case_id: UUID, case: Case, now: datetime, step: str | None
) -> dict[str, SQLiteValue]:
    """Return what a statement needs to keep the case; the stored case bears its id."""
    from desktop_app.register.contents import content_of

    return {
        **title_of(case),
        "id": str(case_id),
        "step": step,
        "now": written(now),
        "content": content_of(case_id, case),
        "restore": False,
        "seen": None,
    }


def row_of(found: tuple[Any, ...]) -> Row:
    """Return the line of the list that was found."""
    case_id, *answers, created_on, changed_on, basket_on, state, status, next_day = found
    kind, buyer, item, seller, step = answers
    return Row(
        UUID(case_id), kind, buyer, item, seller, step,
        moment(created_on), moment(changed_on), basket_on and moment(basket_on),
        state, status, next_day and date.fromisoformat(next_day),
    )  # fmt: skip
