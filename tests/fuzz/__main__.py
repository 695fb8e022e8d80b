"""`python tests/fuzz TARGET [SECONDS] [CORPUS]`: fuzz one target with atheris.

Install it first: `pip install ".[fuzz]"`. What it finds it leaves as `crash-…` in the folder
where it runs; put such a file into `tests/fuzz/found/TARGET/` and mend what it shows.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]


def main() -> None:
    import atheris

    with atheris.instrument_imports(include=["desktop_app"]):
        import fuzz_targets
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "600"
    corpus = Path(sys.argv[3] if len(sys.argv) > 3 else f"corpus-{name}")
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(fuzz_targets.SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    most = max(4096, 2 * max(map(len, fuzz_targets.SEEDS[name])))
    options = [f"-max_total_time={seconds}", f"-max_len={most}", "-timeout=20", str(corpus)]
    atheris.Setup([sys.argv[0], *options], fuzz_targets.TARGETS[name])
    atheris.Fuzz()
    del application


if __name__ == "__main__":
    main()
