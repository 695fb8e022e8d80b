"""Filling: a matter, a template and its words → the Word file with its spans."""

from pathlib import Path

from desktop_app.letter.engine.template import (
    Filled,
    Picture,
    Properties,
    TemplateError,
    open_template,
)
from desktop_app.letter.fields.parties import buyer_genitive
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Vocabulary

# ASCII: a system whose file names are not in UTF-8 finds it too.
TEMPLATE = "claim.docx"
TITLE = "Претензия"
# Without these no claim can be read; everything else a template may leave out.
NEEDED = (
    "продавец.кому",
    "покупатель.адрес",
    "товар.название",
    "требования[].сумма",
    "письмо.дата",
    "подпись.инициалы",
)

ONE_OF = (("покупатель.фио", "покупатель.фио_родительный"),)


def fill(
    matter: Matter,
    template: Path,
    vocabulary: Vocabulary[Matter],
    needed: tuple[str, ...],
    title: str,
) -> Filled:
    """Return a filled document; `needed` are the fields without which it is none.

    Raises TemplateError where the template is broken or a value did not reach the output.
    """
    compiled = open_template(template)
    missing = [name for name in needed if name not in compiled.names]
    if missing:
        raise TemplateError(
            f"нет поля «{missing[0]}»: без него это не «{title}».", template=template.name
        )
    return compiled.fill(vocabulary.context(matter), _properties(matter, title), _pictures(matter))


def _pictures(matter: Matter) -> dict[str, Picture]:
    picture = matter.aside.picture
    return {"картинка.дни": picture} if picture is not None else {}


def _properties(matter: Matter, title: str) -> Properties:
    """Return the document's properties: no machine, no user, the letter's day."""
    buyer = matter.case.buyer
    author = " ".join(part for part in (buyer.surname, buyer.given_name) if part)
    return Properties(
        title=title,
        author=author,
        created=matter.assessment.law_as_of,
        subject="" if buyer_genitive(matter) is None else f"от {buyer_genitive(matter)}",
    )
