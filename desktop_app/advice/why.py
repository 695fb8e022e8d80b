"""«Почему этот абзац?» in words: the rule, the answers, the article; and what is absent."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.advice.verdict import norms
from desktop_app.case.model import Case
from desktop_app.interview.entry import said_answer
from desktop_app.interview.flow import is_asked
from desktop_app.interview.form import Place, question_at
from desktop_app.interview.rows import row_name
from desktop_app.interview.told import rows_of
from desktop_app.law.parameters import Law, Provision
from desktop_app.letter.why import Reason, Why
from desktop_app.russian.typography import tidy

_CITED = re.compile(
    r"(?:(?:абз|п)\.[\s\u00a0][\d, \u00a0]+)*ст\.[\s\u00a0]\d+(?:\.\d+)?(?= Закона|\)|,)"
)
ALWAYS = "Этот абзац есть в каждом письме этого вида."


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer behind words of the letter: its question, what was answered, where it is asked."""

    label: str
    said: str
    path: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a paragraph stands: `because` in sentences, the answers, the articles in plain words.

    `cited` are articles that the law of this program has no plain words for.
    """

    because: tuple[str, ...]
    answers: tuple[Answer, ...]
    articles: tuple[Provision, ...]
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """Words that the letter could have and has not: what they are about and why not."""

    name: str
    sentence: str
    path: str


def first_asked(paths: Iterable[str], case: Case) -> str:
    """Return the first of these answers that the form asks for in this case, or ""."""
    return next((answer.path for answer in _answers(paths, case)), "")


def explained(
    why: Why, told: tuple[str, int], text: str, case: Case, law: Law, day: date
) -> Explained:
    """Return why a paragraph is in the letter; `day` chooses the law's wording.

    `told` is its part and number, `text` what it says: the articles it cites are explained too.
    """
    part, paragraph = told
    reasons = why.reasons(part, paragraph)
    paths = (*why.answers(part, paragraph), *(path for r in reasons for path in r.answers))
    own = (one.replace("\u00a0", " ") for one in _CITED.findall(text))
    citations = tuple(dict.fromkeys((*(r.citation for r in reasons if r.citation), *own)))
    articles = {norm.name: norm for one in citations for norm in norms(one, law, day)}
    return Explained(
        because=tuple(_sentences(reasons)),
        answers=tuple(_answers(dict.fromkeys(paths), case)),
        articles=tuple(articles.values()),
        cited=tuple(tidy(one) for one in citations if not norms(one, law, day)),
    )


def absences(why: Why, case: Case) -> tuple[Absent, ...]:
    """Return what is not in the letter, each with the reason and the question that decides.

    What no question of this case decides is left out: the bank's rate of who paid in cash.
    """
    return tuple(
        Absent(_capital(reason.rule), tidy(f"нет: {reason.words}"), path)
        for reason in why.absent
        if (path := first_asked((one.split("[]")[0] for one in reason.answers), case))
    )


def _capital(words: str) -> str:
    return tidy(f"{words[:1].upper()}{words[1:]}")


def _is_there(place: Place, case: Case) -> bool:
    """Whether the row of an answer is still in the case."""
    if place.row is None:
        return True
    return place.row < len(rows_of(case, place.path.split("[")[0]))


def _sentences(reasons: Iterable[Reason]) -> Iterator[str]:
    told = tuple(dict.fromkeys(reason.words for reason in reasons))
    if not told:
        yield tidy(ALWAYS)
        return
    for words in told:
        yield f"{_capital(words)}."


def _answers(paths: Iterable[str], case: Case) -> Iterator[Answer]:
    """Yield the answers that the form asks for in this case, each once."""
    for path in paths:
        place = question_at(path)
        if place is None or place.path != path or not _is_there(place, case):
            continue
        if is_asked(case, place.question, place.row):
            row = row_name(place)
            label = f"{row}. {place.question.label}" if row else place.question.label
            yield Answer(label, said_answer(case, place.question, place.row), path)
