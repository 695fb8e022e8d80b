"""The List of technically complex goods, and the everyday words by which people name goods.

Source of the List: Government Decree of 10.11.2011 No. 924. Whether a thing is in it decides
which grounds a claim needs, so a word that only looks alike is offered, never decided.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from desktop_app import paths
from desktop_app.law.goods_words import GoodsMatch, Vocabulary, words_of
from desktop_app.law.parameters import Trust
from desktop_app.law.toml_file import Table, read_toml

CATEGORIES = (
    "aircraft",
    "cars",
    "tractors",
    "snowmobiles",
    "boats",
    "phones",
    "computers",
    "printers",
    "consoles",
    "televisions",
    "cameras",
    "appliances",
    "watches",
    "tools",
)
"""The items of the List in its order."""

OTHER = "other"
"""The category of goods that are not in the List."""

STATUSES = frozenset({"listed", "not_listed", "disputed"})


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of the List in our own words; `number` is its number there."""

    number: int
    category: str
    title: str
    trust: Trust
    note: str | None


@dataclass(frozen=True, slots=True)
class ListAct:
    """An act that set or changed the List."""

    signed_on: date
    act: str


class Goods:
    """The List, and the search in it by everyday words."""

    def __init__(
        self,
        items: tuple[ListItem, ...],
        words: Iterable[GoodsMatch],
        *,
        acts: tuple[ListAct, ...],
        source: str,
        checked_on: date,
    ) -> None:
        self.items = items
        self.words = tuple(words)
        self.acts = acts
        self.source = source
        self.checked_on = checked_on

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.words)

    def item(self, category: str) -> ListItem | None:
        """Return the item of a category, None for `other` and for unknown ones."""
        return next((item for item in self.items if item.category == category), None)

    def search(self, text: str, limit: int = 8) -> tuple[GoodsMatch, ...]:
        """Return the words that a person may mean, the likeliest first; none for blank text.

        Whole words come before beginnings of words, and those before misspellings,
        which are looked for only when nothing else fits.
        """
        return self._vocabulary.search(text, limit)

    def classify(self, item_text: str) -> GoodsMatch | None:
        """Return the word that names the goods in a person's own line, or None.

        Whole words only, no guess. «Стиральная машина» wins over its part «машина» wherever
        its words stand; of different things the first one counts; what stands after «для»
        or «к» is another thing («чехол для iPhone»).
        """
        return self._vocabulary.classify(item_text)


def read_goods(folder: Path) -> Goods:
    """Return the List and the words of a folder with `list.toml` and `words.toml`.

    Raises LawFileError for a damaged file, an unknown category or status, a word given twice,
    an item of the List that is absent or out of its order.
    """
    path = folder / "list.toml"
    table = Table(path.name, "", read_toml(path))
    source, checked_on = table.text("source"), table.day("checked_on")
    acts = tuple(_act(row) for row in table.rows("acts"))
    items = tuple(_item(row) for row in table.rows("items"))
    table.done()
    if tuple(item.category for item in items) != CATEGORIES:
        raise table.error("items", "нужны все пункты перечня по порядку: " + ", ".join(CATEGORIES))
    words = _read_words(folder / "words.toml")
    return Goods(items, words, acts=acts, source=source, checked_on=checked_on)


def _act(row: Table) -> ListAct:
    act = ListAct(row.day("signed_on"), row.text("act"))
    row.done()
    return act


def _item(row: Table) -> ListItem:
    item = ListItem(
        number=row.whole("number"),
        category=row.choice("category", CATEGORIES),
        title=row.text("title"),
        trust=Trust(row.choice("trust", Trust)),
        note=row.text_or_none("note"),
    )
    row.done()
    if item.number != CATEGORIES.index(item.category) + 1:
        raise row.error("number", f"у «{item.category}» в перечне другой номер")
    return item


def _read_words(path: Path) -> list[GoodsMatch]:
    table = Table(path.name, "", read_toml(path))
    found: dict[tuple[str, ...], GoodsMatch] = {}
    for row in table.rows("groups"):
        for match in _group(row):
            key = words_of(match.word)
            if not key or key in found:
                raise row.error("words", f"слово «{match.word}» пустое или уже есть в файле")
            found[key] = match
    table.done()
    return list(found.values())


def _group(row: Table) -> list[GoodsMatch]:
    category = row.choice("category", (*CATEGORIES, OTHER))
    status = row.choice("status", STATUSES)
    note = row.text_or_none("note")
    words = row.texts("words")
    row.done()
    if (status == "not_listed") is not (category == OTHER):
        raise row.error("status", "«not_listed» допустимо только у категории «other», и наоборот")
    return [GoodsMatch(word, category, status, note) for word in words]


@cache
def load_goods() -> Goods:
    """Return the shipped List and words, read once.

    Raises LawFileError when a file is damaged.
    """
    return read_goods(paths.resource("goods"))
