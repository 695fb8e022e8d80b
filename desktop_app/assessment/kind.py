"""What a kind of claim is; the kinds themselves are instances in `claims/`."""

from msgspec import Struct

from desktop_app.assessment.model import GroundId
from desktop_app.case.model import KindId


class Kind(Struct, frozen=True):
    """A kind of claim: what is demanded, what carries it, how long the seller has.

    `grounds` are the grounds that carry it; `answer_days` the law's parameter
    for the seller's term; `templates` the folder of its documents.
    """

    id: KindId
    title: str
    grounds: tuple[GroundId, ...]
    answer_days: str
    templates: str
