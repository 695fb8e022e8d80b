"""`assess` and `render`: what the law says of a case, and its documents."""

import argparse
import contextlib
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.call_parser import Parser
from desktop_app.clock import now
from desktop_app.commands.opened import add_register_option, case_of_call, complain
from desktop_app.errors import UserError

if TYPE_CHECKING:
    from desktop_app.packet.make import Sheet

DONE, NOT_YET = 0, 1
_CASE = "файл дела или номер дела в хранилище"
_NAME_UNSURE = (
    "Как склоняется ваше имя, программа не уверена, поэтому в письме стоит «Заявитель: …» в "
    "именительном падеже. Если хотите «от …», впишите форму в buyer.genitive и повторите."
)


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `assess` and `render`."""
    assess = commands.add_parser("assess", help="что говорит закон о деле")
    assess.add_argument("case", metavar="ДЕЛО", help=_CASE)
    assess.add_argument("--json", action="store_true", help="для программ: один объект JSON")
    assess.add_argument("--on", type=_day, metavar="ГГГГ-ММ-ДД", help="на какой день")
    add_register_option(assess)
    assess.set_defaults(run=_assess)
    render = commands.add_parser("render", help="написать документы")
    render.add_argument("case", metavar="ДЕЛО", help=_CASE)
    render.add_argument("--out", type=_folder, required=True, metavar="ПАПКА")
    render.add_argument("--pdf", action="store_true", help="ещё и PDF")
    render.add_argument(
        "--whole", action="store_true", help="ещё и всё одним PDF, со сканами приложений"
    )
    render.add_argument("--draft", action="store_true", help="черновик, даже если не всё готово")
    add_register_option(render)
    render.set_defaults(run=_render)


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


def _assess(options: argparse.Namespace) -> int:
    from desktop_app.assessment.assess import assess
    from desktop_app.assessment.report import as_json, as_text
    from desktop_app.assessment.wording import wording
    from desktop_app.claims import kind_of
    from desktop_app.law.book import load_law_book

    case, _ = case_of_call(options)
    assessment = assess(case, kind_of(case), load_law_book(), options.on or now().date())
    if options.json:
        print(json.dumps(as_json(assessment, wording(case)), ensure_ascii=False, indent=1))
    else:
        print(as_text(assessment))
    return DONE if assessment.can_be_made else NOT_YET


def _render(options: argparse.Namespace) -> int:
    from desktop_app.assessment.assess import assess
    from desktop_app.assessment.report import finding_line
    from desktop_app.claims import kind_of
    from desktop_app.law.book import load_law_book

    kept: dict[str, bytes] = {}
    case, folder = case_of_call(options, kept if options.whole else None)
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), now().date())
    errors = [finding for finding in assessment.findings if finding.severity == "error"]
    if errors and not options.draft:
        complain("Письмо пока не готово:")
        for finding in errors:
            complain(finding_line(finding))
        complain("Черновик с пропусками: добавьте --draft.")
        return NOT_YET

    from desktop_app.assessment.wording import wording
    from desktop_app.packet.make import Packet, make_whole_packet
    from desktop_app.packet.picture import with_picture
    from desktop_app.packet.write import write_files
    from desktop_app.russian.names import Certainty

    packet = Packet(case, kind, assessment, now().date(), draft=options.draft)
    try:
        packet = with_picture(packet)
    except UserError as error:
        complain(f"В «Расчёт дней» не вошёл рисунок, таблица есть. {error}")
    sheets = make_whole_packet(packet)
    files = {f"{sheet.name}.docx": sheet.filled.docx for sheet in sheets}
    if options.pdf:
        files |= {f"{sheet.name}.pdf": sheet.as_pdf() for sheet in sheets}
        _tell_not_shown(sheets)
    if options.whole:
        from desktop_app.packet.whole import NAME, scans_of, whole_pdf
        from desktop_app.register.scans import found_from

        placed = found_from(case, folder) if folder else case
        scans = scans_of(placed, kind, assessment, kept.get)
        files[f"{NAME}.pdf"] = whole_pdf(sheets, scans)
    for path in write_files(files, options.out):
        print(path)
    for own in sorted({sheet.filled.own for sheet in sheets if sheet.filled.own}):
        complain(f"Взят ваш шаблон: {own}")
    if wording(case).buyer_genitive_certainty == Certainty.ask:
        complain(_NAME_UNSURE)
    return DONE


def _tell_not_shown(sheets: "Sequence[Sheet]") -> None:
    for sheet in sheets:
        for what in sheet.pages.not_shown:
            complain(f"«{sheet.name}.pdf» не показывает: {what}.")
