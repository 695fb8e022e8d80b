"""What does not work on the day of the claim."""

from desktop_app.case.model import CurrentDefect
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import day, in_brackets, sentence_end
from desktop_app.letter.matter import Matter, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.lists import joined

_PATH = "current_defect.description"


def _current(matter: Matter) -> CurrentDefect:
    return matter.case.current_defect or CurrentDefect()


def _paragraphs(matter: Matter) -> list[str]:
    lines = (_current(matter).description or "").split("\n")
    return [line.strip() for line in lines if line.strip()]


def _first(matter: Matter) -> Phrase | None:
    lines = _sentences(matter)
    return lines[0] if lines else None


def _sentences(matter: Matter) -> list[Phrase]:
    """The typed paragraphs; only the last one gets the full stop that it may lack."""
    lines = _paragraphs(matter)
    ends = [*([""] * (len(lines) - 1)), sentence_end(lines[-1])] if lines else []
    pairs = zip(lines, ends, strict=True)
    return [Phrase([Text(unbroken(line), _PATH), end]) for line, end in pairs]


def _repairs(numbers: tuple[int, ...]) -> Text | None:
    """«ремонт № 1», «ремонты № 1 и № 3»."""
    if not numbers:
        return None
    word = "ремонт" if len(numbers) == 1 else "ремонты"
    told = joined([f"№\u00a0{number}" for number in numbers])
    return Text(f"{word} {told}", "current_defect.same_defect_as")


def _removed_in(matter: Matter) -> Text | None:
    return _repairs(matter.assessment.current_removed_in)


def _asked_in(matter: Matter) -> Text | None:
    return _repairs(matter.assessment.current_same_as)


def _act(matter: Matter) -> Phrase | None:
    act = _current(matter).diagnostic_act
    if not act:
        return None
    path = "current_defect.diagnostic_act"
    annex = in_brackets(matter, path)
    return Phrase([Text(unbroken(act), path), annex or "", "." if annex else sentence_end(act)])


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field("недостаток.описание", "Нынешний недостаток, первый абзац, с точкой", _first),
        Field(
            "недостаток.замечен",
            "«10 ноября 2026 года»",
            lambda m: day(_current(m).noticed_on, "current_defect.noticed_on"),
        ),
        Field("недостаток.ремонты", "«ремонт № 2»: после которых он вернулся", _removed_in),
        Field("недостаток.обращения", "«ремонт № 2»: когда с ним обращались", _asked_in),
        Field("недостаток.документ", "Акт диагностики с номером приложения и точкой", _act),
    ),
    conditions=(
        Condition(
            "недостаток_сейчас",
            "товар неисправен на день претензии",
            "нынешний недостаток не назван",
            (_PATH,),
            lambda m: _first(m) is not None or _asked_in(m) is not None,
        ),
        Condition(
            "описание_недостатка",
            "сказано, что не работает",
            "не сказано, что не работает",
            (_PATH,),
            lambda m: _first(m) is not None,
            within="недостаток_сейчас",
        ),
        Condition(
            "недостаток_замечен",
            "сказано, когда недостаток замечен",
            "не сказано, когда недостаток замечен",
            ("current_defect.noticed_on",),
            lambda m: _current(m).noticed_on is not None,
            within="недостаток_сейчас",
        ),
        Condition(
            "недостаток_вернулся",
            "это тот же недостаток, который уже устраняли",
            "этот недостаток раньше не устраняли",
            ("current_defect.same_defect_as",),
            lambda m: _removed_in(m) is not None,
            "абз. 9 п. 1 ст. 18",
            within="недостаток_сейчас",
        ),
        Condition(
            "недостаток_заявляли",
            "с этим недостатком вы уже обращались, но его не устранили",
            "с этим недостатком раньше не обращались, либо его устранили",
            ("current_defect.same_defect_as", "repairs[].outcome"),
            lambda m: _asked_in(m) is not None and _removed_in(m) is None,
            within="недостаток_сейчас",
        ),
        Condition(
            "акт_диагностики",
            "есть акт диагностики",
            "акта диагностики нет",
            ("current_defect.diagnostic_act",),
            lambda m: bool(_current(m).diagnostic_act),
            "п. 5 ст. 18",
            within="недостаток_сейчас",
        ),
    ),
    rows=(
        Rows(
            "недостаток.продолжение",
            "Следующие абзацы описания",
            lambda m: _sentences(m)[1:],
            fields=(Field("текст", "Абзац", lambda sentence: sentence),),
        ),
    ),
)
