"""A kind of document: its name, its template, its words, what it can't be without."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app import paths
from desktop_app.errors import UserError
from desktop_app.letter.engine.template import Filled, TemplateError
from desktop_app.letter.letter import fill
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Vocabulary


@dataclass(frozen=True)
class Document:
    """A kind of document; `name` is that of its file, `template` its template's in `folder`.

    `needed` are the fields without which it is not this document, `one_of`
    groups of which one field is always there; `purpose` says what it is for,
    `copies` how many of it are signed or posted, `enclosed`
    that it goes to the seller with the letter, or is the letter.
    """

    id: str
    name: str
    folder: str
    template: str
    vocabulary: Vocabulary[Matter]
    needed: tuple[str, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    purpose: str = ""
    copies: int = 1
    enclosed: bool = True

    @property
    def shipped(self) -> Path:
        """Where the template lies that comes with the program."""
        return paths.template(self.folder, self.template)

    @property
    def own(self) -> Path:
        """Where the user's own template would lie."""
        return paths.own_template(self.folder, self.template)

    @property
    def path(self) -> Path:
        """Where its template lies: the user's own one, where there is one, else the shipped."""
        try:
            own = self.own
        except UserError:
            return self.shipped  # Without a home there are no own ones.
        return own if _is_there(own) else self.shipped

    def fill(self, matter: Matter, template: Path | None = None) -> Filled:
        """Return the filled document; `template` stands in for its own.

        Raises TemplateError where the template is broken or a value did not reach the output;
        of the user's own template it says how to check it and how to do without it.
        """
        title = f"Черновик: {self.name}" if matter.draft else self.name
        path = template or self.path
        own = path if template is None and path != self.shipped else None
        try:
            filled = fill(matter, path, self.vocabulary, self.needed, title)
        except TemplateError as error:
            if own is None:
                raise
            raise error.advised(_ADVICE.format(own)) from error
        return replace(filled, own=own) if own else filled


_ADVICE = (
    'Это ваш шаблон. Все ошибки в нём назовёт команда: pretenziya templates check "{0}". '
    "Если убрать его из папки, программа снова возьмёт шаблон из поставки."
)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
