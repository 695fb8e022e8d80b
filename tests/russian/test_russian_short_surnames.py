"""Surnames of one syllable in «-ий» are nouns: an adjective would need a stem of its own."""

import pytest

from desktop_app.russian.names import Certainty, decline


@pytest.mark.parametrize(("surname", "genitive"), [("Кий", "Кия"), ("Вий", "Вия"), ("Бий", "Бия")])
def test_a_short_surname_in_iy_declines_as_a_noun_and_is_asked(surname, genitive):
    declined = decline(surname, "Лев", "Ильич", "genitive", "male")
    assert declined.text == f"{genitive} Льва Ильича"
    assert declined.certainty is Certainty.ask
    assert not any("го " in variant for variant in declined.variants)
