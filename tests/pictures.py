"""`python tests/pictures.py FOLDER [--quick]`: pictures of the start page and of every step.

In light and dark, at 100 % and 200 %, 1024 and 1600 wide, of an empty case and of the example.
"""

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtTest import QTest

from desktop_app.interview.steps import STEPS
from desktop_app.register.register import Register
from desktop_app.window.application import made_application
from desktop_app.window.main_window import MainWindow

HEIGHTS = {1024: 700, 1600: 1000}
LOOKS = tuple(product(("light", "dark"), (100, 200), HEIGHTS))
QUICK = (("light", 100, 1600), ("dark", 100, 1600), ("light", 200, 1024))


def main(folder: Path, looks: tuple[tuple[str, int, int], ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = made_application()
    with tempfile.TemporaryDirectory() as place:
        register = Register.open(Path(place) / "r.sqlite")
        window = MainWindow(register)
        window.show()
        for mode, percent, width in looks:
            window.appearance.choose(percent, mode)
            window.resize(width, HEIGHTS[width])
            _take_all(window, folder, f"{mode}-{percent}-{width}")
        window.close()
        register.close()
    del application


def _take_all(window: MainWindow, folder: Path, name: str) -> None:
    window.show_start()
    _take(window, folder / f"{name}-00-start.png")
    for kind, begin in (("empty", window.new_case), ("example", window.show_example)):
        begin()
        for number, step in enumerate(STEPS, start=1):
            window.go_to_step(step.id)
            _take(window, folder / f"{name}-{number:02}-{step.id}-{kind}.png")


def _take(window: MainWindow, path: Path) -> None:
    QTest.qWait(150)
    window.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), QUICK if "--quick" in sys.argv else LOOKS)
