"""Making the documents piece by piece, so that the window lives on; it can be cancelled.

Each piece of the making takes some hundredths of a second on the window's own
thread (fonts belong to it). The disk, which may be slow, is waited for elsewhere.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.errors import UserError
from desktop_app.packet.write import write_files

if TYPE_CHECKING:
    from desktop_app.letter.document import Document
    from desktop_app.packet.make import Packet, Sheet

Write = Callable[[Mapping[str, bytes], Path], list[Path]]
DRAFT_NAME = "Черновик претензии"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be saved: the case as it is now, as which files, where. A draft is one copy.

    `documents` are the ids of the sheets beside the claim that are wanted.
    """

    case: Case
    kind: Kind
    assessment: Assessment
    folder: Path
    docx: bool = True
    pdf: bool = True
    draft: bool = False
    whole: bool = False
    """Whether all sheets and scans are wanted as one PDF too."""
    documents: tuple[str, ...] = ()
    today: date | None = None
    find_scan: Callable[[str], bytes | None] | None = None
    """What gives the bytes of a scan that the register keeps, by its name in the case."""


class Saving(QObject):
    """One saving. It ends with exactly one of `saved`, `failed`, `cancelled`.

    `running` are those that have not ended, of the whole program.
    Once started it goes on to its end, also when the page that began it is left;
    `paths` or `why_failed` then tell how it ended to the page that comes next.
    `advanced` tells how many pieces of how many are done, and what is being done now.
    """

    running: ClassVar[set["Saving"]] = set()
    advanced = Signal(int, int, str)
    saved = Signal(list)
    failed = Signal(str)
    cancelled = Signal()
    _written = Signal(object, object)

    def __init__(self, wanted: Wanted, write: Write = write_files) -> None:
        super().__init__()
        self.wanted, self._write = wanted, write
        self.paths: list[Path] = []
        self.why_failed: str | None = None
        self._files: dict[str, bytes] = {}
        self._pieces = self._made()
        self._done = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._written.connect(self._end)

    def start(self) -> None:
        """Begin; nothing has been done yet when this returns."""
        self.running.add(self)
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, with nothing written. When the writing has begun it is let end."""
        if self._timer.isActive():
            self._stop()
            self.cancelled.emit()

    @property
    def pieces(self) -> int:
        """How many pieces there are in all."""
        from desktop_app.letter.sheets import SHEETS

        beside = len(self.wanted.documents)
        of_pdf = 1 + self._copies + beside if self.wanted.pdf else 0
        sent = sum(one.enclosed and one.id in self.wanted.documents for one in SHEETS)
        scans = sum(annex.file is not None for annex in self.wanted.case.attachments)
        of_whole = self._copies + sent + scans if self.wanted.whole else 0
        return 2 + beside + of_pdf + of_whole + 1

    @property
    def _copies(self) -> int:
        return 1 if self.wanted.draft else 2

    def _go_on(self) -> None:
        try:
            doing = next(self._pieces, None)
        except UserError as error:
            self._fail(str(error))
            return
        except Exception:
            self._fail("")
            raise
        if doing is not None:
            self.advanced.emit(self._done, self.pieces, doing)
            self._done += 1
            return
        self._timer.stop()
        self.advanced.emit(self._done, self.pieces, "Записываем в папку…")
        QThreadPool.globalInstance().start(self._write_all)

    def _made(self) -> Iterator[str]:
        """Do a piece between one `yield` and the next; each names what comes after it."""
        wanted = self.wanted
        yield "Открываем шаблон…"
        from desktop_app.packet.make import make_packet

        yield "Пишем письмо…"
        sheets = make_packet(
            wanted.case, wanted.kind, wanted.assessment, wanted.draft, self._copies
        )
        for document, packet in self._beside():
            yield f"Пишем лист «{document.name}»…"
            sheets += (packet.make(document),)
        named = {DRAFT_NAME: sheets[0]} if wanted.draft else {s.name: s for s in sheets}
        if wanted.docx:
            self._files |= {f"{name}.docx": s.filled.docx for name, s in named.items()}
        if wanted.pdf:
            yield "Готовим PDF…"
            from desktop_app.paper import pages, pdf  # noqa: F401

            for name, sheet in named.items():
                yield f"Готовим PDF: «{name}»…"
                self._files[f"{name}.pdf"] = sheet.as_pdf()
        if wanted.whole:
            yield from self._made_whole(sheets)

    def _beside(self) -> "Iterator[tuple[Document, Packet]]":
        """Yield the sheets beside the claim that are wanted, with what they are made from."""
        from desktop_app.packet.make import Packet
        from desktop_app.packet.picture import with_picture

        wanted = self.wanted
        day = wanted.today or wanted.assessment.law_as_of
        packet = Packet(
            wanted.case,
            wanted.kind,
            wanted.assessment,
            day,
            wanted.draft,
            chosen=frozenset(wanted.documents),
        )
        packet = with_picture(packet)
        yield from ((document, packet) for document in packet.documents)

    def _made_whole(self, sheets: "tuple[Sheet, ...]") -> Iterator[str]:
        from desktop_app.packet.whole import NAME, Whole, scans_of, to_send

        whole = Whole()
        for sheet in to_send(sheets):
            yield f"Собираем один PDF: «{sheet.name}»…"
            whole.add_sheet(sheet)
        wanted = self.wanted
        for scan in scans_of(wanted.case, wanted.kind, wanted.assessment, wanted.find_scan):
            yield f"Собираем один PDF: {scan.mark}…"
            whole.add_scan(scan)
        self._files[f"{NAME}.pdf"] = whole.pdf()

    def _write_all(self) -> None:
        """Write on a thread of the pool: the disk may be slow, and no Qt is needed."""
        try:
            self._written.emit(self._write(self._files, self.wanted.folder), None)
        except Exception as error:
            self._written.emit([], error)

    def _stop(self) -> None:
        self._timer.stop()
        self.running.discard(self)

    def _end(self, paths: list[Path], error: Exception | None) -> None:
        if error is None:
            self._stop()
            self.paths = paths
            self.saved.emit(paths)
            return
        self._fail(str(error) if isinstance(error, UserError) else "")
        if not isinstance(error, UserError):
            raise error

    def _fail(self, why: str) -> None:
        self._stop()
        self.why_failed = why or "Документы не сохранены."
        self.failed.emit(self.why_failed)
