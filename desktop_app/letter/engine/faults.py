"""The one error of templates: what is wrong, in which file, in which paragraph."""

from collections.abc import Sequence

from desktop_app.errors import UserError

_LONGEST_QUOTE = 160


class TemplateError(UserError):
    """A template, or a letter made from it, can't be used; the text says what to mend.

    `line` counts the paragraphs of a part from 2, as Jinja counts the lines of
    its source; it is there to find the paragraph, and never shown. `advice` says what
    can be done about the file and stands last.
    """

    def __init__(
        self,
        what: str,
        *,
        template: str = "",
        paragraph: str = "",
        line: int | None = None,
        advice: str = "",
    ) -> None:
        self.what = what
        self.template = template
        self.paragraph = paragraph
        self.line = line
        self.advice = advice
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        start = f"Шаблон «{self.template}»: " if self.template else ""
        quote = self.paragraph
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE] + "…"
        sentences = [start + self.what, f"Абзац: «{quote}»." if quote else "", self.advice]
        return " ".join(filter(None, sentences))

    def located(self, template: str, paragraphs: Sequence[str] = ()) -> "TemplateError":
        """Return the same error with the file's name and the text of its paragraph."""
        quote = self.paragraph
        if not quote and self.line is not None and 0 <= self.line - 2 < len(paragraphs):
            quote = paragraphs[self.line - 2]
        return TemplateError(
            self.what, template=self.template or template, paragraph=quote, advice=self.advice
        )

    def advised(self, advice: str) -> "TemplateError":
        """Return the same error with what can be done about the file."""
        return TemplateError(
            self.what, template=self.template, paragraph=self.paragraph, advice=advice
        )
