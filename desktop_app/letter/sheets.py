"""The documents beside the claim: their templates, their words, what they can't be without."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app import paths
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.fields import CLAIM, inventory
from desktop_app.letter.letter import fill
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Field, Vocabulary

FOLDER = "packet"


@dataclass(frozen=True)
class Document:
    """A kind of document: the name of its file, its template, its words.

    `needed` are the fields without which it is not this document.
    """

    id: str
    name: str
    template: str
    vocabulary: Vocabulary[Matter]
    needed: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Where its template lies."""
        return paths.template(FOLDER, self.template)

    def fill(self, matter: Matter) -> Filled:
        """Return the filled document; raises TemplateError as `letter.fill` does."""
        return fill(matter, self.path, self.vocabulary, self.needed, self.name)


_SELLER: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "продавец.название",
            "Название продавца, как оно названо",
            lambda m: m.needed(m.case.seller.name, "seller.name"),
        ),
    )
)
INVENTORY = Document(
    "inventory",
    "Опись вложения",
    "inventory.docx",
    CLAIM + inventory.WORDS,
    ("опись.куда", "опись.на_имя", "опись.предметы[].название", "опись.сумма"),
)
REFUSAL = Document(
    "refusal",
    "Акт об отказе в принятии",
    "refusal.docx",
    CLAIM + _SELLER,
    ("покупатель.фио", "продавец.название", "письмо.дата"),
)
