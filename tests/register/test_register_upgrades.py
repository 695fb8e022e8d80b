"""A register that an older program has written is opened with all that was in it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from register_examples import EXAMPLE, NOON, assert_sound, later

from desktop_app.case.edit import replaced
from desktop_app.digests import bring_up_to_date
from desktop_app.register.finding import Query, page
from desktop_app.register.register import Register
from desktop_app.register.schema import CURRENT
from desktop_app.register.versions import versions_of

STORED = sorted((Path(__file__).parent / "stored").glob("version-*.sqlite"))


def test_a_register_of_every_older_version_is_stored():
    assert [int(path.stem.split("-")[1]) for path in STORED] == list(range(1, CURRENT))


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def path(request, tmp_path):
    return shutil.copy(request.param, tmp_path / "register.sqlite")


def test_everything_is_there_after_the_upgrade(path):
    with Register.open(path) as register:
        kept, basket = register.cases(), register.cases(basket=True)
        assert [row.buyer for row in kept] == ["Старая Марина Петровна", "Орлова Марина Петровна"]
        assert [row.basket_on for row in basket] == [later(10)]
        assert register.read(EXAMPLE.id).case == EXAMPLE
        assert register.read(EXAMPLE.id).step == "seller"
        assert register.setting("theme") == "dark"
    assert_sound(path)


def test_what_is_new_works_in_it(path):
    with Register.open(path) as register:
        register.save(EXAMPLE.id, replaced(EXAMPLE, "buyer.phone", "+7"), later(60))
        assert [one.since for one in versions_of(register, EXAMPLE.id)] == [NOON]
        assert not bring_up_to_date(register, date(2026, 11, 20))
        assert EXAMPLE.id in [row.id for row in page(register, Query("стиральную орлова"))]
    assert_sound(path)
