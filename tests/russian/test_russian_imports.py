import subprocess
import sys

CODE = """
import pkgutil, sys, importlib
import desktop_app.russian as room
for module in pkgutil.iter_modules(room.__path__):
    importlib.import_module(f"{room.__name__}.{module.name}")
names = {name.split(".")[0] for name in sys.modules}
print(sorted(names & {"pymorphy3", "pytrovich", "num2words", "PySide6", "docxtpl"}))
print(sorted(name for name in sys.modules if name.startswith("desktop_app.")
             and not name.startswith("desktop_app.russian")))
print("desktop_app.russian.names" in sys.modules)
"""


def test_importing_the_room_loads_no_library_and_no_other_room() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["[]", "[]", "True"]
