"""One thing to do, and the names of the steps that other sheets know by name. No widgets."""

from dataclasses import dataclass

from desktop_app.russian.typography import tidy

SIGN = tidy("Подпишите оба экземпляра")
COURT = tidy("Суд и Роспотребнадзор")
MARK = tidy("Отметьте в программе день вручения")


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: its heading, how, and the article where there is one."""

    title: str
    text: str
    citation: str = ""


def step(title: str, text: str, citation: str = "") -> NextStep:
    """Return a step with its words set for print."""
    return NextStep(tidy(title), tidy(text), tidy(citation))
