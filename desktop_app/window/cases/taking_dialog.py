"""Before many cases are taken in: what of them is new, the same, in conflict, not readable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop_app.register.carrying import Answer, Outcome
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy
from desktop_app.window.plain_dialog import PlainDialog

_CASES: Final = ("дело", "дела", "дел")
_CHOICES: Final[Mapping[Answer | None, str]] = {
    None: "Спросить о каждом",
    "both": "Оставить оба",
    "replace": "Заменить сохранённые",
    "skip": "Пропустить",
}
_MOST_NAMED: Final = 200


@dataclass(slots=True)
class Found:
    """What was found: the files by what taking them would come to, and what can't be read."""

    files: dict[Outcome, list[tuple[Path, str]]] = field(
        default_factory=lambda: {"new": [], "same": [], "conflict": []}
    )
    unreadable: list[str] = field(default_factory=list)

    @property
    def to_take(self) -> list[Path]:
        """The files whose cases can be taken in."""
        return [path for found in self.files.values() for path, _ in found]


class TakingDialog(PlainDialog):
    """Tells what was found and asks what to do with conflicts; nothing has been changed yet."""

    def __init__(self, parent: QWidget, found: Found) -> None:
        super().__init__(parent, "Взять дела")
        self._choices = QButtonGroup(self)
        new, same, conflicts = (found.files[name] for name in ("new", "same", "conflict"))
        if conflicts:
            self._ask(conflicts)
        if found.unreadable:
            self.say("label", f"Не прочитано файлов: {len(found.unreadable)}")
            self._name(found.unreadable, "problem")
        if new:
            self.say("label", f"Новых: {counted(len(new), *_CASES)}")
            self._name([known or path.name for path, known in new])
        if same:
            self.say("label", f"Уже есть, такие же: {counted(len(same), *_CASES)}")
        self.parts.addStretch()
        if new or conflicts:
            many = counted(len(new) + len(conflicts), *_CASES)
            self.take = self.add_button("main", f"Взять {many}")
            self.take.setDefault(True)
            self.take.clicked.connect(self.accept)
            self.add_cancel()
        else:
            self.add_cancel("Закрыть")
        self.fit()

    @property
    def answer(self) -> Answer | None:
        """What to do with conflicts, None to ask about each."""
        chosen = self._choices.checkedId()
        return tuple(_CHOICES)[chosen] if chosen >= 0 else None

    def _ask(self, conflicts: Sequence[tuple[Path, str]]) -> None:
        many = counted(len(conflicts), *_CASES)
        self.say("label", f"Есть здесь с другими ответами или приложениями: {many}")
        self._name([known or path.name for path, known in conflicts])
        for number, (answer, title) in enumerate(_CHOICES.items()):
            choice = QRadioButton(tidy(title), self.body)
            choice.setAccessibleName(choice.text())
            choice.setChecked(answer is None)
            self._choices.addButton(choice, number)
            self.parts.addWidget(choice)

    def _name(self, names: Sequence[str], role: str = "soft") -> None:
        """Name them, a line each; of very many the first ones."""
        more = [f"… и ещё {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else []
        self.say(role, "\n".join([*names[:_MOST_NAMED], *more]))
