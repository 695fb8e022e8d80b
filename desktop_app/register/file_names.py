"""Names of files that any system takes, made of text that anybody may have written."""

import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|]+')
# Windows takes these for devices, with any suffix.
_DEVICES: Final = re.compile(
    r"(?i)(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\.|$)"
)
_LONGEST: Final = 80
_LONGEST_SUFFIX: Final = 10
_INVISIBLE: Final = ("C", "Z")


def safe_name(name: str, taken: Container[str] = (), instead: str = "скан") -> str:
    """Return a name for a file like `name`, another than those of `taken` (see `compared`).

    Without folders, control characters and marks of direction; short enough for every disk.
    """
    visible = "".join(
        " " if unicodedata.category(letter)[0] in _INVISIBLE else letter
        for letter in unicodedata.normalize("NFC", name)
    )
    plain = " ".join(_NOT_IN_NAMES.sub(" ", visible).split())
    stem, dot, suffix = plain.rpartition(".")
    if not stem.strip(". ") or len(suffix) > _LONGEST_SUFFIX or not suffix.strip():
        stem, dot, suffix = plain, "", ""
    # A name that begins with a dash is an option to many programs.
    stem = shortened(stem.strip(". ").lstrip("-. "), _LONGEST) or instead
    if _DEVICES.match(f"{stem}."):
        stem = f"_{stem}"
    for number in count(1):
        found = f"{stem}{f' ({number})' if number > 1 else ''}{dot}{suffix.strip()}"
        if compared(found) not in taken:
            return found
    raise AssertionError("unreachable: the numbers do not end")


def compared(name: str) -> str:
    """Return a name as disks compare it that do not tell large letters from small ones."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def shortened(text: str, most: int) -> str:
    """Return text of at most `most` letters and two bytes a letter, which every disk takes."""
    text = text[:most]
    while len(text.encode("utf-8", "replace")) > 2 * most:
        text = text[:-1]
    return text.strip(". ")
