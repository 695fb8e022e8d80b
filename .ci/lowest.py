"""Print the lowest version of each required package that pyproject.toml allows, as constraints."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())["project"]
for requirement in project["dependencies"]:
    name, version = re.fullmatch(r"([A-Za-z0-9_.-]+)>=([0-9a-z.]+)(?:,.*)?", requirement).groups()
    print(f"{name}=={version}")
