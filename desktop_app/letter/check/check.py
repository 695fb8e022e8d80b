"""Everything that is wrong in a template, against the words of its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.letter.check.blocks import Blocks
from desktop_app.letter.check.faults import Fault
from desktop_app.letter.check.names import Names
from desktop_app.letter.check.reading import read
from desktop_app.letter.check.scope import Words
from desktop_app.letter.engine.template import TemplateError, compile_template
from desktop_app.letter.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    `names` and `conditions` are spelt as a compiled template spells them, mistyped ones as they
    were meant; `guards` has the conditions around each use of a name, `rows` what a row of each
    list is called.
    """

    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    names: frozenset[str]
    conditions: frozenset[str]
    guards: Mapping[str, list[tuple[str, ...]]]
    rows: Mapping[str, str]


def check(data: bytes, file_name: str, vocabulary: Vocabulary[Any]) -> Checked:
    """Return all that is wrong in a template, in the order in which it stands there.

    Raises TemplateError where the file is no Word file that can be read at all.
    """
    words = Words(vocabulary)
    try:
        reading = read(data, words.is_known)
    except TemplateError as error:
        raise error.located(file_name) from error
    names, faults = Names(words), list(reading.faults)
    for tags in reading.parts:
        blocks = Blocks(tags)
        for inside in blocks.walk():
            faults += names.faults(inside)
        faults += blocks.faults
    if not faults:
        faults += _refused(data)
    return Checked(
        tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.order)),
        tuple(reading.remarks),
        frozenset(names.fields),
        frozenset(names.conditions),
        names.guards,
        names.rows,
    )


def _refused(data: bytes) -> list[Fault]:
    """Return what the engine itself refuses and the check has not seen."""
    try:
        compile_template(data, "")
    except TemplateError as error:
        quote = f" Абзац: «{error.paragraph[:160]}»." if error.paragraph else ""
        return [Fault(error.what + quote)]
    return []
