"""The one error of templates: what is wrong, in which file, in which paragraph."""

from collections.abc import Sequence

from desktop_app.errors import UserError

_LONGEST_QUOTE = 160


class TemplateError(UserError):
    """A template, or a letter made from it, can't be used; the text says what to mend.

    `line` counts the paragraphs of a part from 2, as Jinja counts the lines of
    its source; it is there to find the paragraph, and never shown.
    """

    def __init__(
        self, what: str, *, template: str = "", paragraph: str = "", line: int | None = None
    ) -> None:
        self.what = what
        self.template = template
        self.paragraph = paragraph
        self.line = line
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        start = f"Шаблон «{self.template}»: " if self.template else ""
        quote = self.paragraph
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE] + "…"
        return start + self.what + (f" Абзац: «{quote}»." if quote else "")

    def located(self, template: str, paragraphs: Sequence[str] = ()) -> "TemplateError":
        """Return the same error with the file's name and the text of its paragraph."""
        quote = self.paragraph
        if not quote and self.line is not None and 0 <= self.line - 2 < len(paragraphs):
            quote = paragraphs[self.line - 2]
        return TemplateError(self.what, template=self.template or template, paragraph=quote)
