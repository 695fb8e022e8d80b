"""Case files that somebody spoiled, by chance or not: taken in, or refused with nothing changed.

A few in the ordinary run; ten thousand with PRETENZIYA_FULL=1.
"""

import json
import random
import string
from copy import deepcopy

import pytest
from counts import often
from register_examples import EXAMPLE, NOON
from scan_examples import naming, written

from desktop_app.case.file import dump_case
from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict

COUNT = often(300, 10_000)
TABLES = ("cases", "versions", "scans", "days", "digests", "settings")
VALUES = [
    None, True, -1, 0, 10**400, 1e308, float("nan"), "", " ", "а" * 5000, "\u202e", "\ud800", "\0",
    [], {}, [[]], [None], {"a": 1}, "NaN", "1e9", "2026-02-30", "9999-12-31", "../../x.pdf",
    "/etc/passwd", "/dev/zero", "C:\\con", "'; DROP TABLE cases; --", "{{ 7 * 7 }}", "<a href='x'>",
    "5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e01", "claim-case", 99, [{}] * 2000, "т" * 400,
]  # fmt: skip


def dump(register):
    return [register.select(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES]


def places(value, way=()):
    """Every place in a JSON value, as the keys that lead there."""
    yield way
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items if isinstance(value, (dict, list)) else ():
        if isinstance(item, (dict, list)):
            yield from places(item, (*way, key))
        else:
            yield (*way, key)


def at(value, way):
    for key in way:
        value = value[key]
    return value


def change(chance, raw):
    """Change one thing in the tree; return it."""
    *way, last = chance.choice([place for place in places(raw) if place])
    parent = at(raw, way)
    kind = chance.randrange(4)
    if kind == 0:
        del parent[last]
    elif kind == 1:
        parent[last] = deepcopy(at(raw, chance.choice(list(places(raw))[1:])))
    elif kind == 2 and isinstance(parent, dict):
        name = "".join(chance.choices(string.printable + "яё\u200f", k=chance.randrange(1, 9)))
        parent[name] = parent.pop(last)
    else:
        parent[last] = deepcopy(chance.choice(VALUES))
    return raw


def spoil(chance, text):
    """Return the bytes of a case file with a few things changed, in the tree or in the bytes."""
    raw = json.loads(text)
    for _ in range(chance.randrange(1, 4)):
        raw = change(chance, raw)
    as_ascii = chance.random() < 0.5
    content = json.dumps(raw, ensure_ascii=as_ascii).encode("utf-8", "surrogatepass")
    if chance.random() < 0.4:
        content = bytearray(content)
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(content))
            one = chance.randrange(3)
            if one == 0:
                content[place] = chance.randrange(256)
            elif one == 1:
                del content[place : place + chance.randrange(1, 50)]
            else:
                content[place:place] = chance.choice(
                    (b'{"a":', b"[[[[", b",", b'"', b"\xff", b"\0")
                )
            content = content or bytearray(b"{")
    return bytes(content)


@pytest.mark.parametrize("seed", range(4))
def test_a_spoiled_case_file_is_taken_in_or_refused_with_nothing_changed(tmp_path, seed):
    chance = random.Random(seed)
    (scan,) = written(tmp_path, чек="1")
    text = dump_case(naming(scan.name, "нет.pdf", case=EXAMPLE))
    path = tmp_path / "дело.json"
    taken = refused = conflicts = 0
    with Register.open(tmp_path / "data" / "r.sqlite") as register:
        register.new(EXAMPLE, NOON)
        before = dump(register)
        for _ in range(COUNT // 4):
            path.write_bytes(spoil(chance, text))
            try:
                outcome = register.import_file(path, NOON)
            except UserError as error:
                refused += 1
                assert "\n" not in str(error) and len(str(error)) < 2000
                assert dump(register) == before
                continue
            if isinstance(outcome, Conflict):
                conflicts += 1
                assert dump(register) == before
            else:
                taken += 1
                assert register.read(outcome.id).case.id == outcome.id
                if outcome.new:
                    register.to_basket(outcome.id, NOON)
                    register.remove(outcome.id)
                assert dump(register) == before
    assert refused > COUNT // 40
    assert taken or conflicts
