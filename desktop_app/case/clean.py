"""Cleaning of typed text, once, on the way into a case.

What is taken out can't stand in a Word file or would make a line read
differently from what it says. Everything else stays as it was typed. Values of
a strict form (days, sums, codes) are no text: they are right or refused.
"""

import re
import unicodedata

from msgspec import inspect

from desktop_app.case.shape import fields, inner, item_type

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters but tab and line feed; lone surrogates; the two characters
# that XML forbids and the byte-order mark; the marks that embed or override
# the direction of the text after them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]"
)


def clean_text(text: str) -> str:
    """Return `text` in NFC, with LF line breaks, without unprintable characters."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _LINE_BREAKS.sub("\n", text)))


def has_unprintable(text: str) -> bool:
    """Say whether `text` has characters that cleaning takes out or replaces."""
    return bool(_UNPRINTABLE.search(text) or _LINE_BREAKS.search(text))


def visible_text(text: str) -> str:
    """Return `text` with the replacement character where cleaning takes one out."""
    return _UNPRINTABLE.sub("\ufffd", _LINE_BREAKS.sub("\n", text))


def clean_answers(value: object, kind: inspect.Type | None) -> object:
    """Return a JSON value of this type with its text cleaned and absent answers left out.

    Text of white space only is an absent answer, like null. Maps of free keys
    (`unreadable`, `facts`) keep their values, nulls and outer spaces included. In
    a value that is no text an unprintable character is made visible, never dropped.
    """
    kind = None if kind is None else inner(kind)
    if isinstance(value, str):
        cleaned = clean_text(value).strip()
        is_text = isinstance(kind, inspect.StrType) or not cleaned
        return cleaned if is_text else visible_text(value)
    if isinstance(kind, inspect.DictType):
        return _verbatim(value)
    if isinstance(value, list) and isinstance(kind, inspect.VarTupleType):
        return [clean_answers(item, item_type(kind)) for item in value]
    if isinstance(value, dict) and isinstance(kind, inspect.StructType):
        known = fields(kind)
        cleaned_items = ((key, clean_answers(item, known.get(key))) for key, item in value.items())
        return {key: item for key, item in cleaned_items if item is not None and item != ""}
    return value


def _verbatim(value: object) -> object:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_verbatim(item) for item in value]
    if isinstance(value, dict):
        return {key: _verbatim(item) for key, item in value.items()}
    return value
