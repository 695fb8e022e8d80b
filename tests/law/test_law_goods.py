"""The List of technically complex goods and the everyday words."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import paths
from desktop_app.law.goods import CATEGORIES, OTHER, STATUSES, load_goods, read_goods
from desktop_app.law.goods_words import GoodsMatch, words_of
from desktop_app.law.parameters import Trust
from desktop_app.law.toml_file import LawFileError

GOODS = load_goods()


def test_the_list_has_its_fourteen_items_in_order() -> None:
    assert [item.number for item in GOODS.items] == list(range(1, 15))
    assert tuple(item.category for item in GOODS.items) == CATEGORIES


def test_an_item_is_found_by_its_category() -> None:
    phones = GOODS.item("phones")
    assert phones is not None and phones.number == 6 and phones.trust is Trust.single
    assert GOODS.item(OTHER) is None
    assert GOODS.item("toys") is None


def test_items_known_from_memory_are_marked() -> None:
    marked = [item.number for item in GOODS.items if item.trust is Trust.memory]
    assert marked == [8, 12, 13, 14]


def test_the_acts_of_the_list_are_told() -> None:
    assert [(act.signed_on, act.act.split()[-1]) for act in GOODS.acts] == [
        (date(2011, 11, 10), "924"),
        (date(2016, 5, 27), "471"),
        (date(2016, 9, 17), "929"),
        (date(2019, 3, 27), "327"),
    ]
    assert "№ 924" in GOODS.source


def test_there_are_many_words_and_none_twice() -> None:
    counted = Counter(frozenset(words_of(match.word)) for match in GOODS.words)
    assert len(counted) >= 200
    assert [words for words, n in counted.items() if n > 1] == []


def test_every_item_of_the_list_has_words() -> None:
    assert {match.category for match in GOODS.words} == {*CATEGORIES, OTHER}
    assert {match.status for match in GOODS.words} == STATUSES


def test_a_disputed_word_says_why() -> None:
    assert all(match.note for match in GOODS.words if match.status == "disputed")


NAMED = [
    ("айфон", "phones", "listed"),
    ("смартфон", "phones", "listed"),
    ("стиралка", "appliances", "listed"),
    ("ноут", "computers", "listed"),
    ("плойка", "other", "not_listed"),
    ("наушники", "other", "not_listed"),
    ("утюг", "other", "not_listed"),
    ("чайник", "other", "not_listed"),
    ("обычный пылесос", "other", "not_listed"),
    ("робот-пылесос", "appliances", "listed"),
    ("кофемашина", "appliances", "listed"),
    ("кофеварка", "appliances", "disputed"),
    ("МФУ", "printers", "listed"),
    ("монитор", "printers", "listed"),
    ("принтер", "printers", "disputed"),
    ("видеокарта", "computers", "disputed"),
    ("смарт-часы", "watches", "disputed"),
    ("электросамокат", "cars", "disputed"),
    ("фитнес-браслет с экраном", "watches", "disputed"),
    ("микроволновка", "other", "not_listed"),
    ("встраиваемая микроволновка", "appliances", "listed"),
    ("перфоратор", "tools", "listed"),
    ("снегоход", "snowmobiles", "listed"),
    ("вертолёт", "aircraft", "listed"),
    ("мотоблок", "tractors", "listed"),
    ("катер", "boats", "listed"),
    ("телевизор", "televisions", "listed"),
    ("игровая приставка", "consoles", "listed"),
    ("фотоаппарат", "cameras", "listed"),
    ("диван", "other", "not_listed"),
]


@pytest.mark.parametrize(("word", "category", "status"), NAMED)
def test_everyday_words_have_their_place(word: str, category: str, status: str) -> None:
    for typed in (word, word.upper(), f"  {word.replace('ё', 'е')}. "):
        match = GOODS.classify(typed)
        assert match is not None
        assert (match.category, match.status) == (category, status)
        assert GOODS.search(typed)[0] == match


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Стиральная машина LG F2J3HS0W", "стиральная машина"),
        ("машина стиральная Indesit", "стиральная машина"),
        ("Смартфон Apple iPhone 15, 128 ГБ", "смартфон"),
        ("Пылесос Xiaomi робот", "робот-пылесос"),
        ("Чехол для iPhone 15", "чехол"),
        ("Крепление для iPhone", "крепление"),
        ("Плита электрическая", "электрическая плита"),
        ("Триммер для бороды", "триммер для бороды"),
        ("Телефон с наушниками", "телефон"),
        ("Наушники и телефон", "наушники"),
        ("приставка Smart TV", "приставка Smart TV"),
        ("роутер", "роутер"),
        ("Новый смартфон", "смартфон"),
    ],
)
def test_a_line_is_classified_by_the_thing_it_names(line: str, word: str) -> None:
    match = GOODS.classify(line)
    assert match is not None and match.word == word


@pytest.mark.parametrize(
    "line", ["", "  ", "стералка", "стираль", "Товар для iPhone", "машина вязальная", "?!"]
)
def test_what_is_not_named_for_sure_is_not_classified(line: str) -> None:
    assert GOODS.classify(line) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("стира", "стиралка"),
        ("холод", "холодильник"),
        ("игров при", "игровая приставка"),
        ("купил стиральную машину", "стиральная машина"),
        ("волнов", "микроволновка"),
        ("стералка", "стиралка"),
        ("тилевизор самсунг", "телевизор"),
        ("хололильник", "холодильник"),
        ("перфаратор", "перфоратор"),
        ("ТЕЛЕФОН", "телефон"),
        ("самолет", "самолёт"),
    ],
)
def test_the_search_is_tolerant(typed: str, word: str) -> None:
    assert word in [match.word for match in GOODS.search(typed, 3)]


def test_a_misspelling_is_looked_for_only_when_nothing_fits() -> None:
    assert [match.word for match in GOODS.search("плойка")] == ["плойка"]


def test_the_search_keeps_its_limit() -> None:
    assert len(GOODS.search("э")) == 8
    assert len(GOODS.search("э", 3)) == 3
    assert GOODS.search("э", 0) == ()
    assert GOODS.search("э", -1) == ()


@pytest.mark.parametrize("typed", ["", " ", "—", "абырвалг", "ъ" * 100_000, "\0", "_"])
def test_nonsense_finds_nothing(typed: str) -> None:
    assert GOODS.search(typed) == ()


@given(st.text(max_size=300), st.integers(1, 20))
def test_any_text_is_searched_without_harm(text: str, limit: int) -> None:
    found = GOODS.search(text, limit)
    assert len(found) <= limit and len(set(found)) == len(found)
    named = GOODS.classify(text)
    assert named is None or set(words_of(named.word)) <= set(words_of(text))


@given(st.sampled_from(GOODS.words))
def test_every_word_finds_itself_first(match: GoodsMatch) -> None:
    assert GOODS.search(match.word)[0] == match
    assert GOODS.classify(match.word) == match


WORDS = "[[groups]]\ncategory = 'phones'\nstatus = 'listed'\nwords = ['айфон']\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("words.toml", "['айфон']", "['айфон', 'Айфон!']", "groups[1].words"),
        ("words.toml", "['айфон']", "[]", "groups[1].words"),
        ("words.toml", "['айфон']", "['—']", "groups[1].words"),
        ("words.toml", "['айфон']", "['']", "groups[1].words"),
        ("words.toml", "['айфон']", "[15]", "groups[1].words"),
        ("words.toml", "words = ['айфон']", "", "groups[1].words"),
        ("words.toml", "[[groups]]", "[[group]]", "groups"),
        ("words.toml", "'phones'", "'toys'", "groups[1].category"),
        ("words.toml", "'phones'", "'other'", "groups[1].status"),
        ("words.toml", "'listed'", "'maybe'", "groups[1].status"),
        ("words.toml", "'listed'", "'not_listed'", "groups[1].status"),
        ("words.toml", "status =", "state =", "groups[1].status"),
        ("list.toml", "number = 3", "number = 4", "items[3].number"),
        ("list.toml", "number = 3", "number = 0", "items[3].number"),
        ("list.toml", "number = 3", "number = 'три'", "items[3].number"),
        ("list.toml", "number = 3\n", "", "items[3].number"),
        ("list.toml", "category = 'boats'", "category = 'ships'", "items[5].category"),
        ("list.toml", "category = 'boats'", "category = 'cars'", "items[5].number"),
        ("list.toml", "checked_on = 2026-11-20", "checked_on = 'today'", "checked_on"),
        ("list.toml", "signed_on =", "signed =", "acts[1].signed_on"),
    ],
)
def test_broken_goods_name_file_and_key(
    tmp_path: Path, file: str, old: str, new: str, key: str
) -> None:
    shipped = paths.resource("goods", "list.toml").read_text(encoding="utf-8")
    texts = {"list.toml": shipped, "words.toml": WORDS}
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LawFileError) as caught:
        read_goods(tmp_path)
    said = str(caught.value)
    assert file in said and f"«{key}»" in said and "None" not in said


def test_a_list_without_an_item_is_refused(tmp_path: Path) -> None:
    shipped = paths.resource("goods", "list.toml").read_text(encoding="utf-8")
    (tmp_path / "list.toml").write_text(shipped[: shipped.rindex("[[items]]")], encoding="utf-8")
    (tmp_path / "words.toml").write_text(WORDS, encoding="utf-8")
    with pytest.raises(LawFileError, match=r"«items».*все пункты перечня по порядку: aircraft, ca"):
        read_goods(tmp_path)
