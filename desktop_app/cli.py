"""The commands. Without a command the window opens.

Exit codes: 0 a claim can be made (or the command did its work), 1 it can't be
made yet, 2 the file or the call is bad.
"""

import argparse
import contextlib
import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from desktop_app.call_parser import Parser
from desktop_app.errors import UserError
from desktop_app.template_commands import add_commands

if TYPE_CHECKING:
    from desktop_app.packet.make import Sheet

DONE, NOT_YET, BAD_CALL, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a UserError becomes one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = DONE
    try:
        options = _parser().parse_args(arguments)
        code = int(options.run(options))
    except UserError as error:
        _complain(str(error))
        code = BAD_CALL
    except SystemExit as asked:
        code = asked.code if isinstance(asked.code, int) else DONE
    except KeyboardInterrupt:
        _complain("Прервано; дело не изменено.")
        code = INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        # A file is named by its error; without a name it is the answer that can't be printed.
        if error.filename is None:
            return _not_written()
        _complain(f"Файл «{error.filename}» не читается или не пишется: проверьте доступ к нему.")
        code = BAD_CALL
    return code if _flushed() else BAD_CALL


def _flushed() -> bool:
    """Write out what is still held back; a reader that has seen enough is no error."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError:
        _not_written()
        return False
    return True


def _not_written() -> int:
    _silence(sys.stdout)
    _complain("Не удалось вывести ответ: некуда писать. Проверьте место на диске.")
    return BAD_CALL


def _complain(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let what is left go nowhere, or Python would complain in English as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def run() -> NoReturn:
    """Run the program and leave with its exit code."""
    sys.exit(main())


_NAME_UNSURE = (
    "Как склоняется ваше имя, программа не уверена, поэтому в письме стоит «Заявитель: …» в "
    "именительном падеже. Если хотите «от …», впишите форму в buyer.genitive и повторите."
)
_REGISTER = "хранилище дел в этом файле, а не в обычном месте"


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="pretenziya",
        description="Претензия: письмо продавцу по Закону о защите прав потребителей.",
    )
    parser.set_defaults(run=_gui, case=None)
    parser.add_argument("--register", type=Path, metavar="ФАЙЛ", help=_REGISTER)
    commands = parser.add_subparsers(dest="command", metavar="КОМАНДА", title="Команды")
    gui = commands.add_parser("gui", help="открыть окно (так же, как без команды)")
    gui.add_argument("case", nargs="?", type=Path, metavar="ДЕЛО.json")
    gui.add_argument(
        "--register", type=Path, metavar="ФАЙЛ", help=_REGISTER, default=argparse.SUPPRESS
    )
    gui.set_defaults(run=_gui)
    assess = commands.add_parser("assess", help="что говорит закон о деле")
    assess.add_argument("case", type=Path, metavar="ДЕЛО.json")
    assess.add_argument("--json", action="store_true", help="для программ: один объект JSON")
    assess.add_argument("--on", type=_day, metavar="ГГГГ-ММ-ДД", help="на какой день")
    assess.set_defaults(run=_assess)
    render = commands.add_parser("render", help="написать документы")
    render.add_argument("case", type=Path, metavar="ДЕЛО.json")
    render.add_argument("--out", type=_folder, required=True, metavar="ПАПКА")
    render.add_argument("--pdf", action="store_true", help="ещё и PDF")
    render.add_argument(
        "--whole", action="store_true", help="ещё и всё одним PDF, со сканами приложений"
    )
    render.add_argument("--draft", action="store_true", help="черновик, даже если не всё готово")
    render.set_defaults(run=_render)
    templates = commands.add_parser(
        "templates", help="шаблоны документов: какие, что могут сказать"
    )
    add_commands(templates)
    commands.add_parser("schema", help="схема файла дела").set_defaults(run=_schema)
    commands.add_parser("example", help="пример дела").set_defaults(run=_example)
    commands.add_parser("law", help="числа закона с источниками").set_defaults(run=_law)
    return parser


def _day(text: str) -> date:
    from desktop_app.assessment.facts import possible

    day = None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with contextlib.suppress(ValueError):
            day = possible(date.fromisoformat(text))
    if day is None:
        raise UserError(f"--on: ожидается день в виде ГГГГ-ММ-ДД, а здесь «{text[:40]}».")
    return day


def _folder(text: str) -> Path:
    if not text.strip():
        raise UserError("--out: назовите папку для документов.")
    return Path(text)


def _gui(options: argparse.Namespace) -> int:
    from desktop_app.window.start import open_window

    return open_window(options.case, options.register)


def _assess(options: argparse.Namespace) -> int:
    from desktop_app.assessment.assess import assess
    from desktop_app.assessment.report import as_json, as_text
    from desktop_app.assessment.wording import wording
    from desktop_app.case.file import read_case
    from desktop_app.claims import kind_of
    from desktop_app.law.book import load_law_book

    case = read_case(options.case)
    assessment = assess(case, kind_of(case), load_law_book(), options.on or date.today())
    if options.json:
        print(json.dumps(as_json(assessment, wording(case)), ensure_ascii=False, indent=1))
    else:
        print(as_text(assessment))
    return DONE if assessment.can_be_made else NOT_YET


def _render(options: argparse.Namespace) -> int:
    from desktop_app.assessment.assess import assess
    from desktop_app.assessment.report import finding_line
    from desktop_app.case.file import read_case
    from desktop_app.claims import kind_of
    from desktop_app.law.book import load_law_book

    case = read_case(options.case)
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), date.today())
    errors = [finding for finding in assessment.findings if finding.severity == "error"]
    if errors and not options.draft:
        _complain("Письмо пока не готово:")
        for finding in errors:
            _complain(finding_line(finding))
        _complain("Черновик с пропусками: добавьте --draft.")
        return NOT_YET

    from desktop_app.assessment.wording import wording
    from desktop_app.packet.make import Packet, make_whole_packet
    from desktop_app.packet.picture import with_picture
    from desktop_app.packet.write import write_files
    from desktop_app.russian.names import Certainty

    packet = Packet(case, kind, assessment, date.today(), draft=options.draft)
    try:
        packet = with_picture(packet)
    except UserError as error:
        _complain(f"В «Расчёт дней» не вошёл рисунок, таблица есть. {error}")
    sheets = make_whole_packet(packet)
    files = {f"{sheet.name}.docx": sheet.filled.docx for sheet in sheets}
    if options.pdf:
        files |= {f"{sheet.name}.pdf": sheet.as_pdf() for sheet in sheets}
        _tell_not_shown(sheets)
    if options.whole:
        from desktop_app.packet.whole import NAME, scans_of, whole_pdf
        from desktop_app.register.scans import found_from

        scans = scans_of(found_from(case, options.case.parent), kind, assessment)
        files[f"{NAME}.pdf"] = whole_pdf(sheets, scans)
    for path in write_files(files, options.out):
        print(path)
    for own in sorted({sheet.filled.own for sheet in sheets if sheet.filled.own}):
        _complain(f"Взят ваш шаблон: {own}")
    if wording(case).buyer_genitive_certainty == Certainty.ask:
        _complain(_NAME_UNSURE)
    return DONE


def _tell_not_shown(sheets: "Sequence[Sheet]") -> None:
    for sheet in sheets:
        for what in sheet.pages.not_shown:
            _complain(f"«{sheet.name}.pdf» не показывает: {what}.")


def _schema(_options: argparse.Namespace) -> int:
    from desktop_app.case.schema import schema_text

    print(schema_text())
    return DONE


def _example(_options: argparse.Namespace) -> int:
    from desktop_app import paths

    try:
        example = paths.resource("examples", "refund.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("Пример дела не найден или испорчен: переустановите программу.") from error
    print(example, end="")
    return DONE


def _law(_options: argparse.Namespace) -> int:
    from desktop_app.law.listing import law_listing

    print(law_listing())
    return DONE
