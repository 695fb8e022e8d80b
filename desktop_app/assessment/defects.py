"""Which defects are the same: what the person said, equal texts, and texts that are only alike."""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.case.model import CurrentDefect, Repair

# Words that say nothing about which part fails.
_SAYING_NOTHING = """
    не нет ни и или а но на в во с со из за от до для при после снова опять вновь еще уже
    также тоже очень сильно иногда периодически постоянно полностью совсем вообще был была было
    были стал стала стало перестал перестала перестало работает работать работал работала
    проблема проблемы неисправность дефект недостаток поломка сломался сломалась сломалось
"""
_EMPTY_WORDS = frozenset(_SAYING_NOTHING.split())
_ALIKE = 0.5
# Beyond this many different texts the pairs are not compared: nobody would answer.
_MOST_COMPARED = 60


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Return a defect's words without case, ё, punctuation and their order."""
    return " ".join(sorted(re.findall(r"\w+", text.casefold().replace("ё", "е"))))


@lru_cache(maxsize=1024)
def telling_words(text: str) -> tuple[str, ...]:
    """Return the words that say what fails, each once."""
    return tuple(dict.fromkeys(w for w in plain(text).split() if w not in _EMPTY_WORDS))


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> bool:
    """Whether two different texts may well mean the same defect: half their words are shared."""
    first, second = telling_words(one), telling_words(other)
    shared = sum(any(_same_word(word, its) for its in second) for word in first)
    return bool(shared) and shared / (len(first) + len(second) - shared) >= _ALIKE


def _same_word(one: str, other: str) -> bool:
    """Whether two words differ in their endings only: вода and воду, сливает and сливается."""
    stem = max(3, min(len(one), len(other)) - 2)
    return len(one) >= stem and one[:stem] == other[:stem]


class Defects:
    """Which repairs and the present defect are about the same fault.

    Repairs are numbered from 0. `group(i)` is the first repair with the same
    defect, None where repair i names no defect and refers to none. A reference
    to a later or absent repair is passed over (a finding says so).
    """

    def __init__(self, repairs: Sequence[Repair], current: CurrentDefect | None) -> None:
        self._texts = [plain(repair.defect or "") for repair in repairs]
        self._groups: list[int | None] = []
        first_of: dict[str, int] = {}
        for index, repair in enumerate(repairs):
            group = self._referred(repair.same_defect_as, index)
            text = self._texts[index]
            if group is None and text:
                group = first_of.get(text, index)
            if group is not None and text:
                first_of.setdefault(text, group)
            self._groups.append(group)
        self.current_group = self._current(current, first_of)
        self.alike_pairs = self._alike_pairs(repairs)
        self.alike_to_current = self._alike_to_current(repairs, current)

    def group(self, index: int) -> int | None:
        """Return the first repair with the defect of repair `index`."""
        return self._groups[index]

    def _referred(self, number: int | None, limit: int) -> int | None:
        """Return the group of repair `number` (from 1) if it is earlier than `limit`."""
        if number is None or number > limit:
            return None
        group = self._groups[number - 1]
        if group is None:
            self._groups[number - 1] = group = number - 1
        return group

    def _current(self, current: CurrentDefect | None, first_of: dict[str, int]) -> int | None:
        if current is None:
            return None
        referred = self._referred(current.same_defect_as, len(self._groups))
        if referred is not None:
            return referred
        return first_of.get(plain(current.description or ""))

    def _alike_pairs(self, repairs: Sequence[Repair]) -> tuple[tuple[int, int], ...]:
        """Return pairs (earlier, later) of repairs whose texts are alike though not the same."""
        firsts = [i for i, group in enumerate(self._groups) if group == i and self._texts[i]]
        firsts = firsts[:_MOST_COMPARED]
        return tuple(
            (one, other)
            for position, other in enumerate(firsts)
            for one in firsts[:position]
            if alike(repairs[one].defect or "", repairs[other].defect or "")
        )

    def _alike_to_current(
        self, repairs: Sequence[Repair], current: CurrentDefect | None
    ) -> tuple[int, ...]:
        """Return the repairs that the present defect resembles, if it is the same as none."""
        if current is None or not current.description or self.current_group is not None:
            return ()
        return tuple(
            index
            for index, repair in enumerate(repairs[:_MOST_COMPARED])
            if repair.defect and alike(repair.defect, current.description)
        )
