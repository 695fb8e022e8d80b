"""`python -m tests`: all tests, after making sure that Qt can be loaded at all.

pytest-qt loads Qt before any test runs; without Qt's system libraries pytest
would end in an English traceback. Where this user may install them (root, with
apt-get), they are installed; else the exact command is named.

All of them run in two processes at once: those that drive the window, half of the time, and the
rest. With a path, a name (`-k`) or an option of a single process they run in one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop_app.qt_libraries import install_command, missing_packages

TESTS = Path(__file__).parent
ALONE = ("-k", "--update-golden", "--benchmark-e", "--collect", "--co", "-s", "--pdb", "-x", "--lf")


def main() -> int:
    packages = missing_packages(window=False)
    if packages and not _install(packages):
        print(
            "Qt needs system libraries that are not here. Install them and run again:\n  "
            + install_command(packages),
            file=sys.stderr,
        )
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options = sys.argv[1:]
    return _in_one(options) if _is_for_one(options) else _in_two(options)


def _is_for_one(options: list[str]) -> bool:
    names_some = any(Path(option.split("::")[0]).exists() for option in options)
    return names_some or any(option.startswith(ALONE) for option in options)


def _in_one(options: list[str]) -> int:
    return int(pytest.main(options))


def _in_two(options: list[str]) -> int:
    """Run the window's tests in a process of their own; say what they said after the others."""
    windows = sorted(str(path) for path in (*TESTS.glob("window*"), TESTS / "privacy"))
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, *windows]
        other = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        try:
            code = _in_one([*options, str(TESTS), *(f"--ignore={path}" for path in windows)])
            other_code = other.wait()
        finally:
            other.kill()
        said.seek(0)
        print("\nThe tests of the window:\n", said.read(), sep="")
    return code or other_code


def _install(packages: list[str]) -> bool:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        if subprocess.run(["apt-get", *command], env=environment, check=False).returncode:
            return False
    return not missing_packages(window=False)


if __name__ == "__main__":
    sys.exit(main())
