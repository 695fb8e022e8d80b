"""The theme as Qt's style sheet. Widgets say what they are with the property `role`.

Roles of labels: title, lead, label, hint, said, problem, small, section, soft.
Roles of buttons: main, plain, link, quiet, danger. Roles of frames: card, good,
care, bad, accent, desk, paper, bar, steps, line.
"""

from desktop_app.paths import resource
from desktop_app.window.look.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Return the whole style sheet of the window."""
    return "\n".join(
        (_texts(theme), _frames(theme), _buttons(theme), _fields(theme), _lists(theme))
    )


def _px(value: float) -> str:
    return f"{round(value)}px"


def _tick(theme: Theme) -> str:
    name = "tick-dark.svg" if theme.dark else "tick-light.svg"
    return resource("icons", name).as_posix()


def _down(theme: Theme) -> str:
    return resource("icons", f"down-{'dark' if theme.dark else 'light'}.svg").as_posix()


def _texts(theme: Theme) -> str:
    c, s = theme.colours, theme.sizes
    return f"""
QWidget {{ color: {c.ink}; font-size: {_px(s.text)}; }}
QMainWindow, QDialog, QMessageBox, QScrollArea, QScrollArea > QWidget > QWidget[role="page"]
    {{ background: {c.ground}; }}
QFrame[role="card"] QScrollArea {{ background: transparent; }}
QScrollArea[role="reading"] {{ border: 2px solid transparent; }}
QScrollArea[role="reading"]:focus {{ border: 2px solid {c.accent}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {_px(s.title)}; font-weight: 700; }}
QLabel[role="lead"] {{ font-size: {_px(s.lead)}; color: {c.soft}; }}
QLabel[role="label"], QLabel[role="section"] {{ font-size: {_px(s.lead)}; font-weight: 600; }}
QLabel[role="hint"], QLabel[role="soft"] {{ color: {c.soft}; }}
QLabel[role="said"] {{ color: {c.good}; }}
QLabel[role="problem"] {{ color: {c.bad}; font-weight: 600; }}
QLabel[role="small"] {{ font-size: {_px(s.small)}; color: {c.soft}; }}
QToolTip {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.line};
    padding: {_px(s.hair)}; }}
"""


def _frames(theme: Theme) -> str:
    c, s = theme.colours, theme.sizes
    corner = f"border-radius: {_px(s.card_corner)};"
    return f"""
QFrame[role="card"] {{ background: {c.card}; border: 1px solid {c.line}; {corner} }}
QFrame[role="good"] {{ background: {c.good_soft}; border: 1px solid {c.good}; {corner} }}
QFrame[role="care"] {{ background: {c.care_soft}; border: 1px solid {c.care}; {corner} }}
QFrame[role="bad"] {{ background: {c.bad_soft}; border: 1px solid {c.bad}; {corner} }}
QFrame[role="accent"] {{ background: {c.accent_soft}; border: 1px solid {c.accent}; {corner} }}
QFrame[role="steps"] {{ background: {c.card}; border: none; border-right: 1px solid {c.line}; }}
QFrame[role="desk"] {{ background: {c.desk}; border: none; }}
QFrame[role="bar"] {{ background: {c.card}; border: none; border-top: 1px solid {c.line}; }}
QFrame[role="line"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
"""


def _buttons(theme: Theme) -> str:
    c, s = theme.colours, theme.sizes
    pad = f"padding: {_px(s.near)} {_px(s.gap)}; border-radius: {_px(s.corner)};"
    return f"""
QPushButton {{ background: {c.card}; border: 1px solid {c.field_line}; {pad}
    min-height: {_px(s.target - 2 * s.near - 2)}; }}
QPushButton:hover {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; }}
QPushButton:disabled {{ color: {c.soft}; border-color: {c.line}; }}
QPushButton[role="main"] {{ background: {c.accent}; color: {c.on_accent}; border: none;
    font-size: {_px(s.lead)}; font-weight: 600; padding: {_px(s.near)} {_px(s.wide)}; }}
