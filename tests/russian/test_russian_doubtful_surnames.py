"""Surnames on whose form a rule is no witness: asked, with the form unchanged among the choices."""

import pytest

from desktop_app.russian.forms import Certainty
from desktop_app.russian.names import decline, gender_of


@pytest.mark.parametrize("name", ["Тальма", "Брока", "Варда", "Карра", "Дюка", "Ферма"])
@pytest.mark.parametrize("gender", ["male", "female"])
def test_a_stressed_a_of_another_language_is_asked(name, gender):
    found = decline(name, None, None, "genitive", gender)
    assert found.certainty is Certainty.ask and name in (found.text, *found.variants)


@pytest.mark.parametrize("name", ["Любовь", "Церковь", "Морковь", "Лошадь", "Ветошь", "Мелочь"])
def test_a_womans_noun_as_a_mans_name_is_asked(name):
    assert decline(name, None, None, "genitive", "male").certainty is Certainty.ask


@pytest.mark.parametrize(
    ("patronymic", "genitive", "dative"),
    [
        ("Ильинишна", "Ильинишны", "Ильинишне"),
        ("Никитишна", "Никитишны", "Никитишне"),
        ("Ильинична", "Ильиничны", "Ильиничне"),
    ],
)
def test_a_patronymic_in_ishna_is_a_womans_and_declines(patronymic, genitive, dative):
    assert gender_of("Ткач", None, patronymic) == "female"
    assert decline(None, None, patronymic, "genitive", None).text == genitive
    assert decline(None, None, patronymic, "dative", None).text == dative
