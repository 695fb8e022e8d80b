"""Names that somebody typed make names of files that any disk takes, inside the chosen folder."""

import contextlib
import re
import unicodedata
from pathlib import Path

import apsw
import pytest
from hostile_files import EXAMPLE, NOON, PDF, case, kept, tree

from desktop_app.case.clean import clean_text
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case
from desktop_app.case.model import Attachment
from desktop_app.cli import main
from desktop_app.register import kept_scans, transfer
from desktop_app.register.register import Register
from desktop_app.register.scan_content import Content
from desktop_app.window.cases.case_files import file_name

HOSTILE = [
    *("../../x", "..\\..\\x", "/etc/passwd", "C:\\Windows\\x", "\\\\server\\share", "~/.bashrc"),
    *(
        "CON",
        "con.",
        "nul.txt",
        "COM1.json",
        "lpt¹",
        "aux ",
        "conin$",
        ".",
        "..",
        "...",
        ". .",
        " ",
    ),
    *("а" * 300, "😀" * 300, "e\u0301" * 300, "имя. ", "имя.json. ", "-rf", "--out=/tmp", "$(id)"),
    *("a:b", "a|b>c<d", 'a"b', "a*?b", "a\nb", "a\tb", "\u202egnp.exe", "\u200f", "\u2066a", "%00"),
    *(
        ".htaccess",
        "file:///etc/passwd",
        "a/../../b",
        "=cmd|' /C calc'!A0",
        "desktop.ini",
        "x" * 255,
    ),
]
DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\..*)?$")
PASSWORD = "сирень и №5"


def assert_fit(name: str) -> None:
    assert not re.search(r'[\\/:*?"<>|]', name) and not DEVICE.match(name), name
    assert len(name.encode()) <= 240 and name == name.strip(" .") and not name.startswith("-")
    assert not any(unicodedata.category(letter)[0] == "C" for letter in name), ascii(name)


def test_documents_have_the_names_of_the_program_whoever_the_buyer_is(around):
    names = set()
    for number, name in enumerate(HOSTILE[::4]):
        (around / "case.json").write_bytes(case(name))
        out = around / f"out{number}"
        assert main(["render", str(around / "case.json"), "--draft", "--out", str(out)]) == 0
        names |= set(tree(out))
    assert 3 <= len(names) < 10
    assert all(re.fullmatch(r"[А-ЯЁа-яё —]+\.docx", name) for name in names)


def test_all_cases_go_out_under_fit_names_and_come_back(around, capsys):
    (around / "in").mkdir()
    for number, name in enumerate(HOSTILE):
        (around / "in" / f"{number}.json").write_bytes(case(name))
    register = ["--register", str(around / "data" / "r.sqlite")]
    assert main(["cases", "import", str(around / "in"), *register]) == 0
    for times in (1, 2):
        assert main(["cases", "export", "--all", "--out", str(around / "out"), *register]) == 0
        files = list((around / "out").iterdir())
        assert len(files) == times * len(HOSTILE) and all(one.is_file() for one in files)
    for one in files:
        assert_fit(one.name)
    assert len({one.name.casefold() for one in files}) == len(files)
    again = ["--register", str(around / "data" / "again.sqlite")]
    assert main(["cases", "import", str(around / "out"), *again]) == 0


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_the_name_that_the_window_proposes_is_fit(name):
    for suffix in (".json", ".pretenziya"):
        proposed = file_name(name, name, suffix)
        assert_fit(proposed)
        assert proposed.startswith("Претензия") and proposed.endswith(suffix)


def test_scans_of_a_hostile_transfer_file_stay_inside(around, monkeypatch):
    """Its sender knows the password and writes what they like into it."""
    monkeypatch.setattr(transfer, "_ROUNDS", 1)  # The key is not what is tested here.
    path = around / "дело.pretenziya"
    by_cleaned = {clean_text(name).strip(): name for name in ("../../.bashrc", *HOSTILE)}
    names = [name for cleaned, name in by_cleaned.items() if cleaned]
    own = tuple(Attachment(title="скан", file=str(n)) for n in range(len(names)))
    sent = replaced(EXAMPLE, "attachments", own)
    transfer.write(sent, {str(n): Content(f"{n}", PDF) for n in range(len(names))}, path, PASSWORD)
    with contextlib.closing(apsw.Connection(str(path))) as connection:
        transfer._unlock(connection, PASSWORD)
        hostile = tuple(Attachment(title="скан", file=name) for name in names)
        content = dump_case(replaced(sent, "attachments", hostile)).decode()
        connection.execute("UPDATE claim SET content = ?", (content,))
        for number, annex in enumerate(hostile):
            connection.execute(
                "UPDATE scans SET file = ?, name = ? WHERE file = ?",
                (clean_text(annex.file).strip(), annex.file, str(number)),
            )
    taken, scans = transfer.read(path, PASSWORD)
    assert len(scans) > len(names) - 10
    with Register.open(around / "data" / "r.sqlite") as register:
        case_id = register.import_case(taken, NOON, scans).id
        (around / "out").mkdir()
        register.export_file(case_id, around / "out" / "дело.json")
    found = tree(around / "out")
    assert len(found) == len(scans) + 2
    for name in found:
        assert len(Path(name).parts) <= 2
        for part in Path(name).parts:
            assert_fit(part)


def test_annexes_come_back_from_beside_a_file_of_any_name(around):
    """Only from a folder that an export made anything but a scan is taken."""
    with Register.open(around / "data" / "r.sqlite") as register:
        case_id = kept(register)
        kept_scans.keep(register, case_id, {"/нет/чек.pdf": Content("чек.txt", b"no scan")})
        register.export_file(case_id, around / f"{'😀' * 58}.json")
    with Register.open(around / "data" / "other.sqlite") as other:
        taken = other.import_file(around / f"{'😀' * 58}.json", NOON).id
        assert len(kept_scans.kept(other, taken)) == 1
