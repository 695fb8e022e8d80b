"""The commands. Without a command the window opens.

Exit codes: 0 a claim can be made (or the command did its work), 1 it can't be
made yet, 2 the file or the call is bad.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from desktop_app.call_parser import Parser
from desktop_app.commands import carrying, cases, letter, safety
from desktop_app.commands.opened import REGISTER, add_register_option, complain
from desktop_app.commands.templates import add_commands as add_template_commands
from desktop_app.errors import UserError

DONE, NOT_YET, BAD_CALL, INTERRUPTED = 0, 1, 2, 130
_ABOUT_CASES = (cases, carrying, safety)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a UserError becomes one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = DONE
    try:
        options = _parser().parse_args(_joined(sys.argv[1:] if arguments is None else arguments))
        code = int(options.run(options))
    except UserError as error:
        complain(str(error))
        code = BAD_CALL
    except SystemExit as asked:
        code = asked.code if isinstance(asked.code, int) else DONE
    except KeyboardInterrupt:
        complain("Прервано; дело не изменено.")
        code = INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        # A file is named by its error; without a name it is the answer that can't be printed.
        if error.filename is None:
            return _not_written()
        complain(f"Файл «{error.filename}» не читается или не пишется: проверьте доступ к нему.")
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
    complain("Не удалось вывести ответ: некуда писать. Проверьте место на диске.")
    return BAD_CALL


def _silence(stream: TextIO) -> None:
    """Let what is left go nowhere, or Python would complain in English as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def run() -> NoReturn:
    """Run the program and leave with its exit code."""
    sys.exit(main())


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="pretenziya",
        description="Претензия: письмо продавцу по Закону о защите прав потребителей.",
    )
    parser.set_defaults(run=_gui, case=None)
    parser.add_argument("--register", type=Path, metavar="ФАЙЛ", help=REGISTER)
    commands = parser.add_subparsers(dest="command", metavar="КОМАНДА", title="Команды")
    gui = commands.add_parser("gui", help="открыть окно (так же, как без команды)")
    gui.add_argument("case", nargs="?", type=Path, metavar="ДЕЛО.json")
    add_register_option(gui)
    gui.set_defaults(run=_gui)
    letter.add_commands(commands)
    for group in _ABOUT_CASES:
        group.add_commands(commands)
    templates = commands.add_parser(
        "templates", help="шаблоны документов: какие, что могут сказать"
    )
    add_template_commands(templates)
    commands.add_parser("schema", help="схема файла дела").set_defaults(run=_schema)
    commands.add_parser("example", help="пример дела").set_defaults(run=_example)
    commands.add_parser("law", help="числа закона с источниками").set_defaults(run=_law)
    return parser


def _joined(arguments: Sequence[str]) -> list[str]:
    """Return the call with a command of two words («cases show») as one."""
    words = list(arguments)
    start = 2 if words[:1] == ["--register"] else int(bool(words) and words[0].startswith("--reg"))
    two = " ".join(words[start : start + 2])
    if any(two in group.SECOND_WORDS for group in _ABOUT_CASES):
        words[start : start + 2] = [two]
    return words


def _gui(options: argparse.Namespace) -> int:
    from desktop_app.window.start import open_window

    return open_window(options.case, options.register)


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
