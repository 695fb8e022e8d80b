import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.russian.forms import Certainty
from desktop_app.russian.organisations import addressee


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ООО «Ромашка & Ко»", "В ООО «Ромашка & Ко»"),
        ('ООО  "Ромашка"\n', 'В ООО "Ромашка"'),
        ("ПАО Техника", "В ПАО Техника"),
        ("АО«Свет»", "В АО«Свет»"),
        ("КФХ «Луг»", "В КФХ «Луг»"),
        (
            "Общество с ограниченной ответственностью «Ромашка»",
            "В Общество с ограниченной ответственностью «Ромашка»",
        ),
        ("Акционерное общество «Свет»", "В Акционерное общество «Свет»"),
        ("Публичное акционерное общество «Свет»", "В Публичное акционерное общество «Свет»"),
        (
            "Муниципальное унитарное предприятие «Быт»",
            "В Муниципальное унитарное предприятие «Быт»",
        ),
        ("Магазин  «У дома»", "Продавец: Магазин «У дома»"),
        ("Оооо", "Продавец: Оооо"),
        ("АОлимп", "Продавец: АОлимп"),
        ("ООО", "Продавец: ООО"),
        ("Некоммерческая организация «Сад»", "Продавец: Некоммерческая организация «Сад»"),
    ],
)
def test_a_known_form_of_organisation_is_written_to(name: str, text: str) -> None:
    assert addressee(name).text == text
    assert addressee(name).certainty is Certainty.certain


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("ИП Соловей Анна Игоревна", "Соловей Анне Игоревне"),
        ("ИП  Петров  Пётр Ильич", "Петрову Петру Ильичу"),
        ("Индивидуальный предприниматель Кузнецова Ольга Ильинична", "Кузнецовой Ольге Ильиничне"),
        ("индивидуальный предприниматель Черных Лев Фомич", "Черных Льву Фомичу"),
        ("ИП Алиева Лейла Рашид кызы", "Алиевой Лейле Рашид кызы"),
        ("ИП Кузнецова Ольга", "Кузнецовой Ольге"),
    ],
)
def test_an_entrepreneur_is_addressed_in_the_dative(name: str, owner: str) -> None:
    assert addressee(name).text == f"Индивидуальному предпринимателю {owner}"
    assert addressee(name).certainty is not Certainty.ask


@pytest.mark.parametrize(
    "owner",
    [
        "Кравец Олег Иванович",
        "Орлова А. И.",
        "Анна Игоревна Соловей",
        "Глава КФХ Иванов Иван Иванович",
        "«Ромашка»",
        "Ким Саша",
    ],
)
def test_an_entrepreneur_whose_dative_is_not_sure_is_named(owner: str) -> None:
    declined = addressee(f"ИП {owner}")
    assert declined.text == f"Продавец: индивидуальный предприниматель {owner}"
    assert declined.certainty is Certainty.ask


def test_the_datives_that_may_be_right_are_offered() -> None:
    assert "Индивидуальному предпринимателю Кравцу Олегу Ивановичу" in (
        addressee("ИП Кравец Олег Иванович").variants
    )


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(["", "ИП ", "ООО ", "АО «"]))
def test_nothing_typed_gets_lost_and_nothing_crashes(name: str, form: str) -> None:
    declined = addressee(form + name)
    assert declined.text.startswith(("В ", "Продавец: ", "Индивидуальному предпринимателю "))
    if not form.startswith("ИП") and not declined.text.startswith("Инд"):
        words = (form + name).split()
        assert declined.text.endswith(" ".join(words)) or "индивидуальный" in declined.text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("В ООО «Х»", "В ООО «Х»"),
        ("к ООО «Х»", "В ООО «Х»"),
        ("Продавец: ООО «Х»", "В ООО «Х»"),
        (
            "индивидуальному предпринимателю Иванову Ивану Ивановичу",
            "Индивидуальному предпринимателю Иванову Ивану Ивановичу",
        ),
        ("Публичному акционерному обществу «Х»", "Публичному акционерному обществу «Х»"),
        ("Обществу с ограниченной ответственностью «Х»",) * 2,
    ],
)
def test_a_line_that_was_typed_whole_is_not_said_twice(typed, text):
    assert addressee(typed).text == text


@pytest.mark.parametrize(
    "typed",
    [
        *("ИП Мир Света", "ИП Дом Виктория", "ИП Салон Наталья", "ИП Аптека Вита", "ИП Центр Лада"),
        *("ИП Глава Роман Ильич", "Индивидуального предпринимателя Иванова"),
    ],
)
def test_a_sign_or_a_post_is_not_taken_for_a_surname(typed):
    assert addressee(typed).certainty is Certainty.ask


def test_a_surname_without_a_patronymic_is_still_sure():
    assert addressee("ИП Иванов Иван").text == "Индивидуальному предпринимателю Иванову Ивану"
    assert addressee("ИП Кузнецова Анна").certainty is Certainty.certain
