"""The user's own templates: which are used, and copies of the shipped ones to edit."""

from collections.abc import Iterator
from pathlib import Path

from desktop_app import paths
from desktop_app.atomic import draft_in, put, sweep_older, write_synced
from desktop_app.errors import UserError
from desktop_app.letter.document import Document
from desktop_app.packet.documents import all_documents, strangers, title


def listing() -> Iterator[str]:
    """Yield the folder of own templates and, of each document, which template is used."""
    folder = paths.own_template()
    yield f"Папка ваших шаблонов: {folder}" + ("" if folder.is_dir() else " (её пока нет)")
    yield ""
    documents = all_documents()
    table = [(d.id, title(d), f"{d.folder}/{d.template}", _whose(d)) for d in documents]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for cells in table:
        yield "  ".join(f"{cell:<{w}}" for cell, w in zip(cells, widths, strict=True)).rstrip()
    for path in strangers():
        yield f"«{path.relative_to(folder)}» в папке ни к какому документу не относится."
    yield ""
    yield "Взять шаблон из поставки для правки: pretenziya templates copy ДОКУМЕНТ"
    yield "Проверить изменённый: pretenziya templates check ФАЙЛ.docx"


def _whose(document: Document) -> str:
    return "из поставки" if document.path == document.shipped else "ваш"


def copy_shipped(document: Document, folder: Path | None = None) -> Path:
    """Copy the shipped template into the folder of own ones, or into `folder`; return its path.

    Raises UserError where a file of that name is there already or nothing can be written.
    """
    path = folder / document.template if folder else document.own
    draft = draft_in(path.parent)
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
    except (OSError, ValueError) as error:
        raise _not_written(path) from error
    try:
        write_synced(draft, document.shipped.read_bytes())
        sweep_older(draft)
        put(draft, path, replace=False)
    except FileExistsError as error:
        raise UserError(
            f"Файл «{path}» уже есть, и он остался как был. Назовите другую папку (--to) или "
            "сначала уберите его."
        ) from error
    except (OSError, ValueError) as error:
        raise _not_written(path) from error
    finally:
        _remove(draft)
    return path


def _not_written(path: Path) -> UserError:
    return UserError(
        f"Не удалось записать «{path}». Проверьте имя папки, доступ к ней и место на диске."
    )


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except (OSError, ValueError):
        return
