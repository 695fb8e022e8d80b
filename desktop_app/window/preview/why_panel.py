"""«Почему этот абзац?» below the pages, and the list of what is not in the letter."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.advice.why import Absent, Explained
from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.look.theme import Theme
from desktop_app.window.views.pieces import button, column, link, row, rule, words

_QUOTED, _SHARE, _LARGE_SHARE, _LINES, _LEAST_LINES = 90, 0.45, 0.6, 36, 9


class WhyPanel(QFrame):
    """`answer_wanted` carries the path of an answer that the person wants to change."""

    answer_wanted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._sizes = theme.sizes
        self._content: tuple[object, ...] = ()
        self.close_button = button("Закрыть", self._close, says="Вернуться к страницам письма.")
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("role", "reading")
        self._scroll.viewport().setObjectName("seen")
        self._scroll.setStyleSheet("#seen, #inside { background: transparent; }")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Пояснение к письму")
        self._scroll.setAccessibleDescription(tidy("Стрелки прокручивают, Esc закрывает."))
        page = QVBoxLayout(self)
        edge = round(theme.sizes.gap)
        page.setContentsMargins(edge, edge, edge, edge)
        page.setSpacing(round(theme.sizes.near))
        page.addWidget(self._scroll)
        page.addWidget(row(theme.sizes, self.close_button))
        self.hide()

    def explain(self, text: str, told: Explained) -> None:
        """Show why a paragraph stands."""
        if self._shows(text, told):
            return
        quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
        inside, page = self._page("Почему этот абзац?")
        page.addWidget(words(f"«{quoted}»", "small"))
        for sentence in told.because:
            page.addWidget(words(sentence))
        for norm in told.articles:
            page.addWidget(rule())
            page.addWidget(words(tidy(f"{norm.title} ({norm.citation})"), "label"))
            page.addWidget(words(tidy(str(norm.value))))
        for citation in told.cited:
            page.addWidget(words(tidy(f"Закон: {citation}"), "small"))
        if told.answers:
            page.addWidget(rule())
            page.addWidget(words("Из ваших ответов", "label"))
        for answer in told.answers:
            said = answer.said or "Без ответа"
            go = partial(self.answer_wanted.emit, answer.path)
            change = link("Изменить", go, f"Изменить: {answer.label}", says=f"Сейчас: {said}")
            page.addLayout(
                column(self._sizes, words(answer.label, "small"), words(said), change, spacing=0)
            )
        self._show(inside, page)

    def list_absent(self, absent: tuple[Absent, ...]) -> None:
        """Show what is not in the letter, and why."""
        if self._shows(absent):
            return
        inside, page = self._page("Чего в письме нет")
        for one in absent:
            pieces: list[QWidget] = [words(one.name, "label"), words(one.sentence)]
            if one.path:
                go = partial(self.answer_wanted.emit, one.path)
                pieces.append(link("К вопросу", go, f"К вопросу: {one.name}", says=one.sentence))
            page.addWidget(rule())
            page.addLayout(column(self._sizes, *pieces, spacing=0))
        self._show(inside, page)

    def say(self, title: str, sentences: tuple[str, ...]) -> None:
        """Show sentences, for example what the pages leave out."""
        if self._shows(title, sentences):
            return
        inside, page = self._page(title)
        for sentence in sentences:
            page.addWidget(words(sentence))
        self._show(inside, page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def set_room(self, height: int, above: int) -> None:
        """Take a share of the height that there is; `above` is needed for what stands above."""
        share = _SHARE if height > _LINES * self._sizes.text else _LARGE_SHARE
        least = round(_LEAST_LINES * self._sizes.text)
        self.setFixedHeight(max(least, min(round(height * share), height - above)))

    def take_focus(self) -> None:
        """Take the keyboard: the arrows scroll."""
        self._scroll.setFocus()

    def _shows(self, *content: object) -> bool:
        """Whether this is what stands here already: then one goes on reading where one was."""
        known = not self.isHidden() and content == self._content
        self._content = content
        return known

    def _page(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        inside = QWidget()
        inside.setObjectName("inside")
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, round(self._sizes.near), 0)
        page.setSpacing(round(self._sizes.near))
        page.addWidget(words(title, "section"))
        self.setAccessibleName(title)
        return inside, page

    def _show(self, inside: QWidget, page: QVBoxLayout) -> None:
        page.addStretch()
        self._scroll.setWidget(inside)
        self.show()
        announce(self, self.accessibleName())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
