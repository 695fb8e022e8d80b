"""Loading what an open case needs while the list of cases is looked at, so that opening is quick.

In pieces, each below a tenth of a second: a key pressed meanwhile is not kept waiting.
"""

from importlib import import_module

from PySide6.QtCore import QTimer

# After the first painting.
_AFTER_MS = 300
PIECES = (
    "window.error_dialog", "case.file", "law.book", "assessment.findings", "assessment.assess",
    "interview.steps", "interview.check", "window.opened.session", "letter.engine.template",
    "letter.letter", "paper.pages", "packet.make", "advice.digest", "window.form.question_row",
    "window.form.step_page", "window.form.case_view",
)  # fmt: skip


def begin() -> None:
    """Load the pieces one after another, as soon as the window has nothing else to do."""
    pieces = iter(PIECES)

    def load_next() -> None:
        piece = next(pieces, None)
        if piece is not None:
            import_module(f"desktop_app.{piece}")
            QTimer.singleShot(0, load_next)

    QTimer.singleShot(_AFTER_MS, load_next)
