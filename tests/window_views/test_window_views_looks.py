"""What a style can break unseen: contrast, and Qt's own words in Russian."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QColor

from desktop_app.window.look.theme import DARK, LIGHT

LEAST = 4.5
PAIRS = [
    (ink, ground)
    for ground in ("ground", "card")
    for ink in ("ink", "soft", "accent", "good", "care", "bad")
] + [
    ("ink", "accent_soft"), ("ink", "good_soft"), ("ink", "care_soft"), ("ink", "bad_soft"),
    ("soft", "good_soft"), ("soft", "care_soft"), ("accent", "accent_soft"), ("good", "good_soft"),
    ("care", "care_soft"), ("care", "accent_soft"), ("bad", "bad_soft"), ("on_accent", "accent"),
    ("accent", "good_soft"), ("accent", "care_soft"), ("soft", "desk"),
]  # fmt: skip


def luminance(colour):
    """Relative luminance by WCAG 2.2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(palette, ink, ground):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= LEAST


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_is_seen(palette):
    assert contrast(palette.field_line, palette.card) >= 3.0


def test_qt_itself_speaks_russian():
    script = (
        "from PySide6.QtCore import QCoreApplication, QLocale\n"
        "from PySide6.QtWidgets import QFileDialog, QLabel\n"
        "from desktop_app.window.application import made_application\n"
        "application = made_application()\n"
        "print(QCoreApplication.translate('QPlatformTheme', 'Cancel'), QLocale().name())\n"
        "dialog = QFileDialog(None, 'Папка')\n"
        "dialog.setOption(QFileDialog.Option.DontUseNativeDialog)\n"
        "print(*(label.text() for label in dialog.findChildren(QLabel)), sep='|')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    words, labels = run.stdout.strip().split("\n")
    assert words == "Отмена ru_RU"
    assert labels and not any(letter in "abcdefghijklmnopqrstuvwxyz" for letter in labels.lower())
