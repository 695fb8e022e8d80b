"""«Прежние версии дела»: what the case was, what has changed since, the way back to it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QScrollArea, QVBoxLayout, QWidget

from desktop_app.case.model import Case
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.interview.compared import differences
from desktop_app.register.versions import Version, version
from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.opened.version_words import (
    brought_back,
    changes,
    not_read,
    since_said,
    whole,
)
from desktop_app.window.views.pieces import button, is_large, row, words

TITLE = "Прежние версии дела"
_LEAD = (
    "Программа запоминает, каким было дело перед новой правкой. Выберите версию: ниже сказано, "
    "что изменилось с тех пор."
)
_NONE = (
    "Прежних версий пока нет. Первая появится, когда вы измените ответы после перерыва: программа "
    "запомнит, какими они были."
)
_BACK = "Нынешние ответы останутся среди версий, и их вернёт «Отменить»."
_WHOLE, _CHANGES = "Версия целиком", "Что изменилось"


class VersionsDialog(QDialog):
    """The versions as a list, the newest first; the chosen one below."""

    def __init__(
        self, session: Session, found: tuple[Version, ...], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._theme, self._sizes = session, theme, theme.sizes
        self._versions = found
        self._chosen: Case | None = None
        self._is_whole = False
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.lead = words(tidy(_LEAD if self._versions else _NONE), "lead")
        self.list = QListWidget()
        self.area = QScrollArea()
        self.turn = button(_WHOLE, self._turn, says="Показать иначе.")
        self.give_back = button("Вернуть эту версию", self._give_back, "main", says=_BACK)
        self.close_button = button("Закрыть", self.reject, says="Ничего не изменится.")
        self._fill()
        self._arrange()
        self._size(parent.size())

    def _fill(self) -> None:
        moment = now()
        self.list.addItems([since_said(one.since, moment) for one in self._versions])
        self.list.setAccessibleName("Версии")
        self.list.setAccessibleDescription(tidy("Стрелки выбирают версию, новые выше."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Выбранная версия")
        self.area.setAccessibleDescription(tidy("Стрелки прокручивают."))
        self.list.currentRowChanged.connect(self._choose)
        self.list.setCurrentRow(0)

    def _arrange(self) -> None:
        s = self._sizes
        page = QVBoxLayout(self)
        page.setContentsMargins(*[round(s.wide)] * 4)
        page.setSpacing(round(s.gap))
        if not is_large(s):  # The bar of the window says it too, and the room is needed.
            page.addWidget(words(TITLE, "title"))
        page.addWidget(self.lead)
        page.addWidget(self.list, 1)
        page.addWidget(self.area, 3)
        page.addWidget(row(s, self.give_back, self.turn, self.close_button))
        if self._versions:
            self.list.setFocus()
            return
        for widget in (self.list, self.area, self.turn, self.give_back):
            widget.hide()
        page.addStretch()
        self.close_button.setFocus()

    def _size(self, most: QSize) -> None:
        """Be as wide as one reads with ease, and no larger than the window below."""
        wide = round(self._sizes.reading_width * 1.1)
        high = round(wide * (1 if self._versions else 0.4))
        self.resize(QSize(wide, high).boundedTo(most))

    def _choose(self, number: int) -> None:
        if not 0 <= number < len(self._versions):
            return
        try:
            chosen = version(
                self._session.register, self._session.id, self._versions[number].number
            )
        except UserError as error:
            self._chosen = None
            self._put(not_read(str(error), self._sizes))
        else:
            self._chosen = chosen
            self._show()
        same = self._chosen is None or not differences(self._chosen, self._session.case)
        self.give_back.setEnabled(not same and not self._session.reading)
        self.turn.setEnabled(self._chosen is not None)

    def _show(self) -> None:
        if self._chosen is None:
            return
        if self._is_whole:
            self._put(whole(self._chosen, self._sizes))
        else:
            self._put(changes(self._chosen, self._session.case, self._sizes))
        self.turn.setText(tidy(_CHANGES if self._is_whole else _WHOLE))
        self.turn.setAccessibleName(self.turn.text())

    def _put(self, page: QWidget) -> None:
        self.area.setWidget(page)
        self.area.verticalScrollBar().setValue(0)

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _give_back(self) -> None:
        if self._chosen is None:
            return
        label = brought_back(self._versions[self.list.currentRow()].since, now())
        try:
            self._session.bring_back(self._chosen, label)
        except UserError as error:
            dialogs.tell(self, "Версия не возвращена", str(error))
        else:
            self.accept()
