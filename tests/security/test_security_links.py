"""Links that lie where the program writes or reads lead it to nothing outside of the folder."""

import json

import pytest
from hostile_files import NOON, PDF, case, kept, link, tree

from desktop_app.atomic import write_whole
from desktop_app.cli import main
from desktop_app.register import kept_scans
from desktop_app.register.copies import begin_daily, daily
from desktop_app.register.register import Register


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
