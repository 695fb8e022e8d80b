"""What a person may mean comes in the order of likelihood; what is named for sure is strict."""

import pytest

from desktop_app.law.goods_words import GoodsMatch, Vocabulary


def vocabulary(*words: str) -> Vocabulary:
    return Vocabulary([GoodsMatch(word, "other", "not_listed", None) for word in words])


@pytest.mark.parametrize(
    ("typed", "words", "order"),
    [
        # The whole name, then names inside the text: the fuller one, then the earlier one.
        ("часы", ["настенные часы", "часы"], ["часы", "настенные часы"]),
        ("часы смарт", ["часы", "смарт-часы"], ["смарт-часы", "часы"]),
        ("купил утюг и чайник", ["чайник", "утюг"], ["утюг", "чайник"]),
        # Beginnings: of the first word before a later one, then the shorter name.
        ("пыл", ["дом пыль", "пылеуловитель"], ["пылеуловитель", "дом пыль"]),
        ("холод", ["холодильная камера", "холодильник"], ["холодильник", "холодильная камера"]),
        # Other endings come after beginnings; of them the fuller name first.
        ("машиной", ["машина", "машиной вязать"], ["машиной вязать", "машина"]),
        (
            "стиральной машиной",
            ["машина", "стиральная машина"],
            ["стиральная машина", "машина"],
        ),
        # A piece from the middle comes last, and the shorter name of two.
        (
            "волнов",
            ["микроволновая печь", "микроволновка"],
            ["микроволновка", "микроволновая печь"],
        ),
        ("волны", ["микроволны и", "волнам"], ["волнам", "микроволны и"]),
    ],
)
def test_the_likeliest_meaning_comes_first(typed: str, words: list[str], order: list[str]) -> None:
    assert [match.word for match in vocabulary(*words).search(typed, 8)] == order


def test_a_piece_of_a_name_is_looked_for_from_three_letters_on() -> None:
    assert [match.word for match in vocabulary("диван").search("ван", 8)] == ["диван"]
    assert vocabulary("диван").search("ва", 8) == ()


def test_a_piece_may_reach_over_two_words() -> None:
    found = vocabulary("игровая приставка").search("вая при", 8)
    assert [match.word for match in found] == ["игровая приставка"]


def test_one_letter_in_four_may_be_wrong() -> None:
    assert [match.word for match in vocabulary("утюг").search("утюк", 8)] == ["утюг"]
    assert vocabulary("утюг").search("ытюк", 8) == ()


def test_a_misspelt_name_of_two_words_is_compared_as_a_whole() -> None:
    found = vocabulary("умные часы").search("умние чясы", 8)
    assert [match.word for match in found] == ["умные часы"]


def test_of_two_misspellings_the_nearer_comes_first() -> None:
    found = vocabulary("мониторы", "монитор").search("манитор", 8)
    assert [match.word for match in found] == ["монитор", "мониторы"]


def test_a_list_of_one_is_the_likeliest() -> None:
    found = vocabulary("чайник", "утюг").search("купил утюг и чайник", 1)
    assert [match.word for match in found] == ["утюг"]


@pytest.mark.parametrize(
    ("line", "words", "named"),
    [
        ("Купил смартфон", ["смартфон"], "смартфон"),
        # The thing is the first one; what it is for does not name it.
        ("Насадка для бороды, триммер", ["триммер для бороды"], None),
        ("Для дома утюг", ["утюг"], "утюг"),
        # Of names that begin at one place the fuller one.
        (
            "Приставка игровая Smart TV",
            ["игровая приставка", "приставка Smart TV"],
            "приставка Smart TV",
        ),
    ],
)
def test_what_is_named_for_sure(line: str, words: list[str], named: str | None) -> None:
    match = vocabulary(*words).classify(line)
    assert (match.word if match else None) == named
