"""The commands. Without a command the window opens.

Exit codes: 0 a claim can be made (or the command did its work), 1 it can't be
made yet, 2 the file or the call is bad.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from locale import getencoding
from pathlib import Path
from typing import NoReturn, TextIO

from desktop_app.call_parser import Parser
from desktop_app.commands.opened import REGISTER, add_register_option, complain
from desktop_app.errors import UserError
from desktop_app.interruption import heard_as_one
from desktop_app.terminal import unsteered

DONE, NOT_YET, BAD_CALL, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a UserError becomes one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with unsteered():
        return _main(arguments)


def _main(arguments: Sequence[str] | None) -> int:
    code = DONE
    try:
        options = _understood(list(sys.argv[1:] if arguments is None else arguments))
        with heard_as_one():
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
    _speak_utf8()
    sys.exit(main())


def _speak_utf8() -> None:
    """Begin anew where the locale has no UTF-8: files have Russian names, and Qt asks for it too.

    What was typed in the call keeps its bytes.
    """
    if os.name == "nt" or getencoding().lower() in ("utf-8", "utf8"):
        return
    os.environ["LC_ALL"] = "C.UTF-8"
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        with contextlib.suppress(OSError):
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _understood(words: list[str]) -> argparse.Namespace:
    parser, commands = _window_parser()
    # The window is what most calls open: it doesn't wait for the other commands to be loaded.
    if not _opens_the_window(words):
        words = _joined(words, _add_commands(commands))
    return parser.parse_args(words)


def _opens_the_window(words: list[str]) -> bool:
    return not words or words[0] == "gui" or (len(words) == 2 and words[0] == "--register")


def _window_parser() -> tuple[Parser, "argparse._SubParsersAction[Parser]"]:
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
    return parser, commands


def _add_commands(commands: "argparse._SubParsersAction[Parser]") -> set[str]:
    """Add what needs no window; return those of two words («cases show»)."""
    from desktop_app.commands import carrying, cases, letter, safety, templates

    letter.add_commands(commands)
    for group in (cases, carrying, safety):
        group.add_commands(commands)
    templates.add_commands(
        commands.add_parser("templates", help="шаблоны документов: какие, что могут сказать")
    )
    commands.add_parser("schema", help="схема файла дела").set_defaults(run=_schema)
    commands.add_parser("example", help="пример дела").set_defaults(run=_example)
    commands.add_parser("law", help="числа закона с источниками").set_defaults(run=_law)
    return {*cases.SECOND_WORDS, *carrying.SECOND_WORDS, *safety.SECOND_WORDS}


def _joined(words: list[str], of_two: set[str]) -> list[str]:
    """Return the call with a command of two words as one."""
    start = 2 if words[:1] == ["--register"] else int(words[0].startswith("--reg"))
    two = " ".join(words[start : start + 2])
    return [*words[:start], two, *words[start + 2 :]] if two in of_two else words


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
    from desktop_app.law.reader import load_law

    print(law_listing(load_law()))
    return DONE
