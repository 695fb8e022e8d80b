"""A case → its sheets as filled Word files, all from one moment."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.claims import claim_of
from desktop_app.letter.document import Document
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.matter import Matter
from desktop_app.letter.sheets import INVENTORY, REFUSAL
from desktop_app.letter.vocabulary import Vocabulary

if TYPE_CHECKING:
    from desktop_app.paper.pages import Pages

COPIES: tuple[tuple[Literal["seller", "consumer"], str], ...] = (
    ("seller", "Претензия — экземпляр продавца"),
    ("consumer", "Претензия — экземпляр потребителя"),
)


@dataclass(frozen=True)
class Sheet:
    """One document of the packet: its file name without an ending, what it holds, its words."""

    name: str
    filled: Filled
    vocabulary: Vocabulary[Matter]

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
    """Return the sheets of the case; a draft is stamped and has its blanks ruled.

    `copies` is how many of the claim are wanted, the seller's first.

    Raises TemplateError where a template is broken or a value did not reach the output.
    """
    claim = claim_of(kind)
    return tuple(
        Sheet(name, claim.fill(Matter(case, assessment, kind, copy, draft)), claim.vocabulary)
        for copy, name in COPIES[:copies]
    )


def documents_for(case: Case) -> tuple[Document, ...]:
    """Return the documents beside the claim that the way of delivery calls for."""
    channel = case.delivery.channel if case.delivery else None
    by_way: dict[str | None, tuple[Document, ...]] = {
        None: (INVENTORY, REFUSAL),
        "post": (INVENTORY,),
        "in_person": (REFUSAL,),
    }
    return by_way.get(channel, ())


def make_whole_packet(case: Case, kind: Kind, assessment: Assessment) -> tuple[Sheet, ...]:
    """Return every sheet that the case calls for: both copies of the claim, then the others.

    Raises TemplateError as `make_packet` does.
    """
    matter = Matter(case, assessment, kind, "consumer")
    others = (Sheet(one.name, one.fill(matter), one.vocabulary) for one in documents_for(case))
    return (*make_packet(case, kind, assessment), *others)
