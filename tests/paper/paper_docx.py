"""Small .docx files from bits of XML, and letters filled by the program. People are invented."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.file import parse_case
from desktop_app.claims import kind_of
from desktop_app.claims.refund.words import CLAIM
from desktop_app.law.book import load_law_book
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.matter import Matter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MARGINS = (
    '<w:pgMar w:top="1021" w:right="850" w:bottom="1021" w:left="1418" '
    'w:header="510" w:footer="510" w:gutter="0"/>'
)
SHEET = f'<w:pgSz w:w="11906" w:h="16838"/>{MARGINS}'
LANDSCAPE = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{MARGINS}'
RUNNING = (
    '<w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/>'
)
FOOTER = (
    '<w:p><w:r><w:t xml:space="preserve">стр. </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> из </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/>'
    '<w:basedOn w:val="a"/><w:pPr>'
    '<w:spacing w:after="80"/><w:ind w:firstLine="709"/><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Section"/>'
    '<w:basedOn w:val="a"/><w:pPr><w:keepNext/>'
    '<w:spacing w:before="180" w:after="60"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
)
LONG = (
    "Независимо от этого по абзацам 8 и 9 пункта 1 статьи 18 Закона отказаться от исполнения "
    "договора и потребовать возврата уплаченной суммы можно при обнаружении существенного "
    "недостатка. Недостаток, который устраняли, после этого проявился вновь. "
)


CONTRACT_EXAMPLE = Path(__file__).parents[1] / "case" / "files" / "contract-example.json"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(text: str = "", properties: str = "", face: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, face) if text else ''}</w:p>"


def table(rows: str, *columns: int, properties: str = "") -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{properties}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def docx(
    body: str,
    *,
    section: str = SHEET,
    styles: str = STYLES,
    header: str | None = None,
    footer: str | None = None,
    numbering: str | None = None,
    parts: dict[str, bytes] | None = None,
    relations: str = "",
) -> bytes:
    """Return a .docx whose body is `body`; a header or footer is wired to every page."""
    files = {"styles": f"<w:styles {_names()}>{styles}</w:styles>", "settings": _settings()}
    files |= {} if header is None else {"header": f"<w:hdr {_names()}>{header}</w:hdr>"}
    files |= {} if footer is None else {"footer": f"<w:ftr {_names()}>{footer}</w:ftr>"}
    if numbering is not None:
        files["numbering"] = f"<w:numbering {_names()}>{numbering}</w:numbering>"
    running = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
        for kind in ("header", "footer")
        if kind in files
    )
    text = f"{body}<w:sectPr>{running}{section}</w:sectPr>"
    links = "".join(_link(name, f"{name}.xml") for name in files) + relations
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types(files))
        package.writestr("_rels/.rels", _relations(_link("officeDocument", "word/document.xml")))
        package.writestr("word/_rels/document.xml.rels", _relations(links))
        package.writestr(
            "word/document.xml", f"<w:document {_names()}><w:body>{text}</w:body></w:document>"
        )
        for name, content in files.items():
            package.writestr(f"word/{name}.xml", content)
        for name, bytes_of in (parts or {}).items():
            package.writestr(name, bytes_of)
    return data.getvalue()


def _names() -> str:
    return f'xmlns:w="{W}" xmlns:r="{R}"'


def _settings() -> str:
    return (
        f'<w:settings {_names()}><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


def _link(kind: str, target: str) -> str:
    return f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>'


def _relations(links: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'


def _types(files: dict[str, str]) -> str:
    kinds = {"document": "document.main"} | {name: name for name in files}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{parts}</Types>'
    )


def example_filled() -> dict[str, Filled]:
    """Both copies of the claim of every example: what is shipped, what the contract shows."""
    found = {}
    shipped = sorted(paths.resource("examples").glob("*.json"))
    for path in (*shipped, CONTRACT_EXAMPLE):
        case = parse_case(path.read_bytes())
        kind = kind_of(case)
        assessment = assess(case, kind, load_law_book(), case.letter_date or date(2026, 11, 20))
        for copy in ("seller", "consumer"):
            matter = Matter(case, assessment, kind, copy)
            found[f"{path.stem}-{copy}"] = CLAIM.fill(matter)
    assert found, "no example case is shipped"
    return found


def example_letters() -> dict[str, bytes]:
    """The Word files of `example_filled`."""
    return {name: filled.docx for name, filled in example_filled().items()}
