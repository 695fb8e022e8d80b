"""A line filled word by word, until it is full: tabs, and words that no line can hold."""

from dataclasses import dataclass, field
from typing import Final

from desktop_app.paper.model import Shape, TabStop
from desktop_app.paper.words import Word, halves

# Twips that LibreOffice, counting in whole ones, wants free behind the last word: measured.
_FREE: Final = 1.0
_WIDEST: Final = 40_000.0


@dataclass(slots=True)
class _Pending:
    """A tab that waits for the text behind it; `first` is the number of that text's first word."""

    first: int
    at: float
    stop: TabStop
    text: float = 0.0

    def pushed(self) -> float:
        """Return how far the tab reaches now."""
        taken = self.text / 2 if self.stop.align == "center" else self.text
        return max(0.0, self.stop.at - self.at - taken)


@dataclass(slots=True)
class Draft:
    """A line being filled: words with their places, and the pen."""

    pen: float
    limit: float
    words: list[Word] = field(default_factory=list)
    places: list[float] = field(default_factory=list)
    tab: _Pending | None = None
    last_tab: int = 0

    def add(self, word: Word) -> None:
        """Put a word at the pen and move the pen behind its spaces."""
        self.words.append(word)
        self.places.append(self.pen)
        self.pen += word.whole
        if self.tab:
            self.tab.text += word.whole

    def end(self, more: float) -> float:
        """Return where the line would end with `more` twips of text."""
        if self.tab is None:
            return self.pen + more
        tab = _Pending(0, self.tab.at, self.tab.stop, self.tab.text + more)
        return tab.at + tab.pushed() + tab.text

    def full_with(self, more: float) -> bool:
        """Return whether `more` twips of text have no room left."""
        if self.tab is None:
            return self.pen + more > self.limit - _FREE
        return self.end(more) > self.limit + _FREE / 2

    def settle(self) -> None:
        """Give the waiting tab its width and move what stands behind it."""
        if self.tab is None:
            return
        width = self.tab.pushed()
        for at in range(self.tab.first, len(self.places)):
            self.places[at] += width
        self.pen += width
        self.words[self.tab.first - 1].width = width
        self.tab = None


def fill(draft: Draft, rest: list[Word], shape: Shape, default_tab: int, first: bool) -> str:
    """Move words from `rest` (last first) into the draft; return the sign that ended the line."""
    while rest:
        word = rest[-1]
        if word.kind in ("line", "page"):
            draft.add(rest.pop())
            draft.settle()
            return word.kind
        if word.kind == "tab":
            draft.settle()
            stop = _stop(draft.pen, shape, default_tab, first)
            if draft.words and stop.at > draft.limit and stop not in shape.tabs:
                break
            _set_tab(draft, rest.pop(), shape, stop)
            continue
        count, width = _together(rest)
        if draft.full_with(width):
            if draft.words:
                break
            _force(draft, rest)
            break
        for _ in range(count):
            draft.add(rest.pop())
    draft.settle()
    return ""


def _together(rest: list[Word]) -> tuple[int, float]:
    """Return how many of the next words must stay in one line, and their visible width."""
    width = 0.0
    count = 0
    for word in reversed(rest):
        if word.kind in ("line", "page", "tab"):
            break
        count += 1
        if word.last or width > _WIDEST:
            return count, width + word.width
        width += word.whole
    return count, width - _trailing(rest, count)


def _trailing(rest: list[Word], count: int) -> float:
    word = rest[-count]
    return word.spaces * word.type.space


def _force(draft: Draft, rest: list[Word]) -> None:
    """Put into an empty line what fits of words that no line can hold."""
    while rest and rest[-1].kind not in ("line", "page", "tab"):
        room = draft.limit - draft.pen
        if rest[-1].width <= room:
            draft.add(rest.pop())
            continue
        if len(rest[-1].text) > 1 and (room > 0 or not draft.words):
            head, tail = halves(rest.pop(), room)
            rest.append(tail)
            if head.width <= room or not draft.words:
                draft.add(head)
            else:
                rest[-1:] = [tail, head]
        elif not draft.words:
            draft.add(rest.pop())
        return


def _set_tab(draft: Draft, word: Word, shape: Shape, stop: TabStop) -> None:
    draft.add(word)
    draft.limit = max(draft.limit, float(stop.at)) if stop in shape.tabs else draft.limit
    draft.last_tab = len(draft.words)
    word.leader = stop.leader
    if stop.align == "left":
        word.width = max(0.0, min(float(stop.at), draft.limit) - draft.pen)
        draft.pen += word.width
    else:
        draft.tab = _Pending(len(draft.words), draft.pen, stop)


def _stop(pen: float, shape: Shape, default_tab: int, first: bool) -> TabStop:
    for stop in shape.tabs:
        if stop.at > pen:
            if first and shape.first < 0 and pen < shape.left < stop.at:
                break
            return stop
    if first and shape.first < 0 and pen < shape.left:
        return TabStop(shape.left)
    return TabStop((int(pen) // default_tab + 1) * default_tab)
