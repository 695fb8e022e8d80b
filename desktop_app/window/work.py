"""Long work of the window done piece by piece, with progress; it can be stopped in between."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import show_text
from desktop_app.window.plain_dialog import PlainDialog


class Work(PlainDialog):
    """Does one piece after another until there is none, or until it is stopped.

    Each piece names what comes after it. `run` returns when it has ended and says whether all
    was done; what is raised in a piece comes out of it.
    """

    def __init__(self, parent: QWidget, title: str, pieces: Iterator[str], count: int) -> None:
        super().__init__(parent, title)
        self._pieces = pieces
        self._fault: BaseException | None = None
        self._stopped = False
        self.progress = QProgressBar(self.body)
        self.progress.setRange(0, max(count, 1))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tidy("Сколько сделано"))
        self.doing = self.say("soft", " ")
        self.parts.addWidget(self.progress)
        self.parts.addStretch()
        self.stop = self.add_cancel("Остановить")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self.fit()

    def run(self) -> bool:
        """Do the work; say whether all of it was done."""
        self._timer.start(0)
        done = bool(self.exec())
        self._timer.stop()
        self.deleteLater()
        if self._fault is not None:
            raise self._fault
        return done

    def _go_on(self) -> None:
        try:
            doing = next(self._pieces, None)
        except BaseException as fault:
            self._fault = fault
            self.reject()
            return
        if doing is None:
            self.accept()
            return
        show_text(self.doing, tidy(doing))
        self.progress.setValue(self.progress.value() + 1)
        if not self._stopped:
            self._timer.start(0)

    def reject(self) -> None:
        """Stop after the piece that is being done."""
        self._stopped = True
        super().reject()
