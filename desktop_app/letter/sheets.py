"""The documents beside the claim: their templates, their words, what they can't be without."""

from desktop_app.letter.document import Document
from desktop_app.letter.fields import FACTS, inventory
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Field, Vocabulary

FOLDER = "packet"

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
    FOLDER,
    "inventory.docx",
    FACTS + inventory.WORDS,
    ("опись.куда", "опись.на_имя", "опись.предметы[].название", "опись.сумма"),
)
REFUSAL = Document(
    "refusal",
    "Акт об отказе в принятии",
    FOLDER,
    "refusal.docx",
    FACTS + _SELLER,
    ("покупатель.фио", "продавец.название", "письмо.дата"),
)
SHEETS: tuple[Document, ...] = (INVENTORY, REFUSAL)
"""Every document beside the claim."""
