"""What the rows of the lists are called."""

from desktop_app.interview.form import Place
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy

ONE = {"repairs": "Ремонт", "losses": "Расход", "attachments": "Документ"}
FORMS = {
    "repairs": ("ремонт", "ремонта", "ремонтов"),
    "losses": ("расход", "расхода", "расходов"),
    "attachments": ("документ", "документа", "документов"),
}


def row_name(place: Place) -> str:
    """Return what the row of an answer is called («Ремонт № 2»), empty outside of rows."""
    if place.row is None:
        return ""
    return tidy(f"{ONE[place.question.path.split('[]')[0]]} № {place.row + 1}")


def label_of(place: Place) -> str:
    """Return the question's label, before it the row's name where there is one."""
    name = row_name(place)
    return f"{name}. {place.question.label}" if name else place.question.label


def rows_counted(path: str, number: int) -> str:
    """Return «2 ремонта» for the list at `path`."""
    return counted(number, *FORMS[path])
