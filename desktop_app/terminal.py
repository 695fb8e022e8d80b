"""What is printed at a terminal steers nothing: names of files and answers may be anybody's.

A terminal takes some characters for commands: colours, links, its title, another direction of
writing. In a pipe or a file everything stays as it is, a path above all.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from typing import Any, Final, TextIO

_SHOWN: Final = "\ufffd"
# Control characters but tab and line feed, and the marks that embed or override a direction.
_STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Return text with a visible sign where a terminal would take a character for a command."""
    return _STEERING.sub(_SHOWN, text)


def one_line(text: str) -> str:
    """Return text that can't be taken for more than one line of an answer."""
    return " ".join(text.split())


class _Terminal:
    """A stream to a terminal that is written to harmlessly."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(harmless(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def unsteered() -> Iterator[None]:
    """Keep what is printed meanwhile from steering the terminal, where there is one."""
    with ExitStack() as stack:
        for redirect, stream in ((redirect_stdout, sys.stdout), (redirect_stderr, sys.stderr)):
            if stream is not None and stream.isatty():
                stack.enter_context(redirect(_Terminal(stream)))
        yield
