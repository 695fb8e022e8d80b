"""What of a letter changed since it was last looked at."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from desktop_app.letter.engine.package import DOCUMENT
from desktop_app.packet.preview import Preview, Stretch, Told


def changed(before: Preview, after: Preview) -> tuple[Stretch, ...]:
    """Return where `after` says something else than `before`, letter by letter where it can."""
    old, new = _body(before), _body(after)
    matcher = SequenceMatcher(None, [t.text for t in old], [t.text for t in new], autojunk=False)
    found: list[Stretch] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "replace" and old_to - old_from == new_to - new_from:
            for was, now in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                found += _within(was, now, after)
        elif tag in ("replace", "insert"):
            found += (stretch for told in new[new_from:new_to] for stretch in told.stretches)
    return tuple(found)


def _body(preview: Preview) -> list[Told]:
    """Return the paragraphs but for the foot, whose mark is another with every answer."""
    return [told for told in preview.paragraphs if told.part == DOCUMENT]


def _within(was: Told, now: Told, after: Preview) -> Iterator[Stretch]:
    """Yield the letters between the common beginning and the common end."""
    begin = _alike(was.text, now.text)
    rest = min(len(was.text), len(now.text)) - begin
    end = min(rest, _alike(was.text[::-1], now.text[::-1]))
    yield from after.stretches_in(now, begin, max(begin + 1, len(now.text) - end))


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
