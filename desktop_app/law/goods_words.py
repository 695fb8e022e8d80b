"""Finding an everyday word for goods in what a person types.

Two questions of different strictness: what may be meant (`search`, for a list to choose from) and
what is named for sure (`classify`). Nothing here knows the law.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+")
_LONGEST_TEXT = 200
_PURPOSE = frozenset({"для", "к", "под"})
_ENDING = 2
"""Letters that a Russian ending may change: «машина», «машиной»."""
_SHORTEST_STEM = 4
_SHORTEST_PART = 3
_LIKENESS = 0.75
_LONGEST_MISSPELT = 30

Rank = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoodsMatch:
    """An everyday word for goods and its place in the List.

    `category` is an item of the List or `other`; `status` is `listed`, `not_listed` or `disputed`
    (then `category` is the item in question); `note` is said to the person.
    """

    word: str
    category: str
    status: str
    note: str | None


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, ё as е, without signs; of its first 200 letters."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_TEXT]).lower().replace("ё", "е")
    return tuple(_WORD.findall(plain))


class Vocabulary:
    """The everyday words, ready to be compared."""

    def __init__(self, matches: Iterable[GoodsMatch]) -> None:
        self._entries = [(words_of(match.word), match) for match in matches]

    def search(self, text: str, limit: int) -> tuple[GoodsMatch, ...]:
        """Return at most `limit` words that may be meant, the likeliest first."""
        asked = words_of(text)
        if not asked:
            return ()
        ranked = [(rank, match) for words, match in self._entries if (rank := _rank(words, asked))]
        ranked.sort(key=lambda pair: pair[0])
        found = [match for _, match in ranked] or self._misspelt(asked)
        return tuple(found[: max(limit, 0)])

    def classify(self, text: str) -> GoodsMatch | None:
        """Return the word that the text names for sure, or None."""
        asked = words_of(text)
        end = next((n for n, word in enumerate(asked) if n and word in _PURPOSE), len(asked))
        named = [
            (words, match)
            for words, match in self._entries
            if set(words) <= set(asked) and _first(words, asked) < end
        ]
        fullest = [
            (_first(words, asked), -len(words), n)
            for n, (words, _) in enumerate(named)
            if not any(set(words) < set(others) for others, _ in named)
        ]
        return named[min(fullest)[2]][1] if fullest else None

    def _misspelt(self, asked: tuple[str, ...]) -> list[GoodsMatch]:
        """Return the entries whose spelling is near: the whole text first, then one word of it."""
        typed = {" ".join(asked), *asked}
        near: dict[GoodsMatch, float] = {}
        for part in (t for t in typed if _SHORTEST_STEM <= len(t) <= _LONGEST_MISSPELT):
            compared = SequenceMatcher(b=part)
            for words, match in self._entries:
                near[match] = max(near.get(match, 0.0), _likeness(compared, " ".join(words)))
        return sorted((m for m in near if near[m] >= _LIKENESS), key=lambda m: -near[m])


def _likeness(compared: SequenceMatcher[str], word: str) -> float:
    """Return how alike the two spellings are, 0 to 1; what is surely far apart is 0."""
    compared.set_seq1(word)
    if min(compared.real_quick_ratio(), compared.quick_ratio()) < _LIKENESS:
        return 0.0
    return compared.ratio()


def _first(words: tuple[str, ...], asked: tuple[str, ...]) -> int:
    """Return where in the text the first of the words stands; all of them do stand there."""
    return min(asked.index(word) for word in words)


def _rank(words: tuple[str, ...], asked: tuple[str, ...]) -> Rank | None:
    """Return how well an entry fits what is asked, less being better; None for not at all."""
    if words == asked:
        return (0,)
    if set(words) <= set(asked):
        return (1, -len(words), _first(words, asked))
    if all(any(word.startswith(part) for word in words) for part in asked):
        return (2, not words[0].startswith(asked[0]), len("".join(words)))
    if all(any(_akin(word, other) for other in asked) for word in words):
        return (3, -len(words))
    part = " ".join(asked)
    if len(part) >= _SHORTEST_PART and part in " ".join(words):
        return (4, len("".join(words)))
    return None


def _akin(word: str, other: str) -> bool:
    """Say whether two words differ in their endings only."""
    stem = max(len(word), len(other)) - _ENDING
    return stem >= _SHORTEST_STEM and word[:stem] == other[:stem]
