"""The paragraphs of the letter for a screen reader: unseen labels where the words stand.

Qt lets Python paint text, but not describe it as a document; labels it describes by itself.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.window.preview.sheets import Sheets


class _Paragraph(QLabel):
    """A label that is read aloud and not seen: what is seen is the page below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "unseen")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing."""


class Outline:
    """Keeps one label for each paragraph of what the sheets show, in the order of reading."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.labels: list[QLabel] = []

    def follow(self) -> None:
        """Bring the labels to the pages; those whose words stayed are left alone."""
        paragraphs = self._sheets.preview.paragraphs if self._sheets.preview else ()
        while len(self.labels) < len(paragraphs):
            self.labels.append(_Paragraph(self._sheets))
            self.labels[-1].show()
        while len(self.labels) > len(paragraphs):
            label = self.labels.pop()
            label.hide()
            label.deleteLater()
        for label, told in zip(self.labels, paragraphs, strict=True):
            if label.text() != told.text:
                label.setText(told.text)
                label.setAccessibleName(told.text)
            area = self._sheets.on_desk(told.stretches[0])
            for stretch in told.stretches[1:]:
                if stretch.page == told.stretches[0].page:
                    area = area.united(self._sheets.on_desk(stretch))
            label.setGeometry(area.toAlignedRect())
