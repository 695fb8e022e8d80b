"""Before many cases are taken in: what of them is new, the same, in conflict, not readable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop_app.register.carrying import Answer, Outcome
from desktop_app.russian.numbers import NBSP, counted
from desktop_app.russian.typography import tidy
from desktop_app.window.plain_dialog import PlainDialog

_FILES: Final = ("файл", "файла", "файлов")
_CASES: Final = ("дело", "дела", "дел")
_CHOICES: Final[Mapping[Answer | None, str]] = {
    None: "Спросить о каждом",
    "both": "Оставить оба",
    "replace": "Заменить сохранённые",
    "skip": "Пропустить",
}
_MOST_NAMED: Final = 200
_OPEN: Final = f"«Открыть{NBSP}файл…»"
_OTHERS: Final = "С другими ответами или приложениями"


@dataclass(slots=True)
class Found:
    """What was found: the files by what taking them would come to, and what can't be read."""

    files: dict[Outcome, list[tuple[Path, str]]] = field(
        default_factory=lambda: {"new": [], "same": [], "conflict": []}
    )
    unreadable: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    """The names of files under a password."""

    @property
    def to_take(self) -> list[Path]:
        """The files whose cases can be taken in."""
        return [path for found in self.files.values() for path, _ in found]


class TakingDialog(PlainDialog):
    """Tells what was found and asks what to do with conflicts; nothing has been changed yet.

    What is asked stands above the names, which may be hundreds.
    """

    def __init__(self, parent: QWidget, found: Found) -> None:
        super().__init__(parent, "Взять дела")
        self._choices = QButtonGroup(self)
        self._new, same, self._conflicts = (
            len(found.files[name]) for name in ("new", "same", "conflict")
        )
        unread = len(found.unreadable) + len(found.locked)
        counts = (
            (self._new, f"Новых: {counted(self._new, *_CASES)}."),
            (same, f"Уже есть, такие же: {counted(same, *_CASES)}."),
            (unread, f"Не прочитано файлов: {unread}."),
        )
        if any(many for many, _ in counts):
            self.say("soft", " ".join(told for many, told in counts if many))
        if self._conflicts:
            self._ask()
        if found.locked:
            self._tell_locked(found.locked)
        self._name("Не прочитаны", found.unreadable, "problem")
        self._name(_OTHERS, _known(found.files["conflict"]))
        self._name("Новые", _known(found.files["new"]))
        self.parts.addStretch()
        if self._new or self._conflicts:
            self.take = self.add_button("main", "", self._agree)
            self.take.setDefault(True)
            self.add_cancel()
            self._choices.idClicked.connect(self._count)
            self._count()
            first = self._choices.button(0) if self._conflicts else self.take
            first.setFocus()
        else:
            self.add_cancel("Закрыть").setFocus()
        self.fit()

    @property
    def answer(self) -> Answer | None:
        """What to do with conflicts, None to ask about each."""
        chosen = self._choices.checkedId()
        return tuple(_CHOICES)[chosen] if chosen >= 0 else None

    def _ask(self) -> None:
        many = counted(self._conflicts, *_CASES)
        self.say("label", f"{_OTHERS}: {many}")
        choices = QVBoxLayout()
        choices.setSpacing(0)
        self.parts.addLayout(choices)
        for number, (answer, title) in enumerate(_CHOICES.items()):
            choice = QRadioButton(tidy(title), self.body)
            choice.setAccessibleName(choice.text())
            choice.setChecked(answer is None)
            self._choices.addButton(choice, number)
            choices.addWidget(choice)

    @property
    def _many(self) -> int:
        """How many cases are taken with what is chosen."""
        return self._new + (0 if self.answer == "skip" else self._conflicts)

    def _count(self) -> None:
        many = self._many
        said = tidy(f"Взять {counted(many, *_CASES)}" if many else "Ничего не брать")
        self.take.setText(said)
        self.take.setAccessibleName(said)

    def _agree(self) -> None:
        if self._many:
            self.accept()
        else:
            self.reject()

    def _tell_locked(self, names: Sequence[str]) -> None:
        if len(names) == 1:
            told, it = f"Файл «{names[0]}» закрыт паролем", "его"
        else:
            told, it = f"Закрыты паролем {counted(len(names), *_FILES)}", "каждый"
        self.say("hint", f"{told}. Откройте {it} через {_OPEN}: программа спросит пароль.")
        if len(names) > 1:
            self._name("Под паролем", [f"«{name}»" for name in names])

    def _name(self, title: str, names: Sequence[str], role: str = "soft") -> None:
        """Name them, a line each; of very many the first ones."""
        if names:
            more = [f"… и ещё {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else []
            self.say("label", title)
            self.say(role, "\n".join([*names[:_MOST_NAMED], *more]))


def _known(found: Sequence[tuple[Path, str]]) -> list[str]:
    return [known or path.name for path, known in found]
