"""The earlier versions of the open case: chosen from the menu, shown in a dialog."""

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.versions import versions_of
from desktop_app.window import dialogs
from desktop_app.window.opened.versions_dialog import VersionsDialog

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow


def show(window: "MainWindow") -> None:
    """Show the earlier versions of the open case; say why if they can't be read."""
    if window.session is None:
        return
    try:
        found = versions_of(window.register, window.session.id)
    except UserError as error:
        dialogs.tell(window, "Прежние версии не читаются", str(error))
    else:
        VersionsDialog(window.session, found, window.appearance.theme, window).open()
