"""A real X server, the program on it as a process of its own, and a person who presses keys."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.register.register import Register

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool", "setxkbmap")
PATIENCE = 20.0
# What names another display, or changes what Qt does with this one.
_NOT_OURS = ("QT_", "WAYLAND_", "XAUTHORITY", "XDG_", "XMODIFIERS", "DBUS_")


def missing_tools():
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def until(true, said, patience=PATIENCE):
    """Ask again and again until `true()` is something; return it, or fail when patience ends."""
    end = time.monotonic() + patience
    while True:
        found = true()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"not within {patience:g} s: {said()}")
        time.sleep(0.02)


@contextmanager
def started(arguments, **options):
    """A child process that does not outlive the test, however the test ends."""
    process = subprocess.Popen(arguments, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


@contextmanager
def x_server():
    """An X server on a display that it finds free itself; gives the name of the display."""
    reading, writing = os.pipe()
    screen = ("-screen", "0", "1400x900x24", "-nolisten", "tcp")
    try:
        with started(
            ["Xvfb", "-displayfd", str(writing), *screen],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        ) as server:
            os.set_blocking(reading, False)
            yield ":" + until(lambda: _line(reading, server), lambda: "Xvfb names no display")
    finally:
        os.close(reading)
        os.close(writing)


def _line(reading, server):
    assert server.poll() is None, "Xvfb has ended at once"
    try:
        return os.read(reading, 100).decode().strip()
    except BlockingIOError:
        return ""


def environment(display, home):
    """The variables of the program: this display, folders of its own, letters of any script."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    home.mkdir(mode=0o700, exist_ok=True)
    places = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"))
    return kept | dict.fromkeys(places, str(home)) | {"DISPLAY": display, "LC_ALL": "C.UTF-8"}


class Person:
    """Sits at the display and sees of the program only its window and its register."""

    def __init__(self, display, folder):
        self._environment = environment(display, folder / "home")
        self._register = folder / "r.sqlite"
        self._complaints = folder / "stderr.txt"
        self.program = None

    @contextmanager
    def at_the_program(self):
        """Start the program and take its window; what it complains of fails the test."""
        command = [sys.executable, "-m", "desktop_app", "--register", str(self._register)]
        with (
            self._complaints.open("wb") as complaints,
            started(
                command, cwd=ROOT, env=self._environment, stderr=complaints, stdout=complaints
            ) as self.program,
        ):
            window = self._xdotool(
                "search", "--sync", "--onlyvisible", "--pid", str(self.program.pid)
            )
            # There is no window manager that would give it the keyboard.
            self._xdotool("windowfocus", "--sync", window.split()[0])
            yield
        assert self._complaints.read_text(encoding="utf-8") == ""

    def press(self, *keys):
        if keys:
            self._xdotool("key", *keys)

    def type(self, text):
        self._xdotool("type", "--delay", "15", text)

    def type_russian(self, text, **sees):
        """Type Cyrillic on a Russian layout and see it kept.

        On another layout xdotool would give a key each letter for a moment, and
        the program would read of the key when it means another letter already.
        """
        self._layout("ru")
        self.type(text)
        self.sees(**sees)
        self._layout("us")

    def typing(self, text):
        """Begin to type and return at once: a process that ends when all is typed."""
        return started(["xdotool", "type", "--delay", "30", text], env=self._environment)

    def press_until(self, key, true, way=()):
        """Press a key until it shows: a page that has just come may not have the cursor yet.

        `way` are the keys that lead to the page: those too may come before the window takes keys.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.press(*way)
            for _ in range(2):
                self.press(key)
                try:
                    return until(true, self._said, 1)
                except AssertionError:
                    continue
        raise AssertionError(f"{way} {key} does nothing: {self._said()}")

    def sees(self, **answers):
        """Wait until the register holds these answers."""
        until(lambda: answers.items() <= self.kept().items(), lambda: f"{answers}; {self._said()}")

    def kept(self):
        """What the register holds of its only case, empty while there is none."""
        if not self._register.exists():
            return {}
        try:
            with Register.open(self._register) as register:
                rows = register.cases()
                if not rows:
                    return {}
                stored = register.read(rows[0].id)
        except UserError:
            return {}
        case, defect = stored.case, stored.case.current_defect
        return {
            "cases": len(rows),
            "step": stored.step,
            "country": case.country,
            "item": case.purchase.item,
            "price": case.purchase.price,
            "defect": defect and defect.description,
            "noticed_on": defect and str(defect.noticed_on),
            "seller": case.seller.name,
            "address": case.seller.address,
        }

    def leaves(self):
        """Close the program by its key and return its exit code."""
        self.press("ctrl+q")
        return self.program.wait(PATIENCE)

    def _said(self):
        return f"{self.kept()} {self._complaints.read_text(encoding='utf-8')}"

    def _layout(self, name):
        command = ["setxkbmap", name]
        subprocess.run(command, env=self._environment, timeout=PATIENCE, check=True)

    def _xdotool(self, *arguments):
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            timeout=PATIENCE,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout
