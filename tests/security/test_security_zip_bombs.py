"""A Word file that unpacks or unfolds into more than a computer has: refused at once.

Read as a template by the command and as pages by the preview, each in a process with little memory.
"""

import io
import json
import struct
import subprocess
import sys
import warnings
import zipfile
import zlib

import pytest
from bounded import MEGABYTES, ROOT, SECONDS, calls
from hostile_docx import DOCUMENT, EMPTY, PARTS, docx

from desktop_app.hostile_xml import MOST_TAGS, UnreadableXmlError, read_xml


def lying(says: int, part: str = DOCUMENT) -> bytes:
    """A part of 1.2 GB that says that it has `says` bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    some = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {**PARTS, part: some * 1200 + packer.flush()}.items():
            archive.writestr(name, content)
    data = bytearray(target.getvalue())
    # Where the name stands in an entry, and its method and its size before that.
    for signature, name_at, method_at, size_at in (
        (b"PK\x03\x04", 30, 8, 22),
        (b"PK\x01\x02", 46, 10, 24),
    ):
        at = data.find(signature)
        while data[at + name_at : at + name_at + len(part)] != part.encode():
            at = data.find(signature, at + 4)
        data[at + method_at : at + method_at + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
        data[at + size_at : at + size_at + 4] = struct.pack("<I", says)
    return bytes(data)


def crowded(count: int) -> bytes:
    """A zip whose list has so many entries, all of them of the same nothing."""
    nothing = b"PK\x03\x04" + struct.pack("<5H3I2H", 20, *[0] * 9)
    entry = b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, 20, *[0] * 7, 8, *[0] * 6)
    entries = b"".join(entry + b"%08x" % number for number in range(count))
    end = struct.pack("<Q2H2I4Q", 44, 45, 45, 0, 0, count, count, len(entries), len(nothing))
    found = struct.pack("<IQI", 0, len(nothing) + len(entries), 1)
    last = b"PK\x05\x06" + b"\xff" * 16 + b"\0\0"
    return nothing + entries + b"PK\x06\x06" + end + b"PK\x06\x07" + found + last


def body(xml: str) -> bytes:
    return docx({DOCUMENT: EMPTY[0] + xml + EMPTY[1]})


def repeated(name: str) -> bytes:
    """The claim with a second part of the same name, or of one that differs in its letters."""
    target = io.BytesIO(docx({}))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, EMPTY[0] + "<w:p/>" + EMPTY[1])
    return target.getvalue()


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {chr(b)} "{f"&{chr(b - 1)};" * 10}">' for b in range(98, 108))
    + "]>"
)
SECRET = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
NEAR, FAR = '<!DOCTYPE w:document SYSTEM "http://elsewhere.invalid/a.dtd">', "<w:p/>" * 1_300_000
NAMESPACES = [f' xmlns:a{n}="a"' for n in range(4900)]
BOMBS = {
    "gigabytes": lambda: lying(1200 << 20),
    "gigabytes in a picture": lambda: lying(1200 << 20, "word/media/a.png"),
    "gigabytes in styles": lambda: lying(1200 << 20, "word/styles.xml"),
    "a hundred megabytes": lambda: lying(99_000_000),
    "a lying picture": lambda: lying(1000, "word/media/a.png"),
    "a lying size": lambda: lying(1000),
    "a lying size of nothing": lambda: lying(0),
    "more than four gigabytes": lambda: lying(0xFFFFFFFE),
    "a crowd of entries": lambda: crowded(400_000),
    "the same name twice": lambda: repeated(DOCUMENT),
    "the same name in capitals": lambda: repeated("word/DOCUMENT.xml"),
    "tags without end": lambda: body(FAR),
    "short tags without end": lambda: body("<b/>" * 1_900_000),
    "attributes without end": lambda: body(
        "<w:p" + "".join(f' a{n}=""' for n in range(500_000)) + "/>"
    ),
    "namespaces without end": lambda: body(
        "".join(f'<w:p xmlns:a{n}="a"/>' for n in range(100_000))
    ),
    "namespaces for all": lambda: body(
        "<w:p"
        + "".join(f' xmlns:a{n}="a"' for n in range(4900))
        + ">"
        + "<w:r/>" * 200_000
        + "</w:p>"
    ),
    "tags in another alphabet": lambda: docx(
        {
            DOCUMENT: ('<?xml version="1.0" encoding="utf-16"?>' + EMPTY[0] + FAR + EMPTY[1])[
                :3_900_000
            ].encode("utf-16")
        }
    ),
    "tags in hiding": lambda: docx(
        {
            DOCUMENT: '<?xml version="1.0" encoding="utf-7"?>'
            + (EMPTY[0] + "<b/>" * 300_000 + EMPTY[1]).replace("<", "+ADw-")
        }
    ),
    "tags in tags": lambda: body("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "tables in tables": lambda: body("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80),
    "laughs": lambda: docx({DOCUMENT: LAUGHS + EMPTY[0] + "&k;" + EMPTY[1]}),
    "laughs in the relations": lambda: docx({"_rels/.rels": LAUGHS + "<a>&k;</a>"}),
    "laughs in the types": lambda: docx({"[Content_Types].xml": LAUGHS + "<a>&k;</a>"}),
    "laughs in the styles": lambda: docx({"word/styles.xml": LAUGHS + "<a>&k;</a>"}),
    "a file of the computer": lambda: docx({DOCUMENT: SECRET + EMPTY[0] + "&a;" + EMPTY[1]}),
    "a type from elsewhere": lambda: docx({DOCUMENT: NEAR + EMPTY[0] + EMPTY[1]}),
}
PAGES = """
import json, pathlib, sys, time
from desktop_app.errors import UserError
from desktop_app.paper.reading import read_docx
sys.path.insert(0, "tests/security")
from bounded import _limit_memory
_limit_memory(int(sys.argv[1]))
told = {}
for path in map(pathlib.Path, sys.argv[2:]):
    began = time.monotonic()
    try:
        read = read_docx(path.read_bytes())
        said = "read"
    except UserError as error:
        said = str(error)
    told[path.stem] = (said, time.monotonic() - began)
