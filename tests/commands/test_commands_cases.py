"""`pretenziya cases`: finding, showing, what is due; and cases named by their ids."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.cli import main
from desktop_app.register.register import Register

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "register.sqlite"
    late = date.today() - timedelta(days=20)
    soon = date.today() - timedelta(days=9)
    with Register.open(path) as register:
        register.new(EXAMPLE, NOON)
        for name, day in (("Просрочкина", late), ("Скорова", soon)):
            case = replaced(replaced(EXAMPLE, "id", None), "buyer.surname", name)
            case = replaced(case, "letter_date", (day - timedelta(days=1)).isoformat())
            delivery = {"channel": "in_person", "handed_on": day.isoformat()}
            register.new(replaced(case, "delivery", delivery), NOON)
        gone = register.new(replaced(replaced(EXAMPLE, "id", None), "seller.name", "ИП Ау"), NOON)
        register.to_basket(gone, NOON)
    return path


@pytest.fixture
def run(path, capsys):
    def run(*words, code=0, first=False):
        register = ["--register", str(path)]
        call = [*register, *words] if first else [*words, *register]
        assert main(call) == code
        return capsys.readouterr()

    return run


@pytest.mark.parametrize("first", [True, False])
def test_the_table_shows_every_case_with_its_status(run, first):
    lines = run("cases", first=first).out.splitlines()
    assert lines[0].split() == ["НОМЕР", "СТАТУС", "ПОКУПАТЕЛЬ", "ТОВАР", "МАГАЗИН"]
    assert len(lines) == 4
    assert any("просрочено" in line and "Просрочкина" in line for line in lines)
    assert any(str(EXAMPLE.id)[:8] in line for line in lines)


def test_words_find_cases_and_none_is_said(run):
    assert "Скорова" in run("cases", "скоровой").out
    assert len(run("cases", "скоровой").out.splitlines()) == 2
    assert run("cases", "нетакого").out == "Таких дел нет.\n"
    assert "ИП Ау" in run("cases", "--basket").out


def test_json_of_the_list(run):
    found = json.loads(run("cases", "орлова", "--order", "покупатель", "--json").out)
    assert [row["buyer"].split()[0] for row in found] == ["Орлова", "Просрочкина", "Скорова"]
    assert found[0]["id"] == str(EXAMPLE.id)
    assert [row["state"] for row in found][1:] == ["overdue", "handed_over"]
    assert found[0]["basket_on"] is None and found[2]["next_day"]


def test_what_is_due_today_and_this_week_and_who_is_late(run):
    told = run("cases", "--due").out
    assert "Магазин опоздал" in told and "Просрочкина" in told
    assert "В ближайшие семь дней" in told and "Последний день ответа" in told
    found = json.loads(run("cases", "--due", "--json").out)
    assert [row["buyer"].split()[0] for row in found["overdue"]] == ["Просрочкина"]
    assert {one["case"]["buyer"].split()[0] for one in found["week"]} == {"Скорова"}
    assert "сроков нет" in run("cases", "ИП", "Ау", "--due").out


def test_one_case_in_words_and_as_a_file(run):
    told = run("cases", "show", str(EXAMPLE.id)[:6]).out
    assert str(EXAMPLE.id) in told and "Статус: " in told and "Версий: 1" in told
    assert "Стиральная машина" in told
    assert json.loads(run("cases", "show", str(EXAMPLE.id), "--json").out)["id"] == str(EXAMPLE.id)


@pytest.mark.parametrize("asked", ["123", "zzzz", "", "ffffffff-ffff"])
def test_an_id_that_no_case_has(run, asked):
    error = run("cases", "show", asked, code=2).err
    assert error.startswith("Дела «") and error.count("\n") == 1


def test_assess_and_render_take_an_id(run, tmp_path):
    case_id = str(EXAMPLE.id)
    assert json.loads(run("assess", case_id, "--json").out)["law_as_of"] == "2026-10-05"
    out = tmp_path / "письма"
    run("render", case_id[:8], "--out", str(out))
    assert len(list(out.glob("*.docx"))) == 6
    assert "Дела «abcdef» в хранилище нет" in run("assess", "abcdef", code=2).err


def test_without_a_register_it_says_so_and_makes_none(tmp_path, capsys):
    path = tmp_path / "none.sqlite"
    assert main(["cases", "--register", str(path)]) == 2
    assert "Хранилища дел" in capsys.readouterr().err
    assert not path.exists()