QPushButton[role="main"]:hover {{ background: {c.accent}; }}
QPushButton[role="main"]:focus {{ border: 2px solid {c.ink}; }}
QPushButton[role="main"]:disabled {{ background: {c.line}; color: {c.soft}; }}
QPushButton[role="link"] {{ background: transparent; border: none; color: {c.accent};
    text-decoration: underline; padding: {_px(s.hair)} 2px; text-align: left;
    min-height: {_px(s.target - 12)}; }}
QPushButton[role="link"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[role="quiet"]:hover {{ background: {c.accent_soft}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[role="danger"] {{ color: {c.bad}; border-color: {c.bad}; }}
"""


def _fields(theme: Theme) -> str:
    c, s = theme.colours, theme.sizes
    # Half of the whole round, its edge of 2 px included: more, and Qt paints a square.
    round_ = round(s.text + 3)
    box = f"background: {c.card}; border: 1px solid {c.field_line}; border-radius: {_px(s.corner)};"
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{ {box}
    padding: {_px(s.near)} {_px(s.near + 2)}; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QLineEdit {{ min-height: {_px(s.target - 2 * s.near - 2)}; }}
QComboBox::drop-down {{ border: none; width: {_px(s.target - s.near)}; }}
QComboBox::down-arrow {{ image: url("{_down(theme)}"); width: {_px(s.text)};
    height: {_px(s.text)}; }}
QComboBox QAbstractItemView::item {{ min-height: {_px(s.target - 4)}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus
    {{ border: 2px solid {c.accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {c.ground}; border-color: {c.line}; }}
*[problem="true"] {{ border: 2px solid {c.bad}; }}
QLineEdit[problem="true"]:focus, QPlainTextEdit[problem="true"]:focus
    {{ border: 3px solid {c.bad}; }}
QRadioButton, QCheckBox {{ spacing: {_px(s.near)}; padding: {_px(s.hair)};
    min-height: {_px(s.target - 12)}; border: 2px solid transparent;
    border-radius: {_px(s.corner)}; }}
QRadioButton:focus, QCheckBox:focus {{ border: 2px solid {c.accent}; }}
QRadioButton::indicator {{ width: {_px(round_)}; height: {_px(round_)};
    border: 2px solid {c.field_line}; border-radius: {_px((round_ + 4) // 2)};
    background: {c.card}; }}
QRadioButton::indicator:checked {{ border-color: {c.accent}; background: qradialgradient(cx:0.5,
    cy:0.5, radius:0.5, fx:0.5, fy:0.5, stop:0 {c.accent}, stop:0.55 {c.accent},
    stop:0.65 {c.card}, stop:1 {c.card}); }}
QCheckBox::indicator {{ width: {_px(s.text + 3)}; height: {_px(s.text + 3)};
    border: 2px solid {c.field_line}; border-radius: 3px; background: {c.card}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url("{_tick(theme)}"); }}
"""


def _lists(theme: Theme) -> str:
    c, s = theme.colours, theme.sizes
    return f"""
QListWidget, QListView, QTableWidget, QTreeView {{ background: {c.card};
    border: 1px solid {c.line}; border-radius: {_px(s.corner)}; gridline-color: {c.line};
    selection-background-color: {c.accent_soft}; selection-color: {c.ink}; outline: none; }}
QListWidget:focus, QTableWidget:focus {{ border: 2px solid {c.accent}; }}
QListWidget::item, QTableWidget::item {{ padding: {_px(s.near)}; }}
QHeaderView::section {{ background: {c.ground}; color: {c.soft}; border: none;
    border-bottom: 1px solid {c.line}; padding: {_px(s.near)}; font-weight: 600; }}
QMenu, QMenuBar {{ background: {c.card}; color: {c.ink}; }}
QMenu::item, QMenuBar::item {{ padding: {_px(s.hair)} {_px(s.gap)}; }}
QMenu::item:selected, QMenuBar::item:selected {{ background: {c.accent_soft}; }}
QMenu::item:disabled {{ color: {c.soft}; }}
QScrollBar:vertical {{ background: transparent; width: {_px(s.near + 4)}; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.field_line}; border-radius: {_px(s.hair)};
    min-height: {_px(s.far)}; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.line}; }}
QProgressBar {{ background: {c.desk}; border: none; border-radius: {_px(s.hair)};
    text-align: center; min-height: {_px(s.wide)}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {_px(s.hair)}; }}
"""
