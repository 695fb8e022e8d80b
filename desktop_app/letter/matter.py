"""What one letter is made from: a case, what the law says of it, and which copy it is."""

import re
from base64 import b32encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal

from desktop_app.assessment.grounds import relied_on
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment, Ground
from desktop_app.assessment.wording import gender_of_person
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case
from desktop_app.case.model import Case, FormMemory
from desktop_app.letter.annexes import Annex, annexes
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.engine.pictures import Picture
from desktop_app.russian.gendered import word
from desktop_app.russian.names import Gender

# What stays with the word before it: «№ 5», «д. 4», «кв. 18», «ул. Мира», «г. Пермь».
_KEPT = re.compile(
    r"(№|\b(?:д|кв|корп|стр|оф|пом|к|ул|пр|просп|пер|пл|наб|ш|бул|мкр)\.|\bг\.(?= (?-i:[А-ЯЁ])))"
    r" (?=\S)",
    re.IGNORECASE,
)
Copy = Literal["seller", "consumer"]
BLANK = "_" * 20
_CLEAR = str.maketrans("IO", "89")


@dataclass(frozen=True, slots=True)
class Advised:
    """One thing that a person is told to do: its heading, how, and the article if any."""

    title: str
    text: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """What only the sheets beside the claim show: the picture of the days, the advice.

    `sheets` are the names of the sheets of the packet, `steps` what to do, `days` what follows
    from the day of receipt (received, last day of the answer, first of the penalty),
    `warnings` what to mind.
    """

    picture: Picture | None = None
    sheets: tuple[str, ...] = ()
    steps: tuple[Advised, ...] = ()
    days: tuple[tuple[str, str, str], ...] = ()
    warnings: tuple[str, ...] = ()


NOTHING_ASIDE = Aside()


@dataclass(frozen=True)
class Matter:
    """The facts and the law of one letter; `draft` rules blanks where facts are missing."""

    case: Case
    assessment: Assessment
    kind: Kind
    copy: Copy = "seller"
    draft: bool = False
    aside: Aside = NOTHING_ASIDE

    @cached_property
    def gender(self) -> Gender | None:
        """The buyer's gender, None where nothing shows it."""
        return gender_of_person(self.case.buyer)

    def gendered(self, key: str) -> str:
        """Return the buyer's form of a word."""
        return word(key, self.gender)

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds that the letter rests on."""
        return relied_on(self.assessment.grounds, self.kind.grounds, self.case.answers.day_count)

    @cached_property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes in the order of their numbers."""
        return annexes(self.case, self.kind, self.assessment)

    @cached_property
    def mark(self) -> str:
        """The mark of one making: the same facts give the same, other facts another one."""
        bare = self.case
        for path, nothing in (("id", None), ("delivery", None), ("answers", FormMemory())):
            bare = replaced(bare, path, nothing)
        told = f"{self.kind.id} {self.assessment.law_as_of} {self.case.answers.day_count} "
        digest = sha256(told.encode() + dump_case(bare)).digest()
        letters = b32encode(digest)[:6].decode("ascii").translate(_CLEAR)
        return f"{letters[:3]}-{letters[3:]}"

    def annex(self, path: str) -> Text | None:
        """Return «приложение № 3» for the answer at `path` that names a document."""
        for annex in self.annexes:
            if path in annex.paths:
                return Text(f"приложение №\u00a0{annex.number}", path)
        return None

    def needed(self, value: str | None, path: str) -> Text:
        """Return an answer without which there is no letter; in a draft a ruled blank."""
        if value:
            return Text(unbroken(value), path)
        return Text(BLANK if self.draft else "", path, blank=self.draft)


def told(value: str | None, path: str) -> Text | None:
    """Return an answer as it was typed, None where there is none."""
    return Text(unbroken(value), path) if value else None


def unbroken(typed: str) -> str:
    """Return typed text in which no line ends after «№», «кв.» or «ул.»: only a space changes."""
    return _KEPT.sub("\\g<1>\u00a0", typed)
