"""The letter out of the form: in a window of its own, and on the printer."""

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.window import dialogs
from desktop_app.window.preview.letter_window import LetterWindow
from desktop_app.window.printing.dialog import PrintDialog

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow


def show(window: "MainWindow") -> None:
    """Go to the letter beside the form, or where it is folded away show it in its own window."""
    view, session = window.case_view, window.session
    if view is None or session is None:
        return
    if view.letter.isVisible():
        view.letter.take_focus()
        return
    letter = window.findChild(LetterWindow)
    if letter is None:
        letter = LetterWindow(session, window.appearance.theme, window)
        letter.pane.answer_wanted.connect(window.go_to_answer)
        letter.setProperty("dark", window.appearance.theme.dark)
        letter.setProperty("percent", window.appearance.percent)
    letter.show()
    letter.activateWindow()
    letter.pane.take_focus()


def dress_again(window: "MainWindow") -> None:
    """Make the letter in its own window anew where it wears other colours or another size."""
    look = window.appearance.theme.dark, window.appearance.percent
    for letter in window.findChildren(LetterWindow):
        if letter.isVisible() and (letter.property("dark"), letter.property("percent")) != look:
            letter.close()
            letter.setParent(None)
            show(window)


def show_print(window: "MainWindow") -> None:
    """Choose what of the open case is printed."""
    if window.session is None:
        return
    try:
        dialog = PrintDialog(window.session, window.appearance.theme, window)
    except UserError as error:
        dialogs.tell(window, "Печать не получилась", str(error))
    else:
        dialog.open()
