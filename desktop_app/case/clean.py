"""Cleaning of typed text, once, on the way into a case.

What is taken out can't stand in a Word file or would make a line read
differently from what it says. Everything else stays as it was typed.
"""

import re
import unicodedata
from collections.abc import Mapping

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters but tab and line feed; lone surrogates; the two characters
# that XML forbids and the byte-order mark; the marks that embed or override
# the direction of the text after them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]"
)
# Keys whose values are kept as they are, nulls included.
_VERBATIM_KEYS = frozenset({"facts", "unreadable"})


def clean_text(text: str) -> str:
    """Return `text` in NFC, with LF line breaks, without unprintable characters."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _LINE_BREAKS.sub("\n", text)))


def clean_answers(value: object) -> object:
    """Return a JSON value with its text cleaned and its absent answers left out.

    Text of white space only is an absent answer, like null.
    """
    if isinstance(value, str):
        return clean_text(value).strip()
    if isinstance(value, list):
        return [clean_answers(item) for item in value]
    if isinstance(value, Mapping):
        cleaned = {
            key: _verbatim(item) if key in _VERBATIM_KEYS else clean_answers(item)
            for key, item in value.items()
        }
        return {key: item for key, item in cleaned.items() if item is not None and item != ""}
    return value


def _verbatim(value: object) -> object:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_verbatim(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _verbatim(item) for key, item in value.items()}
    return value
