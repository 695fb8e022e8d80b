"""What happens to a case that is here already with other answers: as called, or as asked."""

import sys
from typing import TYPE_CHECKING

from desktop_app.russian.dates import full
from desktop_app.terminal import one_line

if TYPE_CHECKING:
    from desktop_app.register.carrying import Answer
    from desktop_app.register.rows import Conflict

_ANSWERS: "dict[str, Answer]" = {"о": "both", "з": "replace", "п": "skip"}
_QUESTION = (
    "Оставить оба (о), заменить (з) или пропустить (п)? Дважды — для всех остальных (оо, зз, пп): "
)


class Conflicts:
    """Decides for each conflict; without an answer and a terminal nothing is changed."""

    def __init__(self, answer: "Answer | None") -> None:
        self._answer = answer
        self.unsettled = 0

    def decide(self, conflict: "Conflict") -> "Answer":
        """Return what to do with a conflict."""
        if self._answer is not None:
            return self._answer
        if sys.stdin is None or not sys.stdin.isatty():
            self.unsettled += 1
            return "skip"
        row = conflict.row
        known = ", ".join(filter(None, (row.buyer, row.item, row.seller)))
        changed = full(row.changed_on.astimezone().date())
        named = one_line(known) or "Дело без имени"
        print(f"{named}: это дело сохранено здесь с другими ответами, изменено {changed}.")
        return self._asked()

    def sentence(self) -> str:
        """Return what to do about the conflicts that were left."""
        return (
            f"Дел с другими ответами: {self.unsettled}; они не изменены. Повторите с --on-conflict "
            "both (оставить оба), replace (заменить) или skip (пропустить)."
        )

    def _asked(self) -> "Answer":
        while True:
            try:
                typed = input(_QUESTION).strip().lower()
            except EOFError:
                self.unsettled += 1
                return "skip"
            if typed in _ANSWERS:
                return _ANSWERS[typed]
            if len(typed) == 2 and typed[0] == typed[1] and typed[0] in _ANSWERS:
                self._answer = _ANSWERS[typed[0]]
                return self._answer
