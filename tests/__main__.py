"""`python -m tests`: all tests, after making sure that Qt can be loaded at all.

pytest-qt loads Qt before any test runs; without Qt's system libraries pytest
would end in an English traceback. Where this user may install them (root, with
apt-get), they are installed; else the exact command is named.
"""

import os
import shutil
import subprocess
import sys

import pytest

from desktop_app.qt_libraries import install_command, missing_packages


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
    return int(pytest.main(sys.argv[1:]))


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
