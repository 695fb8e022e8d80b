"""A case → its sheets as filled Word files, all from one moment."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from desktop_app.advice.memo import memo
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case, Delivery
from desktop_app.claims import claim_of
from desktop_app.letter.annexes import calculates
from desktop_app.letter.document import Document
from desktop_app.letter.engine.pictures import Picture
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.matter import Advised, Aside, Matter
from desktop_app.letter.sheets import CALCULATION, INVENTORY, MEMO, REFUSAL

if TYPE_CHECKING:
    from desktop_app.paper.pages import Pages

COPIES: tuple[tuple[Literal["seller", "consumer"], str], ...] = (
    ("seller", "Претензия — экземпляр продавца"),
    ("consumer", "Претензия — экземпляр потребителя"),
)


@dataclass(frozen=True)
class Sheet:
    """One filled document of the packet under the name of its file, without an ending."""

    name: str
    filled: Filled
    document: Document

    @cached_property
    def pages(self) -> "Pages":
        """The pages, laid out once; raises UserError where Qt's libraries are missing."""
        from desktop_app.paper.qt import ready

        ready()
        from desktop_app.paper.pages import lay_out

        return lay_out(self.filled.docx)

    def as_pdf(self) -> bytes:
        """Return the pages as PDF."""
        from desktop_app.paper.pdf import pdf_of

        return pdf_of(self.pages, self.name)


def make_packet(
    case: Case, kind: Kind, assessment: Assessment, draft: bool = False, copies: int = len(COPIES)
) -> tuple[Sheet, ...]:
    """Return the claim; a draft is stamped and has its blanks ruled.

    `copies` is how many of it are wanted, the seller's first.

    Raises TemplateError where a template is broken or a value did not reach the output.
    """
    claim = claim_of(kind)
    return tuple(
        Sheet(name, claim.fill(Matter(case, assessment, kind, copy, draft)), claim)
        for copy, name in COPIES[:copies]
    )


def documents_for(case: Case, kind: Kind, assessment: Assessment) -> tuple[Document, ...]:
    """Return the documents beside the claim that the case and the way of delivery call for."""
    unwanted = _unwanted(case.delivery or Delivery())
    return tuple(one for one in documents_offered(case, kind, assessment) if one not in unwanted)


def _unwanted(delivery: Delivery) -> tuple[Document, ...]:
    """Return the sheets of delivery that are of no use: of another way, or once it is done."""
    if delivery.handed_on:
        return (INVENTORY, REFUSAL)
    # A letter sent by e-mail is best posted too.
    if delivery.channel in ("post", "email"):
        return (REFUSAL,)
    if delivery.channel == "in_person" and not delivery.refused:
        return (INVENTORY,)
    return ()


def documents_offered(case: Case, kind: Kind, assessment: Assessment) -> tuple[Document, ...]:
    """Return the documents beside the claim that could be of use, whatever the way of delivery."""
    days = (CALCULATION,) if calculates(kind, assessment, case.answers.day_count) else ()
    return (*days, INVENTORY, REFUSAL, MEMO)


@dataclass(frozen=True)
class Packet:
    """What the sheets beside the claim are made from, all from one moment.

    `picture` is the timeline, None where it can't be drawn; `chosen` are the ids of the documents
    wanted, None for those that the case calls for.
    """

    case: Case
    kind: Kind
    assessment: Assessment
    today: date
    draft: bool = False
    picture: Picture | None = None
    chosen: frozenset[str] | None = None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents beside the claim."""
        if self.chosen is None:
            return documents_for(self.case, self.kind, self.assessment)
        offered = documents_offered(self.case, self.kind, self.assessment)
        return tuple(one for one in offered if one.id in self.chosen)

    def make(self, document: Document) -> Sheet:
        """Return one sheet beside the claim; raises TemplateError as `make_packet` does."""
        return Sheet(document.name, document.fill(self.matter), document)

    @cached_property
    def matter(self) -> Matter:
        """What the sheets beside the claim are filled from."""
        told = memo(self.case, self.kind, self.assessment, self.today)
        names = [name for _, name in COPIES] + [one.name for one in self.documents]
        aside = Aside(
            picture=self.picture,
            sheets=tuple(names),
            steps=tuple(Advised(s.title, s.text, s.citation) for s in told.steps),
            days=told.days,
            warnings=told.warnings,
        )
        return Matter(self.case, self.assessment, self.kind, "consumer", self.draft, aside)


def make_whole_packet(packet: Packet) -> tuple[Sheet, ...]:
    """Return every sheet that the case calls for: both copies of the claim, then the others.

    Raises TemplateError as `make_packet` does.
    """
    claim = make_packet(packet.case, packet.kind, packet.assessment, packet.draft)
    return (*claim, *(packet.make(one) for one in packet.documents))
