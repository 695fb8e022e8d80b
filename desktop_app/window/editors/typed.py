"""What the fields have in common into which one types."""

from desktop_app.window.editors.base import Editor


class TypedEditor(Editor):
    """A field of text. Each key press is read; the usual form is shown when the field is left."""

    _known = ""
    _telling = False
    _typing = False

    @property
    def typing(self) -> bool:
        """Whether something was typed since the field was entered."""
        return self._typing

    def written(self) -> str:
        """Return what stands in the field."""
        raise NotImplementedError

    def write(self, text: str) -> None:
        """Put text into the field."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the answer, unless it is what the person is typing: then the text stays."""
        if self._telling or not self.is_there():
            return
        text = self.text_in_case()
        if text != self._known or not self._typing:
            self._show(text)

    def tell(self) -> None:
        """Tell the session what has been typed so far."""
        if not self.is_there():
            return
        self._typing = self._telling = True
        try:
            self.session.type(self.question, self.row, self.written())
        finally:
            self._telling = False
        self._known = self.text_in_case()
        self.edited.emit()

    def settle(self) -> None:
        """Show the usual form of what was typed: the person is done with the field."""
        if self._typing and self.is_there():
            self._show(self.text_in_case())
            self.session.settle()
        self.left.emit()

    def _show(self, text: str) -> None:
        self._known, self._typing = text, False
        if self.written() != text:
            self.write(text)
