"""What a template's tags look like in its paragraphs, checked before docxtpl sees them.

docxtpl throws away the text that stands beside a `{%p` tag, takes a Cyrillic р
for a name and lets an unclosed brace swallow pages: silently. Here the person
who edits the template is told, with the paragraph.
"""

import re
from typing import Any

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.parts import W_P, W_T, W_TR, W, paragraph_text

_DELIMITER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WHOLE = re.compile(r"\{[%#](p|tr) ")
_UNSUPPORTED = re.compile(
    r"\{\{(?:p|r|tr|tc)\s|\{[%#](?:r|tc)\s|\{%\s*(?:colspan|cellbg|vm|hm|raw|endraw)\b"
)
_DASHED = re.compile(r"\{[{%#][-+–—−]|[-+–—−][}%#]\}")
_MISSPELT = re.compile(r"\{%\s*[рР]\s|\{%\s+(?:p|tr)\s|\{%(?:p|tr)[^\s\w]|\{%т[рr]\s")
# Fields that read a file, or what the computer knows of itself and its user.
_READING_FIELDS = {
    *("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "FILENAME", "TEMPLATE", "RD"),
    *("DDE", "DDEAUTO", "DATABASE", "LINK", "MACROBUTTON"),
    *("USERNAME", "USERADDRESS", "USERINITIALS", "AUTHOR", "LASTSAVEDBY"),
}
_WORD = re.compile(r"\{%\s*(\w+)")


def check_tags(root: Any) -> list[str]:
    """Check every paragraph of a normalised part and return their texts, in order.

    Raises TemplateError at the first tag that would be misread.
    """
    texts = [_checked_paragraph(paragraph) for paragraph in root.iter(W_P)]
    _check_elsewhere(root)
    return texts


def _checked_paragraph(paragraph: Any) -> str:
    text = paragraph_text(paragraph)
    if "{" in text or "}" in text:
        try:
            _check(paragraph, text)
        except TemplateError as error:
            raise TemplateError(error.what, paragraph=text) from None
    return text


def _check(paragraph: Any, text: str) -> None:
    if _DELIMITER.search(_TAG.sub("", text)):
        raise TemplateError(
            "тег не закрыт: у каждой «{{» должна быть «}}», у «{%» – «%}» в том же абзаце."
        )
    tags = _TAG.findall(text)
    for tag in tags:
        _check_spelling(tag)
    whole = [found for tag in tags if (found := _WHOLE.match(tag))]
    if whole:
        _check_alone(paragraph, text, whole[0][1])
    else:
        _check_blocks(tags)


def _check_spelling(tag: str) -> None:
    if _MISSPELT.match(tag):
        raise TemplateError(
            f"тег «{tag}» написан неверно: нужно «{{%p … %}}» или «{{%tr … %}}», "
            "латинскими буквами, без пробела после «{%» и с обычным пробелом после буквы."
        )
    if _DASHED.search(tag):
        raise TemplateError(f"в теге «{tag}» лишний знак у скобки: уберите тире или плюс.")
    if _UNSUPPORTED.match(tag):
        raise TemplateError(f"тег «{tag}» не поддерживается.")


def _check_alone(paragraph: Any, text: str, kind: str) -> None:
    """A `{%p` tag takes its whole paragraph away, a `{%tr` tag its whole row."""
    if kind == "p":
        if not _TAG.fullmatch(text.strip()):
            raise TemplateError("тег «{%p … %}» должен стоять в абзаце один: текст рядом пропадёт.")
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            raise TemplateError("тег «{%p … %}» стоит у разрыва раздела, и разрыв пропадёт.")
        return
    row = next(paragraph.iterancestors(W_TR), None)
    if row is None:
        raise TemplateError("тег «{%tr … %}» стоит не в таблице.")
    row_text = "".join(paragraph_text(each) for each in row.iter(W_P))
    if not _TAG.fullmatch(row_text.strip()):
        raise TemplateError("тег «{%tr … %}» должен стоять в строке один: текст рядом пропадёт.")


def _check_blocks(tags: list[str]) -> None:
    depth = 0
    for tag in tags:
        found = _WORD.match(tag)
        word = found[1] if found else ""
        depth += (word in ("if", "for")) - (word in ("endif", "endfor"))
        if depth < 0 or (word in ("else", "elif") and not depth):
            break
    else:
        if not depth:
            return
    raise TemplateError(
        "«{% if %}» и «{% endif %}» (или «{% for %}» и «{% endfor %}») стоят в разных абзацах. "
        "Для целых абзацев пишите «{%p if … %}» и «{%p endif %}», каждый в своём абзаце."
    )


def _check_elsewhere(root: Any) -> None:
    for element in root.iter(W + "instrText", W + "fldSimple"):
        code = (element.get(W + "instr") or element.text or "").split()
        if code and code[0].upper() in _READING_FIELDS:
            raise TemplateError(
                f"в файле есть поле Word «{code[0]}»: оно читает файлы или сведения с компьютера, "
                "где откроют письмо. Уберите его."
            )
    for element in root.iter():
        if element.tag == W_T and next(element.iterancestors(W_P), None) is None:
            raise TemplateError("файл повреждён: в нём есть текст вне абзацев.")
        texts = [*element.attrib.values(), element.text or "" if element.tag != W_T else ""]
        if any(_DELIMITER.search(text) for text in texts):
            raise TemplateError("тег стоит не в тексте абзаца (в поле, рисунке или ссылке).")
