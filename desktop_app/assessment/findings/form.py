"""Findings about what the form remembers beside the answers."""

from collections.abc import Iterator

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.russian.reading.result import quoted


def unread(examined: Examined) -> Iterator[Finding]:
    """Text that the form could not read: the letter is without that answer."""
    for path, text in examined.situation.case.answers.unreadable.items():
        yield finding(
            "risk",
            "answer_unreadable",
            path,
            f"Ответ {quoted(text)} программа не поняла, и в письме его нет: впишите его ещё раз.",
        )


CHECKS = (unread,)
