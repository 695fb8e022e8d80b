"""Home folders that have odd names, can't be written or are not there at all."""

import os
import sys
from pathlib import Path

import pytest
from faults_program import EXAMPLE, assert_refused, run

from desktop_app.register.register import Register

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no HOME and no list of users")
NOBODY = """
import pwd
def gone(*_):
    raise KeyError("no such user")
pwd.getpwuid = pwd.getpwnam = gone
"""
"""A user who has no line in the list of users, as in many containers."""
NEEDS_HOME = [
    ("cases",),
    ("cases", "import", EXAMPLE),
    ("templates",),
    ("templates", "copy", "refund"),
]


@pytest.mark.parametrize("home_is", [None, "", "папка"])
def test_without_a_home_it_is_said_and_nothing_lands_in_the_folder_one_stands_in(home_is, tmp_path):
    for words in NEEDS_HOME:
        told = run(*words, home=tmp_path, before=NOBODY, HOME=home_is)
        assert_refused(told, "домашняя папка", "HOME")
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_letters_are_made_and_a_register_can_be_named(tmp_path):
    nowhere = {"home": tmp_path, "before": NOBODY, "HOME": None}
    assert run("assess", EXAMPLE, **nowhere).returncode == 0
    told = run("render", EXAMPLE, "--out", tmp_path / "письма", **nowhere)
    assert (told.returncode, told.stderr) == (0, "")
    register = ("--register", tmp_path / "дела.sqlite")
    assert run("cases", "import", EXAMPLE, *register, **nowhere).returncode == 0
    assert "Орлова" in run("cases", *register, **nowhere).stdout


WINDOW_BOX = """
from PySide6.QtWidgets import QMessageBox
QMessageBox.exec = lambda box: print(box.text(), box.informativeText())
"""


def test_without_a_home_the_window_says_so_too(tmp_path):
    before = NOBODY + WINDOW_BOX
    told = run(home=tmp_path, before=before, HOME=None, QT_QPA_PLATFORM="offscreen")
    assert told.returncode == 2, told.stderr
    for said in (told.stdout, told.stderr):
        assert "домашняя папка" in said.replace("\u00a0", " ")
    assert "Traceback" not in told.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /proc")
@pytest.mark.parametrize("home_is", ["/proc", "/proc/нет/такой"])
def test_a_home_that_can_not_be_written_is_named(home_is, tmp_path):
    for words in NEEDS_HOME[1], NEEDS_HOME[3]:
        assert_refused(run(*words, home=tmp_path, HOME=home_is), home_is)
    assert run("templates", home=tmp_path, HOME=home_is).returncode == 0
    told = run("render", EXAMPLE, "--out", tmp_path / "письма", home=tmp_path, HOME=home_is)
    assert (told.returncode, told.stderr) == (0, "")


def deep(folder, length):
    """A folder below this one whose whole name has so many signs."""
    while len(str(folder)) < length - 60:
        folder /= "Вложенная папка с длинным именем"
    return folder / ("я" * (length - len(str(folder)) - 1))


def test_a_home_with_cyrillic_spaces_and_a_long_name_is_a_home(home):
    place = deep(home, 250)
    place.mkdir(parents=True)
    assert len(str(place)) == 250 and "Ёжика" in str(place)
    letters, copy = place / "письма", place / "копия дел.sqlite"
    for words in (
        ("cases", "import", EXAMPLE),
        ("render", "7d2b8f0e", "--out", letters),
        ("cases", "export", "--all", "--out", place / "дела"),
        ("cases", "backup", "--to", copy),
        ("templates", "copy", "refund"),
    ):
        told = run(*words, home=place)
        assert (told.returncode, told.stderr) == (0, ""), words
    assert len(list(letters.iterdir())) == 6 and len(list((place / "дела").iterdir())) == 1
    found = {one.name for one in place.rglob("*.*") if one.is_file()}
    assert found >= {"register.sqlite", "копия дел.sqlite", "claim.docx"}
    with Register.open(copy) as register:
        assert len(register.cases()) == 1


LONG = "я" * 200


@pytest.mark.parametrize(
    "words",
    [
        ("assess", f"{LONG}.json"),
        ("render", f"{LONG}.json", "--out", "письма"),
        ("render", EXAMPLE, "--out", LONG),
        ("cases", "--register", f"{LONG}.sqlite"),
        ("cases", "import", f"{LONG}.json"),
        ("cases", "import", EXAMPLE, "--register", f"{LONG}.sqlite"),
        ("templates", "check", f"{LONG}.docx"),
        ("templates", "copy", "refund", "--to", LONG),
        ("gui", f"{LONG}.json"),
    ],
    ids=lambda words: " ".join(Path(word).name[:12] for word in words),
)
def test_a_name_that_no_disk_takes_is_said(words, home, monkeypatch, capsys):
    from desktop_app.cli import main

    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    assert main([*map(str, words)]) == 2
    told = capsys.readouterr()
    assert "яяя" in told.err and "Traceback" not in told.err
    assert [one.name for one in home.rglob("*") if one.is_file()] == []
