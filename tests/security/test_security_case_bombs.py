"""Case files and transfer files that are made to fill the memory or never to end: refused soon.

Single brackets, numbers and words that are too much are tested in tests/case.
"""

import contextlib
import json

import apsw
import pytest
from bounded import calls
from letters import example

from desktop_app.case.file import MAX_BYTES, read_case
from desktop_app.case.strict_json import _MOST_SIGNS, read_json
from desktop_app.errors import UserError
from desktop_app.paths import resource
from desktop_app.register import transfer

PASSWORD = "сирень и №5"


def filled(begin: str, piece: str, end: str) -> str:
    """As many pieces as a case file has room for."""
    room = MAX_BYTES - len((begin + end).encode()) - 2
    return begin + piece * (room // len(piece.encode())) + end


def with_answer(**answers: object) -> str:
    return json.dumps(example() | answers, ensure_ascii=False)


REFUSED = {
    "brackets in a row": filled('{"repairs":[', "[[[[[[[[[]]]]]]]]],", "[]]}"),
    "empty rows": filled('{"repairs":[', "{},", "{}]}"),
    "numbers": filled('{"repairs":[', "0,", "0]}"),
    "a key without end": filled('{"', "k", '":1}'),
    "keys that are near": "{" + ",".join(f'"repair{n}":1' for n in range(400_000)) + "}",
    "the same key": filled("{", '"kind":"refund",', '"kind":"refund"}'),
}
TAKEN = {
    "a surname without end": with_answer(
        buyer=example()["buyer"] | {"surname": "Иванова" * 100_000}
    ),
    "nothing but control characters": filled('{"buyer":{"surname":"', "\\u0000", '"}}'),
    "half of a sign": filled('{"kind":"', "\\ud83d", '"}'),
    "unread answers": with_answer(answers={"unreadable": {f"k{n}": "v" for n in range(100_000)}}),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cases")
    words = {}
    for number, (name, content) in enumerate((REFUSED | TAKEN).items()):
        (folder / f"{number}.json").write_text(content, encoding="utf-8")
        words[name] = ["assess", str(folder / f"{number}.json")]
    return calls(words)


@pytest.mark.parametrize("name", REFUSED)
def test_a_case_file_that_is_a_bomb_is_refused(told, name):
    found = told[name]
    assert found.code == 2 and found.seconds < 8, found
    assert found.err.startswith("Файл «") and found.err.count("\n") == 1 and not found.out
    assert len(found.err) < 400


@pytest.mark.parametrize("name", TAKEN)
def test_much_text_is_only_text(told, name):
    assert told[name].code in (0, 1) and told[name].seconds < 10


def test_a_case_of_very_much_is_far_from_the_bound():
    row = example()["repairs"][0]
    case = example() | {"repairs": [row] * 1000, "losses": example()["losses"] * 1000}
    content = json.dumps(case)
    assert content.count(",") * 10 < _MOST_SIGNS and read_json(content.encode())
    assert read_json(b'["' + b"," * _MOST_SIGNS + b'"]')
    with pytest.raises(UserError, match="слишком много ответов"):
        read_json(b'["' + b"," * (_MOST_SIGNS + 1) + b'"]')


@pytest.mark.parametrize(
    ("begin", "piece", "end"),
    [("", "[", ""), ('{"repairs":[', "{},", "{}]}"), ('{"buyer":{"surname":"', "я", '"}')],
)
def test_a_case_in_a_transfer_file_is_read_as_strictly(tmp_path, monkeypatch, begin, piece, end):
    monkeypatch.setattr(transfer, "_ROUNDS", 1)  # The key is not what is tested here.
    path = tmp_path / "дело.pretenziya"
    transfer.write(read_case(resource("examples", "refund.json")), {}, path, PASSWORD)
    with contextlib.closing(apsw.Connection(str(path))) as connection:
        transfer._unlock(connection, PASSWORD)
        connection.execute("UPDATE claim SET content = ?", (filled(begin, piece, end),))
    with pytest.raises(UserError, match=r"Файл «дело\.pretenziya»: ") as refused:
        transfer.read(path, PASSWORD)
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 400
