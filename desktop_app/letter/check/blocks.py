"""Which tags stand inside which conditions and repetitions, and which of those have no end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.letter.check.faults import Fault
from desktop_app.letter.check.reading import Placed

DEEPEST = 50
_CLOSES = {"endif": "if", "endfor": "for"}
_BARE = re.compile(r"\{%(?:p |tr )?\s*(?:else|endif|endfor)\s*%\}")


@dataclass(slots=True)
class Block:
    """A condition or a repetition that is open: its tag, and of a condition its later branches."""

    opening: Placed
    branches: list[Placed] = field(default_factory=list)
    otherwise: bool = False

    @property
    def word(self) -> str:
        """ "if" or "for"."""
        return self.opening.word

    @property
    def inline(self) -> bool:
        """Whether it begins and ends in one paragraph."""
        return not self.opening.tag.whole


@dataclass(frozen=True, slots=True)
class Inside:
    """A tag with what is around it, outer first: `for` tags, and conditions with those before.

    Of a condition the last of the tags is the branch, the others are those not met before it;
    with `otherwise` none of them was met.
    """

    placed: Placed
    loops: tuple[Placed, ...]
    conditions: tuple[tuple[tuple[Placed, ...], bool], ...]


class Blocks:
    """The blocks of one part; `faults` are those without an end or a beginning."""

    def __init__(self, tags: Sequence[Placed]) -> None:
        self.faults: list[Fault] = []
        self._tags = tags
        self._open: list[Block] = []
        self._surplus = _surplus(tags)

    def walk(self) -> Iterator[Inside]:
        """Yield each tag that names something, with what is around it."""
        for place, placed in enumerate(self._tags):
            if self._open and self._open[-1].inline:
                self._leave_paragraph(placed)
            if placed.word in ("if", "for"):
                yield self._inside(placed, self._open)
                if len(self._open) == DEEPEST:
                    self.faults.append(placed.fault("теги вложены друг в друга слишком глубоко."))
                    return
                self._open.append(Block(placed))
            elif placed.word in ("elif", "else"):
                yield from self._branch(placed)
            elif placed.word in _CLOSES:
                self._close(placed, place)
            else:
                yield self._inside(placed, self._open)
        for block in self._open:
            self._lost(block)

    def _inside(self, placed: Placed, around: Sequence[Block]) -> Inside:
        conditions = [
            ((block.opening, *block.branches), block.otherwise)
            for block in around
            if block.word == "if"
        ]
        loops = [block.opening for block in around if block.word == "for"]
        return Inside(placed, tuple(loops), tuple(conditions))

    def _leave_paragraph(self, placed: Placed) -> None:
        while self._open and self._open[-1].inline:
            if self._open[-1].opening.paragraph is placed.paragraph:
                return
            self._lost(self._open.pop())

    def _branch(self, placed: Placed) -> Iterator[Inside]:
        self._require_bare(placed)
        block = self._open[-1] if self._open else None
        if block is None or block.word != "if" or block.inline == bool(placed.tag.whole):
            self._stray(placed, "if")
        elif block.otherwise:
            self.faults.append(
                placed.fault(f"«{placed.tag.text}» стоит после «else» того же условия.")
            )
        elif placed.word == "else":
            block.otherwise = True
        else:
            yield self._inside(placed, self._open[:-1])
            block.branches.append(placed)

    def _close(self, placed: Placed, place: int) -> None:
        self._require_bare(placed)
        word, inline = _CLOSES[placed.word], not placed.tag.whole
        alike = [b for b in self._open if b.word == word and b.inline == inline]
        above = self._open[self._open.index(alike[-1]) + 1 :] if alike else []
        if not alike or (above and self._will_close(above, place)):
            self._stray(placed, word)
            return
        for block in above:
            self._lost(block)
        del self._open[len(self._open) - len(above) - 1 :]

    def _will_close(self, above: Sequence[Block], place: int) -> bool:
        """Whether later tags close the blocks above: then it is this end that is too much."""
        count = sum(block.word == above[-1].word for block in self._open)
        return self._surplus[above[-1].word][place] >= count

    def _require_bare(self, placed: Placed) -> None:
        if placed.word != "elif" and not _BARE.fullmatch(placed.tag.text):
            self.faults.append(
                placed.fault(f"в теге «{placed.tag.text}» лишнее слово после «{placed.word}».")
            )

    def _stray(self, placed: Placed, word: str) -> None:
        here = "" if placed.tag.whole else " в этом абзаце"
        mark = f"{{%{placed.tag.whole} {word} … %}}"
        self.faults.append(placed.fault(f"у «{placed.tag.text}»{here} нет своего «{mark}»."))

    def _lost(self, block: Block) -> None:
        tag = block.opening.tag
        end = f"{{%{tag.whole} end{block.word} %}}"
        if block.inline:
            what = (
                f"у «{tag.text}» нет своего «{end}» в этом абзаце. Для целых абзацев "
                f"пишите «{{%p {block.word} … %}}» и «{{%p end{block.word} %}}», каждый в своём."
            )
        else:
            what = f"у «{tag.text}» нет своего «{end}» (или его нет у того, что начато ниже)."
        self.faults.append(block.opening.fault(what))


def _surplus(tags: Sequence[Placed]) -> dict[str, list[int]]:
    """Return, by word and place, how many more ends than beginnings come after that place."""
    after: dict[str, list[int]] = {}
    for end, word in _CLOSES.items():
        counts, count = [0] * len(tags), 0
        for place in range(len(tags) - 1, -1, -1):
            counts[place] = count
            count += (tags[place].word == end) - (tags[place].word == word)
        after[word] = counts
    return after
