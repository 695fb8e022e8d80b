"""Finding what a person sees: words and buttons that are shown."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.window.look.theme import theme

THEME = theme(False, 100)


def words_in(view: QWidget) -> str:
    """Return all shown text, with ordinary spaces."""
    labels = [label for label in view.findChildren(QLabel) if label.isVisibleTo(view)]
    joined = "\n".join(label.text() for label in labels)
    return joined.replace("\u00a0", " ").replace("\u200b", "")


def buttons_in(view: QWidget) -> list[QAbstractButton]:
    """Return the shown buttons."""
    return [button for button in view.findChildren(QAbstractButton) if button.isVisibleTo(view)]


def press(view: QWidget, start: str, text: str = "") -> None:
    """Press the shown button whose accessible name begins with `start` (and whose text is)."""
    for button in buttons_in(view):
        name = button.accessibleName().replace("\u00a0", " ")
        if name.startswith(start) and text in button.text():
            button.click()
            return
    raise AssertionError([button.accessibleName() for button in buttons_in(view)])
