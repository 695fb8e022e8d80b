"""«Тот же недостаток?»: an earlier repair, «нет», or nothing said; equal words decide alone.

The contract keeps the number of the earlier repair, null for «другой». That «другой» was said and
not merely left is remembered with what there is none of.
"""

from desktop_app.assessment.defects import plain
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.interview.question import Question
from desktop_app.interview.told import value_of

OTHER_DEFECT = 0


def same_by_words(case: Case, row: int | None) -> int | None:
    """Return the number of the first earlier repair told in the same words.

    `row` is the repair from 0, None for the present defect.
    """
    repairs = case.repairs or ()
    if row is None:
        told = case.current_defect.description if case.current_defect else None
    else:
        told = repairs[row].defect
    words = plain(told or "")
    earlier = enumerate(repairs[:row], start=1)
    return next((n for n, repair in earlier if words and plain(repair.defect or "") == words), None)


def same_as(case: Case, question: Question, row: int | None) -> int | None:
    """Return the earlier repair, `OTHER_DEFECT`, or None where nothing is said."""
    told = value_of(case, question, row)
    if told is not None:
        return int(told)
    by_words = same_by_words(case, row)
    if by_words is not None:
        return by_words
    return OTHER_DEFECT if question.path_at(row) in case.answers.no_document else None


def rooted(case: Case) -> Case:
    """Return the case in which no repair refers to a later one: the first of the same leads.

    A row that was moved before the one it refers to says the same the other way round.
    """
    for index in range(len(case.repairs or ())):
        repairs = case.repairs or ()
        other = (repairs[index].same_defect_as or 0) - 1
        if not index < other < len(repairs):
            continue
        case = replaced(case, f"repairs[{index}].same_defect_as", None)
        for later in range(index + 1, len(repairs)):
            if later == other or repairs[later].same_defect_as == other + 1:
                case = replaced(case, f"repairs[{later}].same_defect_as", index + 1)
    return case
