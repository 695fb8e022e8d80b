"""Names that somebody typed, and links that lie in the way, lead to no file outside the folder."""

import contextlib
import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest
from letters import example

from desktop_app import paths
from desktop_app.atomic import write_whole
from desktop_app.case.clean import clean_text
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.case.model import Attachment
from desktop_app.cli import main
from desktop_app.register import kept_scans, transfer
from desktop_app.register.copies import begin_daily, daily
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
EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PDF = b"%PDF-1.4 of nobody"
PASSWORD = "сирень и №5"


def assert_fit(name: str) -> None:
    assert not re.search(r'[\\/:*?"<>|]', name) and not DEVICE.match(name), name
    assert len(name.encode()) <= 240 and name == name.strip(" .") and not name.startswith("-")
    assert not any(unicodedata.category(letter)[0] == "C" for letter in name), ascii(name)


def case(name: str, **more: object) -> bytes:
    raw = example() | {"id": None} | more
    raw["buyer"] |= {"surname": name, "given_name": name, "patronymic": name}
    raw["seller"]["name"] = raw["purchase"]["item"] = raw["purchase"]["model"] = name
    raw["attachments"] = [{"title": name, "file": None}]
    return json.dumps(raw).encode()


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder; links are not followed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        held = str(path.readlink()).encode() if path.is_symlink() else None
        found[str(path.relative_to(folder))] = (
            path.read_bytes() if held is None and path.is_file() else held
        )
    return found


@pytest.fixture
def around(tmp_path):
    """A folder with things of somebody; at the end they are as they were, and nothing is new."""
    (tmp_path / "чужое").mkdir()
    (tmp_path / "чужое" / "x").write_bytes(b"of somebody")
    (tmp_path / "work").mkdir()
    before = tree(tmp_path)
    yield tmp_path / "work"
    after = {name: held for name, held in tree(tmp_path).items() if not name.startswith("work/")}
    assert after == before


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


def link(path: Path, to: Path) -> None:
    try:
        path.symlink_to(to)
    except OSError:
        pytest.fail("no links here: run these tests where links can be made")


@pytest.fixture(params=["a link to a file", "a link to nothing"])
def target(request, around):
    """What the links in the way lead to: outside of the folder."""
    return around.parent / "чужое" / ("x" if "file" in request.param else "new")


def test_documents_are_not_written_through_links(around, target):
    (around / "case.json").write_bytes(case("Орлова"))
    call = ["render", str(around / "case.json"), "--draft", "--out", str(around / "out")]
    assert main(call) == 0
    names = list(tree(around / "out"))
    for name in names:
        (around / "out" / name).unlink()
        link(around / "out" / name, target)
    assert main(call) == 0
    found = tree(around / "out")
    assert len(found) == 2 * len(names) and sum(" (2)." in name for name in found) == len(names)


def kept(register: Register):
    own = replaced(EXAMPLE, "attachments", (Attachment(title="скан", file="/нет/чек.pdf"),))
    case_id = register.new(own, NOON)
    kept_scans.keep(register, case_id, {"/нет/чек.pdf": Content("чек.pdf", PDF)})
    return case_id


def test_cases_and_their_scans_are_not_written_through_links(around, target, capsys):
    with Register.open(around / "data" / "r.sqlite") as register:
        case_id = kept(register)
    register = ["--register", str(around / "data" / "r.sqlite")]
    call = ["cases", "export", str(case_id), "--out", str(around / "out"), *register]
    assert main(call) == 0
    (path,) = (around / "out").glob("*.json")
    (scan,) = (around / "out").glob("*/*.pdf")
    path.unlink()
    link(path, target)
    assert main(call) == 0 and len(list((around / "out").glob("*.json"))) == 2
    scan.unlink()
    link(scan, target)
    with Register.open(around / "data" / "r.sqlite") as opened:
        opened.export_file(case_id, path, replace=True)
    assert {one.name for one in scan.parent.iterdir()} == {"чек.pdf", "чек (2).pdf"}
    assert not path.is_symlink()
    for words in (["send", str(case_id), "--to"], ["backup", "--to"]):
        place = around / f"{words[0]}.pretenziya"
        link(place, target)
        assert main(["cases", *words, str(place), *register]) == 2
        assert place.is_symlink() and "уже есть" in capsys.readouterr().err
    link(around / "claim.docx", target)
    assert main(["templates", "copy", "refund", "--to", str(around)]) == 2


def test_the_folder_of_scans_may_not_be_a_link_out(around):
    with Register.open(around / "data" / "r.sqlite") as register:
        case_id = kept(register)
        link(around / "дело — приложения", around.parent / "чужое")
        register.export_file(case_id, around / "дело.json")
    (scan,) = around.glob("дело — приложения*/чек.pdf")
    assert scan.read_bytes() == PDF and not scan.parent.is_symlink()
    with Register.open(around / "data" / "other.sqlite") as other:
        taken = other.import_file(around / "дело.json", NOON).id
        assert list(kept_scans.kept(other, taken)) == [str(scan)]


def test_annexes_come_back_from_beside_a_file_of_any_name(around):
    """Only from a folder that an export made anything but a scan is taken."""
    with Register.open(around / "data" / "r.sqlite") as register:
        case_id = kept(register)
        kept_scans.keep(register, case_id, {"/нет/чек.pdf": Content("чек.txt", b"no scan")})
        register.export_file(case_id, around / f"{'😀' * 58}.json")
    with Register.open(around / "data" / "other.sqlite") as other:
        taken = other.import_file(around / f"{'😀' * 58}.json", NOON).id
        assert len(kept_scans.kept(other, taken)) == 1


def test_what_may_be_replaced_is_replaced_itself_and_not_what_a_link_leads_to(around, target):
    link(around / "a.json", target)
    write_whole(around / "a.json", b"new", replace=True)
    assert not (around / "a.json").is_symlink() and (around / "a.json").read_bytes() == b"new"
    with Register.open(around / "data" / "r.sqlite") as register:
        kept(register)
        place = daily(register.path, NOON.date())
        place.parent.mkdir()
        link(place, target)
        with begin_daily(register, NOON.date()) as copying:
            while not copying.step():
                pass
        assert place.is_file() and not place.is_symlink()


def test_a_folder_that_is_taken_in_leads_nowhere_else(around, capsys):
    """A folder of cases from somebody, with links among its scans."""
    secret = around.parent / "чужое" / "x"
    folder = around / "from somebody"
    scans = folder / "дело — приложения"
    scans.mkdir(parents=True)
    link(scans / "чек.pdf", secret)
    link(folder / "ключ.pdf", secret)
    link(folder / "всё", around.parent / "чужое")
    link(folder / "link — приложения", around.parent / "чужое")
    named = [
        *("дело — приложения/чек.pdf", "ключ.pdf", "всё/x", "link — приложения/x", str(secret)),
        *("../../чужое/x", "дело — приложения/../../../чужое/x", "/etc/passwd", "/dev/zero"),
    ]
    own = [{"title": "скан", "file": name} for name in named]
    raw = json.loads(case("Орлова")) | {"attachments": own}
    (folder / "дело.json").write_text(json.dumps(raw), encoding="utf-8")
    register = around / "data" / "r.sqlite"
    assert main(["cases", "import", str(folder), "--register", str(register)]) == 0
    with Register.open(register) as opened:
        (row,) = opened.cases()
        assert not kept_scans.kept(opened, row.id)
