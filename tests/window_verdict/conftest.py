"""An example case in a register of its own, and cases with other repairs."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from msgspec import structs
from verdict_cases import NOW, TODAY, repair

from desktop_app import paths
from desktop_app.case.file import read_case
from desktop_app.register.register import Register
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import theme
from desktop_app.window.opened.session import Session


@pytest.fixture(scope="session")
def example():
    return read_case(paths.resource("examples", "refund.json"))


@pytest.fixture
def with_repairs(example):
    def changed(*repairs, current=None, **purchase):
        return structs.replace(
            example,
            repairs=repairs,
            current_defect=current,
            purchase=structs.replace(example.purchase, **purchase),
        )

    return changed


@pytest.fixture
def open_case(tmp_path, qtbot):
    registers = []

    def opened(case):
        register = Register.open(tmp_path / f"{len(registers)}.sqlite")
        registers.append(register)
        session = Session(register, register.new(case, NOW))
        session.today = TODAY
        session.__dict__.pop("assessment", None)
        return session

    yield opened
    for register in registers:
        register.close()


@pytest.fixture
def themed(qapp):
    def chosen(dark=False, percent=100):
        made = theme(dark, percent)
        qapp.setStyleSheet(style_sheet(made))
        return made

    yield chosen
    qapp.setStyleSheet("")


@pytest.fixture
def many(with_repairs):
    """A case with `count` repairs of four days each, one after another in the first year."""

    def made(count):
        starts = [date(2026, 1, 25) + timedelta(days=12 * n) for n in range(count)]
        assert all(a < b for a, b in pairwise(starts))
        rows = [
            repair(str(start), str(start + timedelta(days=4)), f"недостаток № {n}")
            for n, start in enumerate(starts)
        ]
        return with_repairs(*rows)

    return made
