"""A kind of document: its name, its template, its words, what it can't be without."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app import paths
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.letter import fill
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Vocabulary


@dataclass(frozen=True)
class Document:
    """A kind of document; `name` is that of its file, `template` its template's in `folder`.

    `needed` are the fields without which it is not this document; `purpose` says what it is for,
    `copies` how many of it are signed or posted.
    """

    id: str
    name: str
    folder: str
    template: str
    vocabulary: Vocabulary[Matter]
    needed: tuple[str, ...]
    purpose: str = ""
    copies: int = 1

    @property
    def path(self) -> Path:
        """Where its template lies."""
        return paths.template(self.folder, self.template)

    def fill(self, matter: Matter, template: Path | None = None) -> Filled:
        """Return the filled document; `template` stands in for its own.

        Raises TemplateError where the template is broken or a value did not reach the output.
        """
        title = f"Черновик: {self.name}" if matter.draft else self.name
        return fill(matter, template or self.path, self.vocabulary, self.needed, title)
