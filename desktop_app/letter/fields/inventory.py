"""The inventory of what is posted (форма 107 of the Russian post): every document a line."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.closing import annex_title
from desktop_app.letter.fields.common import words
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import signed
from desktop_app.russian.money import figures
from desktop_app.russian.numbers import whole_in_words

_LETTERS, _LINES = 58, 10
VALUE = Decimal(1)
"""The declared value of each document, in roubles: the letter's is their sum."""


@dataclass(frozen=True)
class Item:
    """One document in the envelope."""

    number: int
    title: Text | Phrase


def items(matter: Matter) -> tuple[Item, ...]:
    """Return the claim and its annexes, as they lie in the envelope."""
    day = Text(signed(matter.assessment.law_as_of), "letter_date")
    found: list[Text | Phrase] = [Phrase(["Претензия от\u00a0", day])]
    found += [annex_title(annex) for annex in matter.annexes]
    return tuple(Item(number, title) for number, title in enumerate(found, start=1))


def on_two_sheets(matter: Matter) -> bool:
    """Whether two copies are too long for one sheet: each then begins on paper of its own.

    A line of the table holds some sixty letters; two tables of ten lines fill a sheet.
    """
    lines = sum(1 + len(str(item.title)) // _LETTERS for item in items(matter))
    return lines > _LINES


def _total(matter: Matter) -> Decimal:
    return VALUE * len(items(matter))


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "опись.куда",
            "Адрес продавца",
            lambda m: m.needed(m.case.seller.address, "seller.address"),
        ),
        Field(
            "опись.на_имя",
            "Название продавца, как оно названо",
            lambda m: m.needed(m.case.seller.name, "seller.name"),
        ),
        Field("опись.предметов", "Сколько документов", lambda m: Text(str(len(items(m))))),
        Field(
            "опись.предметов_прописью",
            "То же прописью",
            lambda m: Text(whole_in_words(len(items(m)))),
        ),
        Field(
            "опись.сумма",
            "Объявленная ценность всех документов, как у самого письма",
            lambda m: Text(f"{figures(_total(m))}\u00a0руб."),
        ),
        Field("опись.сумма_прописью", "То же прописью", lambda m: words(_total(m))),
    ),
    conditions=(
        Condition(
            "опись_на_двух_листах",
            "опись длинная: каждый экземпляр на своём листе",
            "опись короткая: оба экземпляра на одном листе",
            ("attachments",),
            on_two_sheets,
        ),
    ),
    rows=(
        Rows(
            "опись.предметы",
            "Документы в письме: претензия и приложения",
            items,
            fields=(
                Field("номер", "Номер по порядку", lambda i: Text(str(i.number))),
                Field("название", "Название документа", lambda i: i.title),
                Field("количество", "Сколько экземпляров", lambda i: Text("1")),
                Field("ценность", "Объявленная ценность, руб.", lambda i: Text(figures(VALUE))),
            ),
        ),
    ),
)
