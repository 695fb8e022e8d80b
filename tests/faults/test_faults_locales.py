"""The same letter in every locale and time zone; what is typed and printed is Russian in each.

`tr_TR.UTF-8` need not be installed: then the C library falls back to C, and it is the name alone
that is tried. Python's and Qt's own capitals do not follow the locale, so the Turkish «i» cannot
change a word.
"""

import os
import subprocess
import zipfile

import pytest
from faults_program import EXAMPLE, call, run, surroundings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="locales of Windows are no variables")
MEMO = "Памятка.docx"  # Counts from the day on which it is made.
SURROUNDINGS = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"},
    "POSIX": {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "TZ": "Etc/GMT+12"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kamchatka"},
    "KOI8-R": {"LC_ALL": "ru_RU.KOI8-R", "PYTHONUTF8": "0", "TZ": "Europe/Moscow"},
}


def written(folder):
    """The text of each letter, tags included, but for the memo."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name != MEMO:
            with zipfile.ZipFile(path) as docx:
                found[path.name] = docx.read("word/document.xml")
    return found


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """What the program writes and says where nothing is odd, and the register that it lists."""
    home = tmp_path_factory.mktemp("usual")
    render = run("render", EXAMPLE, "--out", home / "письма", home=home)
    assert render.returncode == 0 and render.stderr == ""
    run("cases", "import", EXAMPLE, "--register", home / "r.sqlite", home=home)
    listed = run("cases", "--register", home / "r.sqlite", home=home).stdout
    assessed = run("assess", EXAMPLE, "--json", home=home).stdout
    assert "Орлова" in listed and "Орловой" in assessed
    return home / "r.sqlite", written(home / "письма"), listed, assessed


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_letters_and_answers_are_the_same_bytes(name, usual, home):
    register, letters, listed, assessed = usual
    odd = SURROUNDINGS[name]
    render = run("render", EXAMPLE, "--out", home / "письма", home=home, **odd)
    assert (render.returncode, render.stderr) == (0, "")
    assert written(home / "письма") == letters
    assert run("assess", EXAMPLE, "--json", home=home, **odd).stdout == assessed
    told = run("cases", "--register", register, home=home, **odd)
    assert (told.returncode, told.stdout, told.stderr) == (0, listed, "")


def test_a_folder_typed_in_another_encoding_keeps_its_bytes(usual, home):
    typed = os.fsencode(home) + "/письма".encode("koi8-r")
    environment = surroundings(home, LC_ALL="ru_RU.KOI8-R", PYTHONUTF8="0")
    words = [*map(os.fsencode, call("render", EXAMPLE)), b"--out", typed]
    told = subprocess.run(words, env=environment, capture_output=True, timeout=60, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert set(os.listdir(typed)) == {os.fsencode(name) for name in (*usual[1], MEMO)}  # noqa: PTH208


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_letter(closed, usual, home):
    words = " ".join(f"'{word}'" for word in call("render", EXAMPLE, "--out", home / "письма"))
    shell = f"{words.strip()} {closed}"
    told = subprocess.run(
        ["bash", "-c", shell], env=surroundings(home), capture_output=True, timeout=60, check=False
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert written(home / "письма") == usual[1]


def test_a_conflict_without_anybody_to_ask_is_left_and_said(usual, home):
    other = home / "дело.json"
    other.write_text(EXAMPLE.read_text(encoding="utf-8").replace("Орлова", "Иная"), "utf-8")
    words = call("cases", "import", other, "--register", usual[0])
    shell = " ".join(f"'{word}'" for word in words) + " <&-"
    told = subprocess.run(
        ["bash", "-c", shell],
        env=surroundings(home),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 1 and "--on-conflict" in told.stderr, told.stderr
    assert "Traceback" not in told.stderr
