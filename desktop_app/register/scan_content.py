"""The bytes of a scan with their name: read from the disk without trust, within limits."""

import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app.errors import UserError
from desktop_app.register.scans import place_of

LARGEST: Final = 50 * 1024 * 1024
MOST_IN_ALL: Final = 300 * 1024 * 1024
_ALL_SAID = "300 МБ"
_BEGINNINGS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, and its name without a folder."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def content_at(file: Path) -> Content:
    """Return what the file at this place holds.

    Raises UserError where it can't be read, is empty or too large to be kept.
    """
    try:
        place = place_of(str(file))
        if place is None or not stat.S_ISREG(place.stat().st_mode):
            raise OSError("not a file")
        with place.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UserError(
            f"Файл «{file.name}» не читается: проверьте, что он на месте, и выберите его снова."
        ) from error
    # A name of other bytes than UTF-8 can be read but not written down.
    name = file.name.encode("utf-8", "replace").decode()
    return checked(Content(name, data))


def checked(content: Content) -> Content:
    """Return the content if it may be kept. Raises UserError where it is empty or too large."""
    if not content.data:
        raise UserError(f"Файл «{content.name}» пуст. Выберите его снова.")
    if len(content.data) > LARGEST:
        raise UserError(
            f"Файл «{content.name}» больше 50 МБ, в дело он не взят. Уменьшите его и выберите "
            "снова."
        )
    return content


def too_much(name: str) -> UserError:
    """Return the error for a file with which the files of a case would be too large together."""
    return UserError(
        f"С файлом «{name}» приложения дела заняли бы больше {_ALL_SAID}, поэтому в дело он не "
        "взят. Уменьшите сканы и выберите их снова."
    )


def is_scan(content: Content) -> bool:
    """Say whether the bytes begin as a PDF or a picture does.

    A case that came from elsewhere may name any file of this computer: only scans are taken.
    """
    start = content.data[:1024]
    webp = start.startswith(b"RIFF") and start[8:12] == b"WEBP"
    return webp or start.startswith(_BEGINNINGS) or b"%PDF-" in start
