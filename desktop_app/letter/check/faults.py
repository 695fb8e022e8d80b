"""A fault of a template: what is wrong, and where it stands."""

from dataclasses import dataclass

_AROUND = 70


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a template: number `index` of part `part`; `where` says it in words."""

    part: int
    index: int
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, at letter `at` of a paragraph; without a paragraph it is of the whole file."""

    what: str
    paragraph: Paragraph | None = None
    at: int = 0

    @property
    def order(self) -> tuple[int, int, int]:
        """What faults are sorted by: as they stand in the file, those of the whole file last."""
        if self.paragraph is None:
            return 1_000_000, 0, 0
        return self.paragraph.part, self.paragraph.index, self.at

    def __str__(self) -> str:
        if self.paragraph is None:
            return self.what[:1].upper() + self.what[1:]
        where = self.paragraph.where
        return f"{where[:1].upper()}{where[1:]}, абзац «{self._excerpt()}»: {self.what}"

    def _excerpt(self) -> str:
        """Return the paragraph's text about the fault, on one line."""
        text = self.paragraph.text if self.paragraph else ""
        start, end = max(0, self.at - _AROUND), self.at + 2 * _AROUND
        before, after = "…" if start else "", "…" if end < len(text) else ""
        return before + " ".join(text[start:end].split()) + after
