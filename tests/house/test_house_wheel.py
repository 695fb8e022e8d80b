"""The built wheel works without the checkout: templates and resources are inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_wheel_carries_templates_and_resources(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    zipfile.ZipFile(wheel).extractall(unpacked)
    script = (
        "import sys, pathlib, desktop_app; from desktop_app import paths; from desktop_app.cli "
        "import main; assert str(paths.resource()).startswith(sys.argv[1]), paths.resource();"
        "sys.exit(main(['render', str(paths.resource('examples', 'refund.json')),"
        " '--out', sys.argv[2]]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(unpacked), str(tmp_path / "out")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert len(list((tmp_path / "out").glob("*.docx"))) == 6
