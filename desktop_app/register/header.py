"""What lies in a file, told from its first bytes: ours, locked, cut short or another's."""

import stat
from enum import Enum
from pathlib import Path

from desktop_app.register.schema import APPLICATION_ID

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID = slice(68, 72)
_PAGE_SIZE = slice(16, 18)
_SALT = slice(0, 16)
# The rest of what SQLite3 Multiple Ciphers leaves readable behind the salt and the page size:
# written and read with a rollback journal, 32 bytes a page for nonce and proof, and the three
# numbers that every database bears. Noise has them in one file of 2**56.
_LOCKED, _LOCKED_AT = bytes((1, 1, 32, 64, 32, 32)), slice(18, 24)
_PAGE_SIZES = frozenset(2**n for n in range(9, 16)) | {1}


class Kind(Enum):
    """What a file is; `other` may be anything."""

    empty = "empty"
    readable = "readable"
    locked = "locked"
    cut = "cut"
    other = "other"


def journal_of(path: Path) -> Path:
    """Return the file beside a register in which SQLite keeps what a change has overwritten."""
    return path.with_name(path.name + "-journal")


def is_unfinished(path: Path) -> bool:
    """Whether a change of the register is under way or was interrupted."""
    journal = journal_of(path)
    return journal.exists() and journal.stat().st_size > 0


def kind_of(path: Path) -> Kind:
    """Return what the file is. While `is_unfinished` its length and its id mean nothing."""
    header, size = _header(path), path.stat().st_size
    if not header:
        return Kind.empty
    page_size = int.from_bytes(header[_PAGE_SIZE])
    if header[_LOCKED_AT] == _LOCKED and page_size in _PAGE_SIZES and not _is_plain(header):
        whole = size % (65536 if page_size == 1 else page_size) == 0
        return Kind.locked if whole or is_unfinished(path) else Kind.cut
    if not _is_plain(header):
        return Kind.other
    if len(header) < _HEADER_BYTES:
        return Kind.cut
    ours = header[_APPLICATION_ID] == APPLICATION_ID.to_bytes(4)
    return Kind.readable if ours else Kind.other


def salt_of(path: Path) -> bytes:
    """Return the salt with which a locked register begins."""
    return _header(path)[_SALT]


def _is_plain(header: bytes) -> bool:
    return header.startswith(_MAGIC[: len(header)])


def _header(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a file")  # A pipe would be waited for without an end.
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)
