"""From Word's tags to Jinja's source: the one place that knows docxtpl.

docxtpl turns the tags that people type in Word into Jinja's source. What it
does to the *rendered* text is not used: it would read a person's own braces
and line breaks as its own.
"""

import io
import re
from typing import Any


def syntax_fault(message: str) -> str:
    """Say in Russian what Jinja's English sentence about a tag means."""
    tag = re.match(r"Encountered unknown tag '(\w+)'", message)
    if "looking for" in message or (tag and tag[1] in ("endif", "endfor", "else", "elif")):
        return (
            "условия и повторения не сходятся: у каждого «if» должен быть свой «endif», "
            "у каждого «for» – свой «endfor»."
        )
    if tag:
        return f"неизвестный тег «{tag[1]}»."
    return "тег написан с ошибкой: проверьте скобки, точки и имена."


def jinja_source(xml: str) -> str:
    """Return docxtpl's reading of a part, one paragraph a line so that errors find theirs."""
    # Costs 0.13 s, and a program that only shows its window needs none of it.
    from docxtpl.template import DocxTemplate

    lines = xml.replace("<w:p>", "\n<w:p>")
    docxtpl: Any = DocxTemplate(io.BytesIO())
    return str(docxtpl.patch_xml(lines))
