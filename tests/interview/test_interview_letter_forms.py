"""What the window offers where the letter cannot be sure of a name's form."""

import pytest
from letters import case_of, changed

from desktop_app.interview.letter_forms import buyer_form, representative_form


def _buyer(surname, given_name, patronymic):
    answers = {"surname": surname, "given_name": given_name, "patronymic": patronymic}
    told = {f"buyer.{name}": answer for name, answer in answers.items()}
    return case_of(changed({**told, "buyer.genitive": None, "buyer.gender": None}))


@pytest.mark.parametrize(
    ("name", "best"),
    [
        (("Кравец", "Олег", "Иванович"), "Кравца Олега Ивановича"),
        (("Соловей", "Олег", "Иванович"), "Соловья Олега Ивановича"),
        (("Каримова", "Айгуль", "Рустамовна"), "Каримовой Айгуль Рустамовны"),
    ],
)
def test_the_best_form_is_the_first_of_the_choices(name, best):
    choices = buyer_form(_buyer(*name)).choices
    assert choices[0] == best
    assert len(choices) == len(set(choices)) > 1


def test_the_representatives_best_form_is_offered_too():
    person = {"surname": "Заяц", "given_name": "Пётр", "patronymic": "Ильич", "authority": "law"}
    assert representative_form(case_of(changed({"representative": person}))).choices[0] == (
        "Зайца Петра Ильича"
    )


def test_without_a_gender_the_nominative_is_no_choice():
    assert buyer_form(_buyer("Кузнецов", "Саша", None)).choices == (
        "Кузнецова Саши",
        "Кузнецов Саши",
    )
