"""A sound List and sound words are read whole: every part of them comes back as it stands."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.law.goods import CATEGORIES, Goods, ListAct, ListItem, read_goods
from desktop_app.law.goods_words import GoodsMatch
from desktop_app.law.parameters import Trust

HEAD = """\
source = 'Постановление № 924'
checked_on = 2026-11-20
[[acts]]
signed_on = 2011-11-10
act = 'Постановление № 924'
"""
ITEMS = "".join(
    f"[[items]]\nnumber = {n}\ncategory = '{category}'\ntitle = 'Пункт {n}'\ntrust = 'single'\n"
    for n, category in enumerate(CATEGORIES, 1)
)
WORDS = """\
[[groups]]
category = 'phones'
status = 'listed'
words = ['смартфон', 'айфон']
[[groups]]
category = 'watches'
status = 'disputed'
note = 'Спорно.'
words = ['смарт-часы']
[[groups]]
category = 'other'
status = 'not_listed'
words = ['утюг']
"""


@pytest.fixture
def goods(tmp_path: Path) -> Goods:
    (tmp_path / "list.toml").write_text(f"{HEAD}{ITEMS}note = 'Сверить.'\n", encoding="utf-8")
    (tmp_path / "words.toml").write_text(WORDS, encoding="utf-8")
    return read_goods(tmp_path)


def test_the_list_is_read_whole(goods: Goods) -> None:
    assert goods.source == "Постановление № 924"
    assert goods.checked_on == date(2026, 11, 20)
    assert goods.acts == (ListAct(date(2011, 11, 10), "Постановление № 924"),)
    assert [item.category for item in goods.items] == list(CATEGORIES)
    assert goods.items[0] == ListItem(1, "aircraft", "Пункт 1", Trust.single, None)
    assert goods.items[-1] == ListItem(14, "tools", "Пункт 14", Trust.single, "Сверить.")


def test_the_words_are_read_with_their_place_and_note(goods: Goods) -> None:
    assert goods.words == (
        GoodsMatch("смартфон", "phones", "listed", None),
        GoodsMatch("айфон", "phones", "listed", None),
        GoodsMatch("смарт-часы", "watches", "disputed", "Спорно."),
        GoodsMatch("утюг", "other", "not_listed", None),
    )
    assert goods.classify("Утюг паровой") == goods.words[-1]
    assert goods.search("айфо", 1) == goods.words[1:2]
