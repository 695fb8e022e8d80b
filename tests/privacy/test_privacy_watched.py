"""The program at work opens no internet socket and starts no program; nothing of its owner leaks.

The interpreter itself reports sockets and started programs (`sys.addaudithook`), whoever opens
them in Python; what Qt might open is seen among the open files of the process.
"""

import os
import socket
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
WATCH = textwrap.dedent("""
    import os, sys

    SEEN = []
    TOLD = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile",
            "os.fork", "webbrowser.", "urllib.", "http.", "ftplib.", "smtplib.")

    def watch(event, arguments):
        if event.startswith(TOLD):
            SEEN.append(f"{event} {arguments!r:.200}")

    sys.addaudithook(watch)

    def internet():
        '''Sockets of this process that the system knows as TCP or UDP.'''
        known = set()
        for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
            try:
                lines = open(f"/proc/self/net/{name}").read().splitlines()[1:]
            except OSError:
                continue
            known |= {line.split()[9] for line in lines}
        for number in os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else ():
            try:
                target = os.readlink(f"/proc/self/fd/{number}")
            except OSError:
                continue
            if target.startswith("socket:[") and target[8:-1] in known:
                yield target

    def end(code):
        for one in (*SEEN, *internet()):
            print("SEEN", one)
        sys.exit(code)
""")
COMMANDS = WATCH + textwrap.dedent("""
    from pathlib import Path
    from desktop_app import paths
    from desktop_app.cli import main
    place, example = Path(sys.argv[1]), str(paths.resource("examples", "refund.json"))
    assert main(["assess", example]) == 0
    assert main(["render", example, "--out", str(place / "out"), "--pdf", "--whole"]) == 0
    assert main(["law"]) == main(["schema"]) == main(["templates", "list"]) == 0
    register = ["--register", str(place / "register.sqlite")]
    from datetime import datetime
    from desktop_app.register.register import Register
    with Register.open(place / "register.sqlite") as opened:
        opened.import_file(Path(example), datetime.now().astimezone())
    for words in (["cases"], ["cases", "--due"], ["cases", "орлова"]):
        assert main([*words, *register]) == 0
    end(0)
""")
WINDOW = WATCH + textwrap.dedent("""
    import pytest

    class FromHere:
        def pytest_collection_finish(self):
            SEEN.clear()  # Plugins of the tests ask git where they are.

        def pytest_sessionfinish(self):
            self.seen = list(SEEN)

    here = FromHere()
    code = pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[2:]], plugins=[here])
    SEEN[:] = here.seen
    end(int(code))
""")
CONTROL = WATCH + textwrap.dedent("""
    import socket, subprocess
    kept = socket.create_server(("127.0.0.1", 0))
    subprocess.run([sys.executable, "-c", ""])
    end(0)
""")
# Names that must be nowhere in what is made.
OWNER = "tamaraprivatova"


def run(script, place, *more):
    home = place / OWNER
    home.mkdir(exist_ok=True)
    environment = os.environ | {
        "HOME": str(home), "USER": OWNER, "LOGNAME": OWNER, "USERNAME": OWNER,
        "LOCALAPPDATA": str(home), "XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "HOSTNAME": OWNER,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", script, str(place), *more],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return [line for line in done.stdout.splitlines() if line.startswith("SEEN ")]


def test_the_watch_sees_a_socket_and_a_program(tmp_path):
    seen = "\n".join(run(CONTROL, tmp_path))
    assert "socket.bind" in seen and "subprocess.Popen" in seen
    if sys.platform.startswith("linux"):
        assert "socket:[" in seen


def test_no_command_opens_a_socket_or_starts_a_program(tmp_path):
    assert run(COMMANDS, tmp_path) == []


@pytest.mark.parametrize(
    "tests",
    [
        ("tests/window/test_window_whole_path.py", "-k", "consumer_loan"),
        ("tests/window/test_window_printing.py",),
    ],
    ids=["typed through to files on disk", "printing"],
)
def test_no_window_opens_a_socket_or_starts_a_program(tmp_path, tests):
    assert run(WINDOW, tmp_path, *tests) == []


def everything_in(path: Path) -> str:
    """All that a file says: its bytes, the parts of a Word file, the text and data of a PDF."""
    raw = path.read_bytes()
    found = [raw.decode("latin-1"), raw.decode("utf-8", "ignore")]
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            found += [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        found += [page.extract_text() for page in reader.pages]
        found += [str(reader.metadata), str(reader.xmp_metadata and reader.trailer["/Root"])]
    return "\n".join(found).casefold()


def test_what_is_made_names_neither_its_owner_nor_the_machine_nor_a_place(tmp_path):
    run(COMMANDS, tmp_path)
    made = sorted((tmp_path / "out").iterdir())
    assert len(made) >= 13
    private = [OWNER, str(tmp_path).casefold(), str(ROOT).casefold()]
    if len(socket.gethostname()) > 5:
        private.append(socket.gethostname().casefold())
    for path in made:
        text = everything_in(path)
        assert [one for one in private if one in text] == [], path.name


def test_nothing_that_was_told_is_left_in_files_of_the_program(tmp_path):
    """Beside the register there is no log and no other file in the owner's home."""
    run(COMMANDS, tmp_path)
    home = [p for p in (tmp_path / OWNER).rglob("*") if p.is_file()]
    for path in home:
        assert "орлова" not in path.read_bytes().decode("utf-8", "ignore").casefold(), path
    assert [p for p in home if p.suffix == ".log"] == []


def test_what_was_typed_and_deleted_again_is_in_no_document(tmp_path):
    typed = "Секретовна"
    script = WATCH + textwrap.dedent(f"""
        from datetime import datetime
        from pathlib import Path
        from desktop_app import paths
        from desktop_app.case.edit import replaced
        from desktop_app.case.file import read_case
        from desktop_app.cli import main
        from desktop_app.register.register import Register
        place = Path(sys.argv[1]) / "register.sqlite"
        case = read_case(paths.resource("examples", "refund.json"))
        with Register.open(place) as register:
            now = datetime.now().astimezone()
            register.new(case, now)
            other = replaced(case, "buyer.patronymic", "{typed}")
            register.save(case.id, other, now)
            register.save(case.id, case, now)
        call = ["render", str(case.id), "--register", str(place), "--pdf"]
        assert main([*call, "--out", str(place.parent / "out")]) == 0
        end(0)
    """)
    assert run(script, tmp_path) == []
    for path in (tmp_path / "out").iterdir():
        assert typed.casefold() not in everything_in(path), path.name