json.dump(told, sys.stdout)
"""


@pytest.fixture(scope="module")
def bombs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bombs")
    found = {}
    for number, (name, made) in enumerate(BOMBS.items()):
        found[name] = folder / f"{number}.docx"
        found[name].write_bytes(made())
        assert found[name].stat().st_size < 25_000_000
    return found


@pytest.fixture(scope="module")
def checked(bombs):
    return calls(
        {name: ["templates", "check", str(path), "--as", "refund"] for name, path in bombs.items()}
    )


@pytest.fixture(scope="module")
def paged(bombs):
    done = subprocess.run(
        [sys.executable, "-c", PAGES, str(MEGABYTES), *map(str, bombs.values())],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS + 2 * len(bombs),
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    return {name: told[path.stem] for name, path in bombs.items()}


@pytest.mark.parametrize("name", BOMBS)
def test_a_template_that_is_a_bomb_is_refused_in_a_sentence(checked, name):
    told = checked[name]
    assert told.seconds < 5, told
    if told.code == 1:
        assert "Шаблон пока не работает" in told.out and "Ошибки (" in told.out
    else:
        assert told.code == 2 and "Шаблон «" in told.err and told.err.count("\n") == 1, told
    assert "Traceback" not in told.err and "root:" not in told.out + told.err


# What the pages do not need they do not unpack.
READ = {
    *("tables in tables", "laughs in the types", "gigabytes in a picture", "a lying picture"),
    *("the same name twice", "the same name in capitals"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_pages_of_a_bomb_are_refused_in_a_sentence(paged, name):
    said, seconds = paged[name]
    assert seconds < 5
    if name in READ:
        assert said == "read"
    else:
        assert said.startswith("Файл ") and "\n" not in said and "root:" not in said


def test_ordinary_parts_are_far_from_the_bounds():
    largest = max(PARTS.values(), key=len)
    assert largest.count(b"<") * 20 < MOST_TAGS and read_xml(largest) is not None
    read_xml(b"<a>" + b"<b/>" * (MOST_TAGS - 2) + b"</a>")
    with pytest.raises(UnreadableXmlError, match="слишком много разметки"):
        read_xml(b"<a>" + b"<b/>" * (MOST_TAGS - 1) + b"</a>")
