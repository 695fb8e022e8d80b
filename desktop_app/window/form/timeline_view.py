"""The picture of the days as a widget: pointed at, walked through by keys, saved as a picture."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QVBoxLayout, QWidget

from desktop_app.advice.timeline import timeline_of
from desktop_app.atomic import write_whole
from desktop_app.errors import UserError
from desktop_app.paper import timeline
from desktop_app.paper.timeline_model import Timeline
from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.cases.case_files import with_suffix
from desktop_app.window.editors.parts import button, show_text, text_label
from desktop_app.window.form.timeline_picture import Picture, palette_of
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

_HINT = tidy("Наведите на ремонт или пройдите стрелками. Щелчок или Enter откроет его.")


class TimelineView(QWidget):
    """The picture of a session's case with a line that says a repair in words.

    `repair_wanted` tells the index from 0 of the repair that a person wants to open. Hidden
    where there are no repairs to show.
    """

    repair_wanted = Signal(int)
    row_wanted = Signal(str, int)
    """The same as the list of the case and the index in it, as the shell asks for rows."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.theme = session, theme
        self.model: Timeline | None = None
        self.picture = Picture(palette_of(theme))
        self.told = QLabel(_HINT, textFormat=Qt.TextFormat.PlainText)
        self.told.setProperty("role", "small")
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(round(theme.sizes.small * 2.9))
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.told.setContentsMargins(self.picture.edge, 0, self.picture.edge, 0)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(round(theme.sizes.near))
        page.addWidget(self.picture)
        page.addWidget(self.told)
        self.all_words = text_label("text", "", self)
        self.all_words.hide()
        self.unfold = button(
            "link", "Показать словами", self, "Все ремонты и дни по годам гарантии."
        )
        self.unfold.clicked.connect(self._unfold)
        self.keep = button("link", "Сохранить картинку…", self, "Как PNG или SVG.")
        self.keep.clicked.connect(self._choose_file)
        ways = QWidget(self)
        flow = FlowLayout(ways, theme.sizes.gap)
        flow.addWidget(self.unfold)
        flow.addWidget(self.keep)
        page.addWidget(ways)
        page.addWidget(self.all_words)
        self.setFocusProxy(self.picture)
        self.picture.pointed.connect(self._say)
        self.picture.opened.connect(self._open)
        session.changed.connect(self._follow)
        self._follow("")

    @property
    def has_repairs(self) -> bool:
        """Whether there is anything to show."""
        return self.model is not None

    def text(self) -> str:
        """Return the picture in words."""
        return timeline.as_text(self.model) if self.model else ""

    def save(self, path: Path) -> None:
        """Write the picture, SVG or PNG by the name. Raises UserError where it can't be written."""
        if self.model is None:
            return
        svg = path.suffix.lower() == ".svg"
        picture = timeline.as_svg(self.model) if svg else timeline.as_png(self.model)
        write_whole(path, picture, replace=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(
            event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(QPoint())
        )
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the picture."""
        menu = QMenu(self)
        menu.addAction(tidy("Сохранить картинку…")).triggered.connect(self._choose_file)
        return menu

    def _follow(self, path: str) -> None:
        assessment = self._session.assessment
        model = timeline_of(self._session.asked_case, assessment, self._session.today)
        if model == self.model and path:
            return
        self.model = model
        self.picture.show_model(model)
        show_text(self.all_words, self.text())
        self.picture.setAccessibleName(model.words.title if model else "")
        self.picture.setAccessibleDescription(self.text())
        self.setAccessibleName(model.words.title if model else "")
        self.setAccessibleDescription(self.text())
        if model is None:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def _unfold(self, _checked: bool = False) -> None:
        shown = self.all_words.isHidden()
        self.all_words.setVisible(shown)
        self.unfold.setText("Скрыть слова" if shown else "Показать словами")
        self.unfold.setAccessibleName(self.unfold.text())

    def _say(self, number: int) -> None:
        stays = self.model.stays if self.model else ()
        told = next((stay.told for stay in stays if stay.number == number), "")
        self.told.setText(told or _HINT)
        if told:
            announce(self.picture, told)

    def _open(self, number: int) -> None:
        self.repair_wanted.emit(number - 1)
        self.row_wanted.emit("repairs", number - 1)

    def _choose_file(self) -> None:
        name, kind = QFileDialog.getSaveFileName(
            self, tidy("Сохранить картинку"), "Дни в ремонте", "PNG (*.png);;SVG (*.svg)"
        )
        other = name.casefold().endswith(".svg") or "svg" in kind
        path = with_suffix(self, name, ".svg" if other else ".png") if name else None
        if path is None:
            return
        try:
            self.save(path)
        except UserError as error:
            dialogs.tell(self, "Картинка не сохранена", str(error))
