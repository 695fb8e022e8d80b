"""Styles with their inheritance: document defaults, `basedOn`, and what stands on top."""

from typing import Any, Final

from desktop_app.paper.missing import NotShown
from desktop_app.paper.model import Face, Shape, TabStop
from desktop_app.paper.package import W
from desktop_app.paper.properties import Said, ThemeFonts, element_properties
from desktop_app.paper.values import attribute, child, switched_on, val

_DEEPEST: Final = 30
_FACE: Final = frozenset(Face.__dataclass_fields__)
_SHAPE: Final = frozenset(Shape.__dataclass_fields__)


class Styles:
    """The style sheet of one file; without a `w:styles` element, Word's own defaults."""

    def __init__(self, root: Any, fonts: ThemeFonts, missing: NotShown) -> None:
        self._elements: dict[str, Any] = {}
        self._default: dict[str, str] = {}
        self._fonts = fonts
        self._missing = missing
        self._known: dict[str, tuple[Said, Said]] = {}
        self._faces: dict[tuple[Any, ...], Face] = {}
        for style in () if root is None else root.iterchildren(W + "style"):
            name = attribute(style, "styleId") or ""
            self._elements[name] = style
            marked = attribute(style, "default")
            if marked in ("1", "true", "on"):
                self._default.setdefault(attribute(style, "type") or "paragraph", name)
        defaults = child(root, "docDefaults")
        self._shape = element_properties(child(defaults, "pPrDefault"), fonts, missing)[0]
        self._face = element_properties(child(defaults, "rPrDefault"), fonts, missing)[1]

    def default(self, kind: str) -> str:
        """Return the style that a `kind` ("paragraph", "table") takes when none is named."""
        return self._default.get(kind, "")

    def said(self, style: str) -> tuple[Said, Said]:
        """Return what a style says of paragraphs and of runs, with all that it is based on."""
        if style not in self._known:
            shape: Said = {}
            face: Said = {}
            for element in reversed(self.chain(style)):
                of_shape, of_face = element_properties(element, self._fonts, self._missing)
                shape = over(shape, of_shape)
                face |= of_face
            self._known[style] = shape, face
        return self._known[style]

    def chain(self, style: str) -> list[Any]:
        """Return the style's element and those it is based on, itself first; circles are cut."""
        found: list[Any] = []
        while style in self._elements and len(found) < _DEEPEST:
            element = self._elements[style]
            if element in found:
                break
            found.append(element)
            style = val(element, "basedOn") or ""
        return found

    def shape(self, *layers: Said) -> Shape:
        """Return the shape of a paragraph: the document's defaults under `layers`."""
        said = self._shape
        for layer in layers:
            said = over(said, layer)
        fields: Said = {key: value for key, value in said.items() if key in _SHAPE}
        stops = said.get("tabs", {}).values()
        fields["tabs"] = tuple(sorted((stop for stop in stops if stop), key=_place))
        return Shape(**fields)

    def face(self, *layers: Said) -> Face:
        """Return the face of a run: the document's defaults under `layers`."""
        said: Said = {"family": "Times New Roman", "size": 20} | self._face
        for layer in layers:
            said |= layer
        key = tuple(sorted((name, value) for name, value in said.items() if name in _FACE))
        if key not in self._faces:
            self._faces[key] = Face(**dict(key))
        return self._faces[key]


def over(under: Said, upper: Said) -> Said:
    """Return `upper` laid over `under`; tab stops are added, or cleared, one by one."""
    merged = under | upper
    if "tabs" in under and "tabs" in upper:
        merged["tabs"] = under["tabs"] | upper["tabs"]
    return merged


def _place(stop: TabStop) -> int:
    return stop.at


def even_pages(settings: Any) -> bool:
    """Return whether even pages have headers of their own."""
    element = child(settings, "evenAndOddHeaders")
    return element is not None and switched_on(element)
