"""Whatever comes in: a case, or a sentence for the person, and never anything else."""

import json
import random

from case_contract import ANSWERS, EXAMPLE, VERSION_1, as_bytes, case_with, groups, paths_of
from case_sentence import KEYS, assert_is_one_line
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.case.clean import clean_text
from desktop_app.case.file import dump_case, parse_case
from desktop_app.case.model import Case
from desktop_app.errors import UserError

ANY_TEXT = st.text(st.characters(exclude_categories=()))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | ANY_TEXT
    | st.sampled_from(["RU", "5"])
)
ANY_KEY = st.sampled_from(sorted(KEYS)) | ANY_TEXT
ANY_JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(ANY_KEY, inner), max_leaves=20
)
PATHS = st.sampled_from([path for path in (*ANSWERS, *groups()) if path])


def opened(content: bytes) -> Case | None:
    """The case, or None where it was refused; what was read can be written and read again."""
    try:
        case = parse_case(content)
    except UserError as error:
        message = str(error)
        assert_is_one_line(message)
        assert len(message) < 1000
        return None
    assert parse_case(dump_case(case)) == case
    return case


@given(ANY_JSON)
@settings(max_examples=400, deadline=None)
def test_any_json_is_a_case_or_is_refused(value: object) -> None:
    opened(json.dumps(value).encode())


@given(PATHS, ANY_JSON)
@settings(max_examples=800, deadline=None)
def test_any_json_in_any_place_is_a_case_or_is_refused(path: str, value: object) -> None:
    opened(as_bytes(case_with(path, value)))


@given(st.dictionaries(st.text(max_size=5), ANY_JSON, max_size=4))
@settings(max_examples=300, deadline=None)
def test_facts_come_back_as_they_were_read(facts: dict[str, object]) -> None:
    opened(as_bytes(case_with("answers.accepted_risks[].facts", facts)))


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_case_or_are_refused(content: bytes) -> None:
    opened(content)
    opened(b'{"seller": {"name": "' + content + b'"}}')


@given(st.sampled_from(paths_of("text")), ANY_TEXT)
@settings(max_examples=1000, deadline=None)
def test_any_text_in_any_field_survives_writing_and_reading(path: str, text: str) -> None:
    kept = clean_text(text).strip()
    case = opened(as_bytes(case_with(path, text)))
    assert case is not None
    assert case == parse_case(as_bytes(case_with(path, kept or None)))
    written = json.loads(dump_case(case))
    for key in path.split("."):
        written = written[key.removesuffix("[]")]
        written = written[0] if key.endswith("[]") else written
    assert written == (kept or None)


@given(ANY_TEXT)
@settings(max_examples=500, deadline=None)
def test_text_that_was_cleaned_is_clean(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert clean_text(cleaned.strip()) == cleaned.strip()
    cleaned.encode()


@given(st.randoms(use_true_random=False), st.sampled_from([EXAMPLE, VERSION_1]))
@settings(max_examples=800, deadline=None)
def test_a_damaged_file_is_a_case_or_is_refused(chance: random.Random, content: bytes) -> None:
    text = list(content.decode())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text))
        piece = chance.choice(
            ["", '"', "{", "}", "[", "]", ",", ":", "\\", "0", "null", "é", "\x00"]
        )
        text[place : place + chance.randint(0, 3)] = [piece]
    opened("".join(text).encode())


@given(st.integers(0, len(VERSION_1) - 1), st.integers(0, 255))
@settings(max_examples=400, deadline=None)
def test_a_file_with_one_wrong_byte_is_a_case_or_is_refused(place: int, byte: int) -> None:
    opened(VERSION_1[:place] + bytes([byte]) + VERSION_1[place + 1 :])
