"""What fuzzing has found stays found; a few spoiled seeds go through every target."""

import random
from pathlib import Path

import pytest
from fuzz_targets import SEEDS, TARGETS

FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))
TURNS = {"case_file": 60, "typed_values": 200, "names": 100, "word_file": 12, "template": 6}


def test_what_was_found_once_is_mended(qapp):
    for path in FOUND:
        TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_spoiled_seeds_are_answered(qapp, name):
    chance = random.Random(7)
    for seed in SEEDS[name]:
        TARGETS[name](seed)
    for _ in range(TURNS.get(name, 20)):
        spoiled = bytearray(chance.choice(SEEDS[name]))
        for _ in range(chance.randrange(1, 5)):
            place = chance.randrange(len(spoiled))
            spoiled[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
            if not spoiled:
                spoiled = bytearray(b"0")
        TARGETS[name](bytes(spoiled))
