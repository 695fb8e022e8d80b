import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.russian.typography import tidy

# In the expected texts «~» stands for a no-break space.
SENTENCES = [
    ("По акту № 5 товар сдан", "По~акту №~5 товар сдан"),
    ("ст. 18 Закона", "ст.~18 Закона"),
    ("абз. 6 п. 1 ст. 18", "абз.~6 п.~1 ст.~18"),
    ("пп. 1 и 2 ч. 3", "пп.~1 и~2 ч.~3"),
    ("г. Москва, ул. Лесная, д. 5, стр. 2", "г.~Москва, ул.~Лесная, д.~5, стр.~2"),
    ("14 декабря 2025 г. Я обратился", "14~декабря 2025~г. Я обратился"),
    ("В магазин и в сервис", "В~магазин и~в~сервис"),
    ("из-за поломки не включается", "из-за~поломки не~включается"),
    ("прошло 36 дней, 1 день и 2 дня", "прошло 36~дней, 1~день и~2~дня"),
    ("44 091,00 руб. и 5 ₽, 1 %", "44 091,00~руб. и~5~₽, 1~%"),
    ("2 года, 5 лет, 24 месяца, 2025 год", "2~года, 5~лет, 24~месяца, 2025~год"),
    ("О. И. Кузнецова", "О.~И.~Кузнецова"),
    ("А.-М. Ткач", "А.-М.~Ткач"),
    ("срок — десять дней", "срок~— десять дней"),
    ("двойные   пробелы", "двойные пробелы"),
    ("для меня", "для~меня"),
    ("5 деньков", "5 деньков"),
    ("мост. 18", "мост. 18"),
    ("§ 149, гл. 30, прил. 3", "§~149, гл.~30, прил.~3"),
    ("т. е. сегодня, акты и т. д.", "т.~е. сегодня, акты и~т.~д."),
    ("55 тыс. руб. и 2 млн руб.", "55~тыс.~руб. и~2~млн~руб."),
    ("просп. Мира, пер. Сухой", "просп.~Мира, пер.~Сухой"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_lines_break_only_where_they_may(text: str, expected: str) -> None:
    assert tidy(text) == expected.replace("~", "\N{NO-BREAK SPACE}")


PIECES = st.sampled_from(
    [
        *(" ", "  ", "\u00a0", "\n", "в", "И", "не", "ст.", "п.", "г.", "№", "5", "18", "дней"),
        *(
            "т.",
            "е.",
            "тыс.",
            "млн",
            "§",
            "гл.",
            "года",
            "₽",
            "%",
            "—",
            "-",
            "А.",
            "Иванов",
            "руб.",
            "слово",
            ",",
            "«",
            "»",
            "(",
            "ё",
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.lists(PIECES).map(" ".join))
def test_nothing_but_spaces_is_touched(text: str) -> None:
    def bare(value: str) -> str:
        return value.replace(" ", "").replace("\u00a0", "")

    assert bare(tidy(text)) == bare(text)


@pytest.mark.parametrize("word", ["для", "при", "без", "под", "над", "про", "из-за", "из-под"])
def test_no_short_preposition_is_left_at_the_end_of_a_line(word):
    assert tidy(f"Слова {word} дела") == f"Слова {word}\u00a0дела"
    assert tidy(f"сло{word}ва дела") == f"сло{word}ва дела"
