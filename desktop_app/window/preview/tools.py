"""The tools above the pages: size, search, «Почему?», and what is needed more seldom."""

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme

_SELDOM = (
    ("absent", "Чего в письме нет и почему"),
    ("copy", "Скопировать текст"),
    ("outside", "Открыть в Word или LibreOffice"),
    ("not_shown", "Чем страницы отличаются от файла"),
)


class Tools(QWidget):
    """Each tool is a signal without arguments."""

    smaller, larger, fit, search, explain = Signal(), Signal(), Signal(), Signal(), Signal()
    absent, copy, outside, not_shown = Signal(), Signal(), Signal(), Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._menu = QMenu(self)
        for name, title in _SELDOM:
            action = self._menu.addAction(title)
            action.triggered.connect(getattr(self, name))
        flow = FlowLayout(self, theme.sizes.hair)
        self.fit_button = self._tool("fit", "Письмо по ширине", "Страницы во всю ширину.", self.fit)
        self.buttons = (
            self._tool("minus", "Письмо мельче", "Уменьшить страницы.", self.smaller),
            self._tool("add", "Письмо крупнее", "Увеличить страницы.", self.larger),
            self.fit_button,
            self._tool("search", "Найти в письме", "Открывает строку поиска.", self.search),
            self._tool(
                "", "Почему этот абзац?", "Правило, ваши ответы и статья закона.", self.explain
            ),
            self._tool("more", "Ещё о письме", "Открывает меню.", None),
        )
        self.buttons[-1].setMenu(self._menu)
        for one in self.buttons:
            flow.addWidget(one)

    def show_zoom(self, percent: int) -> None:
        """Tell the size in force; 0 is the width of the place."""
        self.fit_button.setEnabled(percent != 0)
        told = f"{percent} %" if percent else "по ширине"
        self.fit_button.setToolTip(tidy(f"Сейчас: {told}"))

    def _tool(self, icon: str, name: str, says: str, signal: SignalInstance | None) -> QPushButton:
        made = QPushButton("" if icon else tidy(name))
        made.setProperty("role", "quiet")
        made.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        made.setAccessibleName(tidy(name))
        made.setAccessibleDescription(tidy(says))
        made.setToolTip(tidy(name))
        made.setAutoDefault(False)
        if icon:
            dress(made, icon, self._theme)
            side = round(self._theme.sizes.target)
            made.setFixedSize(QSize(side + round(self._theme.sizes.gap), side))
        if signal is not None:
            made.clicked.connect(signal)
        return made
