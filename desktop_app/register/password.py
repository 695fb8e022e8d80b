"""The password of a register and the key that is made from it.

SQLite3 Multiple Ciphers encrypts every page, and every page of the journal, with ChaCha20 and
proves it whole with Poly1305. The key is made here and handed over ready, so that the password
itself is needed for a moment only: what stays in memory while the register is open is the key,
in `Store` and in SQLite. Python's own copies of the text go when nothing holds them any more; they
can't be wiped before.

Anything that reads ChaCha20 databases of SQLite3 Multiple Ciphers opens the file too, with
`PRAGMA kdf_iter = 600000` and the password in the form NFC.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.errors import UserError

if TYPE_CHECKING:
    from apsw import Connection

# PBKDF2 with HMAC-SHA-256, 600,000 or more: OWASP Password Storage Cheat Sheet (cheatsheetseries.
# owasp.org). A guess costs about a fifth of a second of one core.
ITERATIONS = 600_000
SALT_BYTES = 16
_KEY_BYTES = 32


@dataclass(frozen=True, eq=False, slots=True)
class Key:
    """What opens the file: made from the password and the salt at its beginning. Never shown."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def opens_as(self, other: Key) -> bool:
        """Say whether it is the same key, taking as long for any other."""
        import hmac

        return hmac.compare_digest(self.secret + self.salt, other.secret + other.salt)

    @property
    def raw(self) -> str:
        """The key in the words of SQLite3 Multiple Ciphers: letters and digits only."""
        return f"raw:{self.secret.hex()}{self.salt.hex()}"


def key_of(password: str, salt: bytes | None = None) -> Key:
    """Return the key that a password makes with a salt, a fresh one if none is given.

    Raises UserError for a password that can't be one.
    """
    import hashlib

    used = os.urandom(SALT_BYTES) if salt is None else salt
    words = _cleaned(password)
    return Key(hashlib.pbkdf2_hmac("sha256", words, used, ITERATIONS, _KEY_BYTES), used)


def turn(connection: Connection, key: Key | None) -> None:
    """Make a connection that has not read yet use the key; without one the file is readable."""
    if key is not None:
        connection.pragma("cipher", "chacha20")
        connection.pragma("key", key.raw)


def _cleaned(password: str) -> bytes:
    """Return the password as it counts: «й» typed as one sign or as two is the same letter."""
    if not password:
        raise UserError("Пароль пустой. Впишите хотя бы один знак, лучше несколько слов.")
    try:
        return unicodedata.normalize("NFC", password).encode()
    except UnicodeEncodeError:
        raise UserError("В пароле есть знак, который нельзя записать. Впишите другой.") from None
