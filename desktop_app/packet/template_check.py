"""A template that a person edited: which document it is, what is wrong, how it looks filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.errors import UserError
from desktop_app.letter.check.check import Checked, check
from desktop_app.letter.check.faults import Fault
from desktop_app.letter.document import Document
from desktop_app.letter.engine.template import (
    Filled,
    TemplateError,
    open_template,
    read_template,
)
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Vocabulary
from desktop_app.packet.documents import SPECIMEN, all_documents, document_called
from desktop_app.packet.shown import condition_as_typed, field_as_typed, shipped_words
from desktop_app.packet.specimens import specimen_of, specimens_of
from desktop_app.packet.template_looks import bare_heads, unseen
from desktop_app.packet.template_printed import unprinted
from desktop_app.packet.write import write_files

_LEAST_ALIKE = 0.1
# The buyer's forms of words, «приобрёл» and «приобрела», are wording and no answers.
_WORDING = "я."


@dataclass(frozen=True, slots=True)
class Recognised:
    """The document that a file is taken for, and how that was seen."""

    document: Document
    how: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; without faults `specimen` is the document filled with the example."""

    recognised: Recognised
    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    specimen: bytes | None


def check_file(path: Path, called: str | None = None) -> Verdict:
    """Check the template at `path`; `called` is the id of its document, if it is known.

    Raises UserError where the file can't be read as a Word file, or is of no known document.
    """
    data = read_template(path)
    recognised = recognise(path, data, called)
    document = recognised.document
    checked = check(data, path.name, document.vocabulary)
    faults = [*map(str, checked.faults), *_lacking(document, checked)]
    specimen: bytes | None = None
    if not faults:
        specimen, wrong = _filled(document, path)
        faults += [str(Fault(what)) for what in wrong]
    remarks = [*map(str, checked.remarks), *_left_out(document, checked)]
    if not faults:
        remarks += [*_pictures_gone(document, path), *bare_heads(document, data)]
    if specimen is not None:
        remarks += unseen(specimen)
    return Verdict(recognised, tuple(faults), tuple(remarks), None if faults else specimen)


def write_specimen(path: Path, specimen: bytes, folder: Path | None) -> Path:
    """Write the filled specimen of the template at `path`, never over an existing file."""
    (written,) = write_files({f"{path.stem}{SPECIMEN}.docx": specimen}, folder or path.parent)
    return written


def recognise(path: Path, data: bytes, called: str | None = None) -> Recognised:
    """Return the document of a template: the one named, else by its file's name and its words.

    Raises UserError where nothing tells.
    """
    if called is not None:
        return Recognised(document_called(called), "так сказано в --as")
    documents = all_documents()
    named = [one for one in documents if one.template == path.name]
    placed = [one for one in named if one.folder == path.resolve().parent.name]
    if len(placed or named) == 1:
        return Recognised((placed or named)[0], "по имени файла")
    likeness = {one.id: _likeness(one, path, data) for one in named or documents}
    best = max(likeness, key=lambda name: likeness[name])
    if likeness[best] < _LEAST_ALIKE:
        known = ", ".join(one.id for one in documents)
        raise UserError(
            f"Не понятно, шаблон какого документа в файле «{path.name}». Назовите документ: "
            f"--as и одно из слов: {known}."
        )
    return Recognised(document_called(best), "по именам в его тегах")


def _likeness(document: Document, path: Path, data: bytes) -> float:
    """Return how much of what a file and the shipped template name is the same, from 0 to 1."""
    checked = check(data, path.name, document.vocabulary)
    shipped = open_template(document.shipped)
    own = checked.names | {f"есть.{name}" for name in checked.conditions}
    theirs = shipped.names | {f"есть.{name}" for name in shipped.conditions}
    return len(own & theirs) / max(1, len(own | theirs))


def _lacking(document: Document, checked: Checked) -> Iterator[str]:
    """Yield the fields without which the document is none."""
    meanings = _meanings(document.vocabulary)
    rows = shipped_words(document).rows
    for name in document.needed:
        if name not in checked.names:
            typed = field_as_typed(name, rows)
            yield f"Нет поля «{typed}» ({meanings[name]}): без него это не «{document.name}»."


def _left_out(document: Document, checked: Checked) -> Iterator[str]:
    """Yield the answers and conditions that the shipped template has and this one has not.

    Of a list that is not repeated any more only the list itself is told.
    """
    shipped, words = shipped_words(document), document.vocabulary
    known = checked.names | set(document.needed)
    gone = {n for n in shipped.names - known if not n.startswith(_WORDING)}
    lists = {f"{rows.name}[]" for rows in words.rows if rows.name not in checked.names}
    for name, meaning in _meanings(words).items():
        if name in gone and name.rpartition(".")[0] not in lists:
            yield f"Больше не печатается «{field_as_typed(name, shipped.rows)}»: {meaning}."
    for name, rule in _rules(words).items():
        if name in shipped.conditions - checked.conditions and name.rpartition(".")[0] not in lists:
            yield f"Больше нет условия «{condition_as_typed(name, shipped.rows)}»: {rule}."


def _pictures_gone(document: Document, path: Path) -> Iterator[str]:
    """Yield the pictures that the shipped template has a place for and this one has not."""
    kept = open_template(path).pictures
    for name in sorted(open_template(document.shipped).pictures - kept):
        yield f"Больше нет места для рисунка «{name}»: рисунка в документе не будет."


def _filled(document: Document, path: Path) -> tuple[bytes | None, list[str]]:
    """Fill a template with every specimen; return it with the example, and what went wrong."""
    made: list[tuple[Matter, Filled]] = []
    try:
        filled = document.fill(specimen_of(document), path)
        for specimen in specimens_of(document):
            made.append((specimen.matter, document.fill(specimen.matter, path)))
    except TemplateError as error:
        return None, [error.what + (f" Абзац: «{error.paragraph}»." if error.paragraph else "")]
    wrong = unprinted(document, made, _meanings(document.vocabulary))
    return filled.docx, list(wrong)


def _meanings(words: Vocabulary[Any]) -> dict[str, str]:
    """Return what each field and list means, as «ремонты[].дней» is spelt."""
    found = {field.name: field.meaning for field in words.fields}
    for rows in words.rows:
        found[rows.name] = rows.meaning
        found |= {f"{rows.name}[].{field.name}": field.meaning for field in rows.fields}
    return found


def _rules(words: Vocabulary[Any]) -> dict[str, str]:
    found = {condition.name: condition.rule for condition in words.conditions}
    for rows in words.rows:
        found |= {f"{rows.name}[].{one.name}": one.rule for one in rows.conditions}
    return found
