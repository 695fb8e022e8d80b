"""All that a template can say, as a page for the people who edit templates.

`docs/template-fields.md` is this text; it is made from the declarations and never written by hand.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop_app.letter.document import Document
from desktop_app.letter.engine.sandbox import FILTERS
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.packet.documents import all_documents, title
from desktop_app.packet.reference_intro import AFTER_FILTERS, BEFORE_FILTERS, FILTER_MEANINGS
from desktop_app.packet.shown import Shown

_FIELDS_HEAD = ("имя", "что это", "пример", "где пусто")
_CONDITIONS_HEAD = ("условие", "верно, когда", "а если нет", "имеет смысл внутри", "статья")


def reference() -> str:
    """Return the page: how tags are written, then the words, those of all documents first."""
    documents = all_documents()
    shown = {document.id: Shown(document) for document in documents}
    lines = [BEFORE_FILTERS]
    lines += [f"- `{{{{ имя|{name} }}}}` — {FILTER_MEANINGS[name]}" for name in FILTERS]
    lines += [AFTER_FILTERS, *_documents(documents)]
    for owners, words in _by_owners(documents):
        names = "; ".join(title(document) for document in owners)
        lines += [f"\n## {'Во всех документах' if len(owners) == len(documents) else names}"]
        lines += _words(words, shown[owners[0].id])
    return "\n".join(lines) + "\n"


def _documents(documents: Sequence[Document]) -> Iterator[str]:
    yield from _head("\n## Документы\n", ("документ", "как его зовут команды", "файл шаблона"))
    for document in documents:
        yield _row(title(document), f"`{document.id}`", f"`{document.folder}/{document.template}`")
    yield ""
    for document in documents:
        needed = ", ".join(f"`{name}`" for name in document.needed)
        yield f"- {title(document)}. Без этого его нет: {needed}."


def _by_owners(
    documents: Sequence[Document],
) -> list[tuple[tuple[Document, ...], Vocabulary[Any]]]:
    """Return the words by the documents that have them, those of most documents first."""
    found: dict[tuple[Document, ...], Vocabulary[Any]] = {}
    for document in documents:
        own = document.vocabulary
        for word in (*own.fields, *own.conditions, *own.rows):
            owners = tuple(one for one in documents if _has(one.vocabulary, word))
            known = found.get(owners, Vocabulary())
            if not _has(known, word):
                found[owners] = known + _alone(word)
    return sorted(found.items(), key=lambda item: -len(item[0]))


def _has(vocabulary: Vocabulary[Any], word: object) -> bool:
    return word in vocabulary.fields or word in vocabulary.conditions or word in vocabulary.rows


def _alone(word: object) -> Vocabulary[Any]:
    if isinstance(word, Field):
        return Vocabulary(fields=(word,))
    if isinstance(word, Condition):
        return Vocabulary(conditions=(word,))
    return Vocabulary(rows=(word,)) if isinstance(word, Rows) else Vocabulary()


def _words(words: Vocabulary[Any], shown: Shown) -> Iterator[str]:
    if words.fields:
        yield from _head("\n### Поля\n", _FIELDS_HEAD)
        for field in words.fields:
            yield _row(f"`{field.name}`", field.meaning, *shown.field(field))
    if words.conditions:
        yield from _head("\n### Условия\n", _CONDITIONS_HEAD)
        yield from (_condition(condition) for condition in words.conditions)
    for rows in words.rows:
        yield from _list(rows, shown)


def _list(rows: Rows[Any, Any], shown: Shown) -> Iterator[str]:
    one = shown.template.rows.get(rows.name, "строка")
    yield f"\n### Список `{rows.name}`"
    yield f"\n{rows.meaning}. Повторяется так: `{{%p for {one} in {rows.name} %}}`."
    yield from _head("", _FIELDS_HEAD)
    for field in rows.fields:
        yield _row(f"`{one}.{field.name}`", field.meaning, *shown.row_field(rows, field))
    if rows.conditions:
        yield from _head("", _CONDITIONS_HEAD)
        yield from (_condition(condition, f"{one}.") for condition in rows.conditions)


def _condition(condition: Condition[Any], variable: str = "") -> str:
    within = f"`{variable}есть.{condition.within}`" if condition.within else ""
    name = f"`{variable}есть.{condition.name}`"
    return _row(name, condition.rule, condition.absent, within, condition.citation or "")


def _head(heading: str, columns: Sequence[str]) -> Iterator[str]:
    yield heading
    yield _row(*columns)
    yield _row(*("---" for _ in columns))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
