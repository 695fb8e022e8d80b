"""What a window tells of a copy of the day that was not made: damage in a dialog, all else in a
quiet line below, which goes when it has been read or the copy is there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.safety.daily import DailyCopy
from desktop_app.window.views.pieces import button, words

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow

_DIALOG_MS = 300
_NO_COPY = (
    "Сегодняшней копии хранилища пока нет: возможно, на диске мало места или закрыт доступ к папке "
    "«копии». Программа попробует ещё раз сама."
)


class DailyTold(QObject):
    """Lives as long as the window; follows its copy of the day."""

    def __init__(self, daily: DailyCopy, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.line: QWidget | None = None
        daily.damaged.connect(self._tell_damage)
        daily.failed.connect(self._tell_quietly)
        daily.made.connect(self._forget)

    def _tell_damage(self, why: str) -> None:
        if not self._window.isVisible():
            return
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_DIALOG_MS, self, partial(self._tell_damage, why))
            return
        from desktop_app.window.safety.doors import offer_copies

        offer_copies(self._window, why)

    def _tell_quietly(self, why: str) -> None:
        from desktop_app.window.look.tips import set_tip

        self._forget()
        sizes = self._window.sizes
        said = words(tidy(_NO_COPY), "small")
        set_tip(said, tidy(why))
        said.setAccessibleDescription(tidy(why))
        read = button("Понятно", self._forget, says="Убрать эту строку.")
        self.line = QWidget()
        across = QHBoxLayout(self.line)
        across.setContentsMargins(*[round(sizes.near)] * 4)
        across.setSpacing(round(sizes.gap))
        across.addWidget(said, 1)
        across.addWidget(read)
        bar = self._window.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.line, 1)
        bar.show()
        announce(said)

    def _forget(self) -> None:
        if self.line is not None:
            bar = self._window.statusBar()
            bar.removeWidget(self.line)
            bar.hide()
            self.line.deleteLater()
        self.line = None
