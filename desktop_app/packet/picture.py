"""The timeline as a picture for the calculation of days."""

from dataclasses import replace

from desktop_app.advice.timeline import timeline_of
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.letter.engine.pictures import Picture
from desktop_app.letter.sheets import CALCULATION
from desktop_app.packet.make import Packet
from desktop_app.paper.timeline_model import as_text

_WIDTH, _SCALE = 640, 2.5
"""Pixels as on a screen, and how many of the file go into one: 240 to an inch on paper."""


def with_picture(packet: Packet) -> Packet:
    """Return the packet with the picture that its sheets have a place for.

    Raises UserError where Qt's libraries are missing; the packet does without it.
    """
    if CALCULATION not in packet.documents:
        return packet
    return replace(packet, picture=picture_of(packet.case, packet.assessment))


def picture_of(case: Case, assessment: Assessment) -> Picture | None:
    """Return the picture of the days; None where there are none to show.

    Raises UserError where Qt's libraries are missing.
    """
    model = timeline_of(case, assessment, None)
    if model is None:
        return None
    from desktop_app.paper.qt import ready

    ready()
    from desktop_app.paper.timeline import as_png, size_of

    width, height = size_of(model, _WIDTH)
    return Picture(as_png(model, _WIDTH, _SCALE), width, height, as_text(model))
