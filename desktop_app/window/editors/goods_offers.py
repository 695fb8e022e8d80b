"""What the search of the goods offers: a word, where it belongs, how sure that is."""

from dataclasses import dataclass
from functools import cache

from desktop_app.case.model import Case
from desktop_app.law.goods import OTHER, ListItem, load_goods
from desktop_app.law.goods_words import GoodsMatch
from desktop_app.russian.typography import tidy

_NOT_LISTED = (
    "Его нет в перечне технически сложных: деньги можно требовать при любом недостатке в гарантию."
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One line to choose from. `word` is the everyday word, empty for an item of the List.

    `role` is the look of what it means: `accent` in the List, `good` not in it, `care` disputed.
    """

    category: str
    word: str
    title: str
    where: str
    meaning: str
    role: str

    @property
    def line(self) -> str:
        """The line of the list: the word, and where it belongs."""
        return tidy(f"{self.title} — {self.where}")


def offers_for(text: str) -> tuple[Offer, ...]:
    """Return what a person may mean, the likeliest first."""
    return tuple(_of_match(match) for match in load_goods().search(text))


@cache
def whole_list() -> tuple[Offer, ...]:
    """Return the items of the List, and «другой товар»."""
    return (*(_of_item(item) for item in load_goods().items), _other())


def offer_of_case(case: Case) -> Offer | None:
    """Return what is chosen in the case; by the name of the goods where that fits."""
    category, goods = case.purchase.category, load_goods()
    if category is None:
        return None
    match = goods.classify(case.purchase.item or "")
    if match is not None and match.category == category:
        return _of_match(match)
    item = goods.item(category)
    return _other() if item is None else _of_item(item)


def _of_match(match: GoodsMatch) -> Offer:
    item = load_goods().item(match.category)
    word = match.word[0].upper() + match.word[1:]
    if item is None:
        note = match.note or _NOT_LISTED
        return Offer(OTHER, match.word, word, "нет в перечне", note, "good")
    if match.status == "disputed":
        where = f"спорно, п. {item.number} перечня"
        note = match.note or "Спорно, входит ли он в перечень технически сложных."
        return Offer(match.category, match.word, word, where, note, "care")
    meaning = " ".join(part for part in (_belongs(item), match.note) if part)
    return Offer(match.category, match.word, word, f"п. {item.number} перечня", meaning, "accent")


def _of_item(item: ListItem) -> Offer:
    where = f"п. {item.number} перечня"
    return Offer(item.category, "", item.title, where, f"Это {where}.", "accent")


def _belongs(item: ListItem) -> str:
    return f"Это п. {item.number} перечня технически сложных товаров: «{item.title}»."


def _other() -> Offer:
    return Offer(OTHER, "", "Другой товар", "нет в перечне", _NOT_LISTED, "good")
