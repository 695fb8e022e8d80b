"""The last look at a letter: the finished bytes are read again, and every value must be there."""

import io
import zipfile
from collections.abc import Collection, Sequence

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.package import CORE
from desktop_app.letter.engine.parts import W_P, paragraph_text, parse
from desktop_app.letter.engine.scan import Span

_LOST = "готовый документ не прошёл проверку: {what}. Это ошибка программы; документ не создан."


def verify(docx: bytes, rendered: Collection[str], spans: Sequence[Span]) -> None:
    """Require each span's text at its place in the bytes; raises TemplateError if it isn't.

    `rendered` names the parts that were filled. They, and the properties, must
    be well-formed, and the zip's sums must be right.
    """
    by_part: dict[str, list[Span]] = {name: [] for name in rendered}
    for span in spans:
        by_part[span.part].append(span)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parse(archive.read(CORE))
        for name, own in by_part.items():
            try:
                root = parse(archive.read(name))
            except TemplateError as error:
                raise TemplateError(_LOST.format(what=f"часть {name} повреждена")) from error
            _require(list(root.iter(W_P)), own)


def _require(paragraphs: Sequence[object], spans: Sequence[Span]) -> None:
    texts: dict[int, str] = {}
    for span in spans:
        number = span.paragraph
        if number not in texts:
            known = number < len(paragraphs)
            texts[number] = paragraph_text(paragraphs[number]) if known else ""
        text = texts[number]
        if len(text) < span.end or text[span.start : span.end] != span.text:
            what = f"значение «{span.text[:80]}» стоит не на своём месте"
            raise TemplateError(_LOST.format(what=what), paragraph=text)
