"""The commands about templates: the list, the vocabulary, a check, a copy to edit."""

import argparse
from pathlib import Path

from desktop_app.errors import UserError

RIGHT, FAULTY = 0, 1


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands below `templates` to its parser."""
    parser.set_defaults(run=_list)
    commands = parser.add_subparsers(dest="command", metavar="ДЕЙСТВИЕ", title="Действия")
    commands.add_parser("list", help="какие шаблоны берёт программа").set_defaults(run=_list)
    fields = commands.add_parser("fields", help="всё, что может сказать шаблон")
    fields.set_defaults(run=_fields)
    check = commands.add_parser("check", help="проверить изменённый шаблон и сделать образец")
    check.add_argument("file", type=Path, metavar="ШАБЛОН.docx")
    check.add_argument(
        "--as", dest="document", metavar="ДОКУМЕНТ", help="шаблон какого документа проверить"
    )
    check.add_argument("--out", type=_folder, metavar="ПАПКА", help="куда положить образец")
    check.set_defaults(run=_check)
    copy = commands.add_parser("copy", help="взять шаблон из поставки для правки")
    copy.add_argument("document", metavar="ДОКУМЕНТ")
    copy.add_argument("--to", type=_folder, metavar="ПАПКА", help="не в папку ваших шаблонов")
    copy.set_defaults(run=_copy)


def _folder(text: str) -> Path:
    if not text.strip():
        raise UserError("Назовите папку: после --out и --to нужно её имя.")
    return Path(text)


def _list(_options: argparse.Namespace) -> int:
    from desktop_app.packet.template_copies import listing

    for line in listing():
        print(line)
    return RIGHT


def _fields(_options: argparse.Namespace) -> int:
    from desktop_app.packet.reference import reference

    print(reference(), end="")
    return RIGHT


def _check(options: argparse.Namespace) -> int:
    from desktop_app.packet.documents import title
    from desktop_app.packet.template_check import check_file, write_specimen

    verdict = check_file(options.file, options.document)
    recognised = verdict.recognised
    print(
        f"«{options.file.name}» проверен как «{title(recognised.document)}» "
        f"({recognised.document.id}): {recognised.how}."
    )
    _numbered("Ошибки", verdict.faults)
    _numbered("Замечания, с ними шаблон работает", verdict.remarks)
    if verdict.specimen is None:
        print("\nШаблон пока не работает: исправьте ошибки и проверьте его снова.")
        return FAULTY
    print("\nШаблон верен. Образец, как он напечатается:")
    print(write_specimen(options.file, verdict.specimen, options.out))
    return RIGHT


def _numbered(heading: str, sentences: tuple[str, ...]) -> None:
    if sentences:
        print(f"\n{heading} ({len(sentences)}):")
    for number, sentence in enumerate(sentences, start=1):
        print(f"{number}. {sentence}")


def _copy(options: argparse.Namespace) -> int:
    from desktop_app.packet.documents import document_called
    from desktop_app.packet.template_copies import copy_shipped

    print(copy_shipped(document_called(options.document), options.to))
    return RIGHT
