"""What `pretenziya cases …` says: helps, refusals, tables; each in one way, nothing lost."""

import io
import sys
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.cli import main
from desktop_app.commands import carrying, cases, safety
from desktop_app.register import transfer
from desktop_app.register.register import Register

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ORDERS = "изменено, покупатель, товар, магазин, статус, срок"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.sqlite"


@pytest.fixture
def run(path, capsys):
    def run(*words, code=0):
        assert main([*map(str, words), "--register", str(path)]) == code
        return capsys.readouterr()

    return run


def kept(path, *cases):
    with Register.open(path) as register:
        return [register.new(case, NOON) for case in cases]


def test_an_unknown_order_names_the_option_and_the_orders(run):
    told = run("cases", "--order", "foo", code=2).err
    assert f"после --order нужно одно из слов: {ORDERS}." in told
    assert "такой команды" not in told


def test_an_unknown_command_still_names_the_commands(run):
    told = run("какая", code=2).err
    assert "такой команды нет" in told and "assess" in told
    told = run("templates", "какая", code=2).err
    assert "такой команды нет" in told and "check" in told


def test_the_help_of_cases_names_every_command_about_cases(run):
    told = run("cases", "--help").out
    for group in (cases, carrying, safety):
        for words in group.SECOND_WORDS:
            assert f"\n  pretenziya {words}" in told
    assert max(map(len, told.splitlines())) <= 80


def test_the_help_of_import_names_transfer_files(run):
    assert ".pretenziya" in run("cases", "import", "--help").out


def test_a_folder_without_cases_names_both_kinds_of_file(run, tmp_path):
    (tmp_path / "пусто").mkdir()
    told = run("cases", "import", tmp_path / "пусто", code=2).err
    assert "кончаются на .json или .pretenziya" in told


@pytest.mark.parametrize(
    ("to", "says"), [("дело.pretenziya", "уже есть"), ("нет/дело.pretenziya", "Папки")]
)
def test_where_a_transfer_file_cannot_go_is_said_before_any_password(
    run, path, tmp_path, monkeypatch, to, says
):
    kept(path, EXAMPLE)
    (tmp_path / "дело.pretenziya").write_bytes(b"x")
    monkeypatch.setattr(carrying, "password_to_send", lambda: pytest.fail("asked"))
    assert says in run("cases", "send", EXAMPLE.id, "--to", tmp_path / to, code=2).err
    assert (tmp_path / "дело.pretenziya").read_bytes() == b"x"


def test_a_password_that_is_not_typed_is_asked_for(run, tmp_path, monkeypatch):
    sent = tmp_path / "дело.pretenziya"
    transfer.write(EXAMPLE, {}, sent, "сирень и №5")
    monkeypatch.setattr(carrying, "password_to_open", lambda _: "")
    told = run("cases", "import", sent, code=2).err
    assert "пароль не вписан" in told and "не подходит" not in told


def test_a_question_is_not_followed_by_a_colon(run, path):
    kept(path, EXAMPLE)
    told = run("cases", "show", EXAMPLE.id).out
    assert "?:" not in told and "Каким числом подписать письмо? 5" in told


def test_a_status_is_shown_whole(run, path):
    day = datetime.now(UTC).date() - timedelta(days=46)
    answer = {"kind": "refused", "on": day.isoformat()}
    delivery = {"channel": "in_person", "handed_on": day.isoformat(), "response": answer}
    case = replaced(EXAMPLE, "letter_date", (day - timedelta(days=1)).isoformat())
    case = replaced(case, "seller.name", "ООО " + "Очень длинное название " * 4)
    kept(path, replaced(case, "delivery", delivery))
    line = run("cases").out.splitlines()[1]
    with Register.open(path) as register:
        (row,) = register.cases()
    assert row.status.startswith("отказ") and row.status.endswith("₽")
    assert f"  {' '.join(row.status.split())}  " in line
    assert line.endswith("…") and "Очень длинное" in line


def test_where_nothing_is_due_it_says_seven_days(run, path):
    kept(path)
    assert "Сегодня и в ближайшие семь дней сроков нет." in run("cases", "--due").out
    assert "семь дней" in run("cases", "--help").out


@pytest.mark.parametrize(("many", "said"), [(350, True), (150, False)])
def test_a_long_working_out_of_statuses_is_announced_at_a_terminal(
    run, path, monkeypatch, many, said
):
    kept(path, EXAMPLE)
    left = [many]

    def pieces(*_):
        left[0] -= 100
        return left[0] >= 0

    monkeypatch.setattr("desktop_app.digests.bring_up_to_date", pieces)
    assert run("cases").err == ""
    left[0] = many
    told = Terminal()
    monkeypatch.setattr(sys, "stderr", told)
    run("cases")
    assert told.getvalue().count("Считаем статусы") == int(said)
