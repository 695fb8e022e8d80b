"""Which room may import which; stated here as the plan of docs/architecture.md states it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "desktop_app"
ROOMS_BELOW = {
    "russian": set(),
    "case": set(),
    "law": {"russian"},
    "assessment": {"law", "case", "russian"},
    "interview": {"assessment", "law", "case", "russian"},
    "claims": {"letter", "assessment", "law", "case", "russian"},
    "letter": {"assessment", "law", "case", "russian"},
    "paper": set(),
    "packet": {"advice", "claims", "paper", "letter", "assessment", "law", "case", "russian"},
    "advice": {"claims", "interview", "letter", "paper", "assessment", "law", "case", "russian"},
    "register": {"assessment", "law", "case", "russian"},
}
ABOVE_ALL = {"window", "cli", "commands", "digests", "interruption", "terminal", "__main__"}
SHARED = {
    "atomic",
    "call_parser",
    "errors",
    "hostile_xml",
    "hostile_zip",
    "nearest",
    "paths",
    "qt_libraries",
}
LIBRARIES = {
    "PySide6": {"window", "paper"},
    "docxtpl": {"letter"},
    "docx": {"letter"},
    "lxml": {"letter", "paper", "hostile_xml"},
    "jinja2": {"letter"},
    "markupsafe": {"letter"},
    "pymorphy3": {"russian"},
    "pytrovich": {"russian"},
    "num2words": {"russian"},
    "stdnum": {"assessment"},
    "msgspec": {"case", "assessment"},
    "dateutil": {"law"},
    "apsw": {"register"},
    "platformdirs": {"paths"},
    "pypdf": {"paper", "packet"},
    "icalendar": {"advice"},
    "snowballstemmer": {"register"},
}
NETWORK = {"socket", "ssl", "http", "urllib", "requests", "asyncio", "ftplib", "smtplib"}
CLOCK = {"today", "now", "utcnow"}
FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def files_of(*rooms: str):
    return [path for path in FILES if room(path) in rooms]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_rooms_import_downwards_only(path):
    here = room(path)
    if here in ABOVE_ALL or here == "__init__":
        return
    allowed = SHARED | {here} | ROOMS_BELOW.get(here, set())
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "desktop_app" and len(parts) > 1:
            assert parts[1] in allowed, f"{here} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(path):
    for name in imported(path):
        library = name.split(".")[0]
        if library in LIBRARIES:
            assert room(path) in LIBRARIES[library], f"{path.name} imports {library}"


def test_docxtpl_is_in_one_module():
    assert (
        len([path for path in FILES if any(n.startswith("docxtpl") for n in imported(path))]) == 1
    )


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_can_reach_the_network(path):
    for name in imported(path):
        assert name.split(".")[0] not in NETWORK
        assert "QtNetwork" not in name and "QtWebEngine" not in name


@pytest.mark.parametrize(
    "path",
    files_of(*ROOMS_BELOW),
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_the_clock_is_read_at_the_entry_points_only(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"{path.name}:{node.lineno} reads the clock"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_are_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 270


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_lambda_is_connected_to_a_signal(path):
    """A lambda that holds `self` in a connection ends the program with a crash at exit."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
        ):
            assert not any(isinstance(argument, ast.Lambda) for argument in node.args)
