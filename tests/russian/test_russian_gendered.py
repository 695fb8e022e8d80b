import pytest

from desktop_app.russian.gendered import VOCABULARY, word


@pytest.mark.parametrize(
    ("key", "female", "unknown"),
    [
        ("приобрёл", "приобрела", "приобрёл(а)"),
        ("обратился", "обратилась", "обратился (обратилась)"),
        ("готов", "готова", "готов(а)"),
        ("вынужден", "вынуждена", "вынужден(а)"),
        ("действующего", "действующей", "действующего (действующей)"),
        ("согласен", "согласна", "согласен(согласна)"),
        ("должен", "должна", "должен(должна)"),
    ],
)
def test_words_follow_the_gender(key: str, female: str, unknown: str) -> None:
    assert word(key, "male") == key
    assert word(key, "female") == female
    assert word(key, None) == unknown


def test_a_word_not_in_the_vocabulary_is_an_error() -> None:
    with pytest.raises(KeyError):
        word("ушёл", "male")


def test_the_letter_has_its_words() -> None:
    needed = (
        "приобрёл обратился передал сдал получил оплатил готов заинтересован вынужден "
        "действующего действующий обнаружил уплатил согласен должен просил предъявил указанный"
    )
    assert set(needed.split()) <= set(VOCABULARY)


@pytest.mark.parametrize("forms", VOCABULARY.values(), ids=list(VOCABULARY))
def test_every_word_has_three_different_forms(forms: tuple[str, str, str]) -> None:
    male, _, unknown = forms
    assert len(set(forms)) == 3
    assert VOCABULARY[male] == forms
    assert unknown.startswith((male + "(", male + " (")) and unknown.endswith(")")


@pytest.mark.parametrize("forms", VOCABULARY.values(), ids=list(VOCABULARY))
def test_the_brackets_of_an_unknown_gender_end_the_feminine(
    forms: tuple[str, str, str],
) -> None:
    male, female, unknown = forms
    inside = unknown[len(male) :].strip(" ()")
    assert female.endswith(inside)
    assert len(inside) <= 4 or inside == female
