"""The documents beside the claim: their templates, their words, what they can't be without."""

from desktop_app.letter.document import Document
from desktop_app.letter.fields import FACTS, calculation, inventory, memo
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
CALCULATION = Document(
    "calculation",
    "Расчёт дней",
    FOLDER,
    "calculation.docx",
    FACTS + calculation.WORDS,
    ("товар.название", "письмо.дата"),
    purpose="приложение к письму",
    copies=2,
)
MEMO = Document(
    "memo",
    "Памятка",
    FOLDER,
    "memo.docx",
    FACTS + memo.WORDS,
    ("памятка.шаги[].заголовок", "памятка.шаги[].текст"),
    purpose="для вас: что делать и до какого дня",
    enclosed=False,
)
INVENTORY = Document(
    "inventory",
    "Опись вложения",
    FOLDER,
    "inventory.docx",
    FACTS + inventory.WORDS,
    ("опись.куда", "опись.на_имя", "опись.предметы[].название", "опись.сумма"),
    purpose="для почты, в двух экземплярах",
    enclosed=False,
)
REFUSAL = Document(
    "refusal",
    "Акт об отказе в принятии",
    FOLDER,
    "refusal.docx",
    FACTS + _SELLER,
    ("покупатель.фио", "продавец.название", "письмо.дата"),
    purpose="если письмо не примут из рук",
    enclosed=False,
)
SHEETS: tuple[Document, ...] = (CALCULATION, INVENTORY, REFUSAL, MEMO)
"""Every document beside the claim."""
