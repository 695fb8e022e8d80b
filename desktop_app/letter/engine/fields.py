"""The fields of Word in a template: only those that ask for nothing outside of the letter.

Word works a field out where the letter is opened. Some fields read files, start programs or tell
of the computer, and a field's name may be put together of pieces and of other fields: so those
that may stand are listed, not those that may not.
"""

from collections.abc import Iterator
from typing import Any, Final

from desktop_app.letter.engine.parts import W_T, W

_HARMLESS: Final = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF"),
        *("SEQ", "TOC", "TC", "XE", "INDEX", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "NUMWORDS", "NUMCHARS"),
        *("HYPERLINK", "SYMBOL", "EQ", "ADVANCE", "IF", "COMPARE", "SET", "QUOTE", "="),
        *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "TITLE", "SUBJECT"),
    )
)
_CHAR: Final = W + "fldChar"
_SIMPLE: Final = W + "fldSimple"
_CODES: Final = (W + "instrText", W + "delInstrText", W_T)
# Stands in a field's code for what another field inside it makes.
_MADE: Final = "…"
_LONGEST: Final = 30
# The codes of the fields that are open, innermost last; None where only the result follows.
_Open = list[list[str] | None]


def refused_fields(root: Any) -> Iterator[str]:
    """Yield a sentence for each field that may reach out of the letter."""
    for code in _codes(root):
        words = code.split()
        name = "=" if code.lstrip().startswith("=") else words[0].upper() if words else ""
        if name and name not in _HARMLESS:
            yield (
                f"в файле есть поле Word «{words[0][:_LONGEST]}»: такое поле может читать файлы "
                "или сведения с компьютера, где откроют письмо. Уберите его."
            )


def _codes(root: Any) -> Iterator[str]:
    """Yield the code of each field, put together of its pieces."""
    open_fields: _Open = []
    for element in root.iter(_CHAR, _SIMPLE, *_CODES):
        if element.tag == _CHAR:
            yield from _turned(open_fields, element.get(W + "fldCharType") or "")
        else:
            yield from _told(open_fields, element)
    yield from ("".join(code) for code in open_fields if code is not None)


def _turned(open_fields: _Open, kind: str) -> Iterator[str]:
    """Begin a field, turn to its result or end it; yield its code where that is whole now."""
    if kind == "begin":
        _add(open_fields, _MADE)
        open_fields.append([])
    elif open_fields:
        code, open_fields[-1] = open_fields[-1], None
        if code is not None:
            yield "".join(code)
        if kind == "end":
            open_fields.pop()


def _told(open_fields: _Open, element: Any) -> Iterator[str]:
    """Add a piece to the code that it belongs to; yield one that is a code by itself."""
    if element.tag == _SIMPLE:
        _add(open_fields, _MADE)
        yield element.get(W + "instr") or ""
    elif not _add(open_fields, element.text or "") and element.tag != W_T:
        yield element.text or ""


def _add(open_fields: _Open, piece: str) -> bool:
    code = open_fields[-1] if open_fields else None
    if code is not None:
        code.append(piece)
    return code is not None
