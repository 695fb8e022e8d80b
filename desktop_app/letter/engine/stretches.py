"""Stretches of a template's XML: may they be left out or repeated, is a tag left in them?"""

import re
from collections.abc import Sequence

from jinja2 import nodes

from desktop_app.letter.engine.faults import TemplateError

_XML_TAG = re.compile(r"<(/?)([\w:]+)[^>]*?(/?)>")
_DELIMITER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def require_no_delimiters(tree: nodes.Template) -> None:
    """Raise TemplateError when a brace of a tag stands in what would be printed as text."""
    for data in tree.find_all(nodes.TemplateData):
        if _DELIMITER.search(_XML_TAG.sub("", data.data)):
            raise TemplateError("в тексте осталась скобка тега.", line=data.lineno)


def require_whole(body: Sequence[nodes.Node], line: int) -> None:
    """Raise TemplateError unless the stretch can be left out, or repeated, in well-formed XML."""
    closed: list[str] = []
    opened: list[str] = []
    for node in body:
        if not isinstance(node, nodes.Output):
            continue
        data = "".join(p.data for p in node.nodes if isinstance(p, nodes.TemplateData))
        for slash, name, empty in _XML_TAG.findall(data):
            if empty:
                continue
            if not slash:
                opened.append(name)
            elif opened:
                opened.pop()
            else:
                closed.append(name)
    if closed != opened[::-1]:
        raise TemplateError(
            "условие или повторение начато и закончено в разных местах: "
            "например, в тексте и в ссылке или в разных частях таблицы.",
            line=line,
        )
