"""The round mark before a step: a tick, an exclamation mark, or its number."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop_app.interview.check import StepState
from desktop_app.window.look.icons import drawn
from desktop_app.window.look.theme import Theme

_SHARE = 0.66


def step_mark(number: int, state: StepState, current: bool, theme: Theme, ratio: float) -> QIcon:
    """Return the mark; `ratio` is the screen's pixels for one of ours."""
    c, side = theme.colours, round(theme.sizes.wide + 2)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill, edge, ink, sign = _look(number, state, current, theme)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), 1.5))
    area = QRectF(1, 1, side - 2, side - 2)
    painter.drawEllipse(area)
    if not sign.isdigit():
        inside = round(side * _SHARE)
        at = round((side - inside) / 2)
        painter.drawPixmap(at, at, drawn(sign, ink, inside, ratio))
        painter.end()
        return QIcon(picture)
    font = painter.font()
    font.setPixelSize(round(theme.sizes.small))
    font.setBold(state is not StepState.not_started or current)
    painter.setFont(font)
    painter.setPen(QColor(ink or c.ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return QIcon(picture)


def _look(number: int, state: StepState, current: bool, theme: Theme) -> tuple[str, str, str, str]:
    """Return fill, edge, ink and the number or the icon of the mark."""
    c = theme.colours
    if current:
        return c.accent, c.accent, c.on_accent, str(number)
    if state is StepState.done:
        return c.good, c.good, c.card, "done"
    if state is StepState.has_questions:
        return "", c.care, c.care, "attention"
    return "", c.field_line, c.soft, str(number)
