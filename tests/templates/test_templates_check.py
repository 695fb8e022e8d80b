"""`templates check` on templates edited as people edit them: every fault, with its paragraph."""

import re
from copy import deepcopy
from functools import cache

import pytest
from docx import Document as WordFile
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from lxml import etree
from templates_edited import added, edited, instead, without
from templates_faults import FAULTS

from desktop_app.claims import KINDS, claim_of
from desktop_app.cli import main
from desktop_app.errors import UserError
from desktop_app.letter.engine.package import DOCUMENT, read_package
from desktop_app.letter.sheets import CALCULATION, INVENTORY, REFUSAL
from desktop_app.packet.documents import all_documents
from desktop_app.packet.template_check import check_file

CLAIM = claim_of(KINDS["refund"])


@pytest.fixture
def check(tmp_path):
    def checked(*edits, document=CLAIM, called="refund"):
        return check_file(edited(document, tmp_path / "мой шаблон.docx", *edits), called)

    return checked


@pytest.fixture(scope="module")
def verdict_of(tmp_path_factory):
    """The check of the claim with one of FAULTS, made once."""

    @cache
    def made(name):
        path = tmp_path_factory.mktemp("fault") / "мой шаблон.docx"
        return check_file(edited(CLAIM, path, FAULTS[name][0]), "refund")

    return made


@pytest.mark.parametrize("document", all_documents(), ids=lambda document: document.id)
def test_a_shipped_template_is_right_and_nothing_is_remarked(document):
    verdict = check_file(document.shipped)
    assert verdict.recognised.document is document
    assert (verdict.faults, verdict.remarks) == ((), ())
    assert verdict.specimen is not None


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_paragraph(verdict_of, name):
    verdict = verdict_of(name)
    assert any(FAULTS[name][1] in fault for fault in verdict.faults), verdict.faults
    assert verdict.specimen is None


SEVERAL = {
    "two p in one paragraph",
    "tr outside of a table",
    "tr not alone in its row",
    "a condition over two paragraphs",
}
# Of these nobody can say what was meant.
UNGUESSED = {"a field in place of a condition", "a tag without its end"}


@pytest.mark.parametrize("name", sorted(FAULTS.keys() - SEVERAL))
def test_one_fault_is_told_once_and_hides_nothing_behind_it(verdict_of, name):
    """What was meant counts as written: no second sentence, no «больше не печатается»."""
    verdict = verdict_of(name)
    assert len(verdict.faults) == 1, verdict.faults
    if name not in UNGUESSED:
        assert verdict.remarks == ()


@pytest.mark.parametrize("name", FAULTS)
def test_the_sentences_are_russian(verdict_of, name):
    for fault in verdict_of(name).faults:
        said = re.sub(r"«[^»]*»|\(«o»\)|pretenziya templates fields|\{[^}]*\}", "", fault)
        said = re.sub(r"\b(Word|if|elif|else|endif|for|endfor)\b", "", said)
        assert not re.search("[A-Za-z]{2}", said) and "!" not in said, fault


def test_what_is_allowed_is_no_fault(check):
    verdict = check(
        added(
            "{# Пометка — для «cебя», {{ имя }} #}",
            "{#p абзац-пометка #}",
            "{{ товар.название|с_прописной }}{{ 'iPhone “15”' ~ товар.модель }}",
            "{% if not есть.модель %}а{% elif есть.телефон %}б{% else %}в{% endif %}",
            "{%p for x in приложения %}",
            "{{ loop.index }}. {{ x.название }} {% if есть.модель %}{{ x.номер }}{% endif %}",
            "{%p endfor %}",
        )
    )
    assert (verdict.faults, verdict.remarks) == ((), ())


def test_a_lost_end_in_the_middle_is_told_once(check):
    verdict = check(without("{%p endif %}"))
    (fault,) = verdict.faults
    assert "нет своего «{%p endif %}»" in fault and "есть.реквизиты_продавца" in fault


def test_an_end_too_many_inside_a_repetition_is_told_once(check):
    verdict = check(instead("{{ абзац.текст }}", "{%p endif %}"))
    assert [fault for fault in verdict.faults if "нет своего" in fault] == [
        "В тексте, абзац «{%p endif %}»: у «{%p endif %}» нет своего «{%p if … %}»."
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(check):
    names = ("two else", "a comment", "a mistyped field", "a mistyped field of a row, in a table")
    latin = instead("{{ товар.модель }}", "{{ товар.мoдель }}")
    verdict = check(*(FAULTS[name][0] for name in names), latin)
    told = "\n".join(verdict.faults)
    order = ["покупатель.телифон", "примечания", "товар.мoдель", "ремонт.днейй", "после «else»"]
    faults = [next(n for n, f in enumerate(verdict.faults) if words in f) for words in order]
    assert sorted(faults) == faults, told
    assert len(verdict.faults) == len(order), told


def test_a_list_that_is_mistyped_does_not_make_every_field_of_it_a_fault(check):
    verdict = check(instead("in ремонты.строки", "in xxxxxxxxxx"))
    assert ["xxxxxxxxxx" in fault for fault in verdict.faults] == [True]


def test_what_is_not_printed_any_more_is_remarked_and_the_template_works(check):
    def phone_gone(document):
        paragraphs = document.paragraphs
        number = next(n for n, p in enumerate(paragraphs) if "покупатель.телефон" in p.text)
        for paragraph in paragraphs[number - 1 : number + 2]:
            paragraph._p.getparent().remove(paragraph._p)

    verdict = check(phone_gone, added("{ покупатель.телефон }"))
    assert verdict.faults == ()
    assert any(r.startswith("Больше не печатается «покупатель.телефон»") for r in verdict.remarks)
    assert any(r.startswith("Больше нет условия «есть.телефон»") for r in verdict.remarks)
    assert any("«{ покупатель.телефон }» стоит в одинарных скобках" in r for r in verdict.remarks)
    assert verdict.specimen is not None


def test_of_a_list_that_is_gone_only_the_list_is_remarked(check):
    def take_out(word):
        for text in ("in ремонты.просрочки", "{{ просрочка.текст }}"):
            without(text)(word)
        paragraphs = [p.text for p in word.paragraphs]
        end = paragraphs.index("{%p endfor %}", paragraphs.index("{%p endfor %}") + 1)
        word.paragraphs[end]._element.getparent().remove(word.paragraphs[end]._element)

    verdict = check(take_out)
    assert verdict.faults == ()
    assert [r for r in verdict.remarks if "росроч" in r] == [
        "Больше не печатается «ремонты.просрочки»: Просроченные ремонты, если за них требуют "
        "неустойку."
    ]


def test_the_specimen_lies_beside_the_file_and_never_over_another(tmp_path, capsys):
    path = edited(
        CLAIM, tmp_path / "папка с пробелом" / "refund" / "claim.docx", added("Слово юриста.")
    )
    assert main(["templates", "check", str(path)]) == 0
    first = path.with_name("claim — образец.docx")
    told = capsys.readouterr()
    assert told.err == "" and told.out.splitlines()[-1] == str(first)
    assert "(refund): по имени файла." in told.out.splitlines()[0]
    texts = [paragraph.text for paragraph in WordFile(str(first)).paragraphs]
    assert "Слово юриста." in texts and any("Орлов" in text for text in texts)
    before = first.read_bytes()
    assert main(["templates", "check", str(path), "--out", str(tmp_path / "сюда")]) == 0
    assert (tmp_path / "сюда" / "claim — образец.docx").is_file()
    assert main(["templates", "check", str(path)]) == 0
    assert path.with_name("claim — образец (2).docx").is_file()
    assert first.read_bytes() == before


def test_faults_end_with_one_and_no_specimen(tmp_path, capsys):
    path = edited(CLAIM, tmp_path / "claim.docx", FAULTS["a mistyped field"][0])
    assert main(["templates", "check", str(path)]) == 1
    told = capsys.readouterr().out
    assert "Ошибки (1):\n1. В тексте" in told and "исправьте ошибки" in told
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("document", "name", "how"),
    [
        (INVENTORY, "inventory.docx", "по имени файла"),
        (INVENTORY, "наша опись.docx", "по именам в его тегах"),
        (REFUSAL, "акт.docx", "по именам в его тегах"),
        (CLAIM, "Претензия.docx", "по именам в его тегах"),
        (CLAIM, "refund/claim.docx", "по имени файла"),
    ],
)
def test_the_document_is_recognised(tmp_path, document, name, how):
    path = edited(document, tmp_path / name, added("Слово."))
    recognised = check_file(path).recognised
    assert (recognised.document.id, recognised.how) == (document.id, how)
    assert check_file(path, document.id).recognised.how == "так сказано в --as"


def test_a_file_that_is_no_documents_template_is_refused_with_the_choice(tmp_path):
    path = tmp_path / "письмо.docx"
    word = WordFile()
    word.add_paragraph("Здравствуйте, {{ имя }}.")
    word.save(str(path))
    with pytest.raises(UserError, match=r"--as и одно из слов: .*inventory"):
        check_file(path)
    with pytest.raises(UserError, match="Возможно, вы имели в виду «refund»"):
        check_file(path, "refun")


def test_a_place_for_the_picture_that_is_gone_is_remarked(check):
    def no_picture(document):
        for shape in list(document.inline_shapes):
            drawing = shape._inline.getparent()
            drawing.getparent().remove(drawing)

    verdict = check(no_picture, document=CALCULATION, called="calculation")
    assert verdict.faults == ()
    assert any("картинка.дни" in remark for remark in verdict.remarks)
    whole = check_file(CALCULATION.shipped)
    assert whole.remarks == () and b"<w:drawing>" in read_package(whole.specimen)[DOCUMENT]


def test_a_place_must_hold_a_picture_of_its_own(check):
    def twice(document):
        drawing = document.inline_shapes[0]._inline.getparent()
        drawing.addnext(deepcopy(drawing))

    verdict = check(twice, document=CALCULATION, called="calculation")
    assert any("картинка.дни" in fault for fault in verdict.faults)


def _dropped(start):
    def edit(document):
        paragraph = next(p for p in document.paragraphs if p.text.startswith(start))
        paragraph._p.getparent().remove(paragraph._p)

    return edit


def _moved(tag, before):
    """Move the paragraph with `tag` before the one that begins with `before`."""

    def edit(document):
        moved = next(p for p in document.paragraphs if tag in p.text)
        place = next(p for p in document.paragraphs if p.text.startswith(before))
        place._p.addprevious(moved._p)

    return edit


def test_a_demand_whose_text_is_gone_is_a_fault(check):
    verdict = check(_dropped("{{ требование.номер }})\u00a0вернуть уплаченную"))
    assert any("требование.есть.цена" in fault for fault in verdict.faults)
    assert verdict.specimen is None


def test_a_needed_field_under_a_wrong_condition_is_a_fault(check):
    verdict = check(_moved("{{ покупатель.адрес }}", "{% if есть.представитель_в_родительном"))
    assert any("покупатель.адрес" in f and "не всегда" in f for f in verdict.faults)


def test_a_name_that_is_left_out_for_some_is_a_fault(check):
    def no_else(document):
        paragraphs = document.paragraphs
        number = next(n for n, p in enumerate(paragraphs) if p.text.startswith("Заявитель:"))
        other = paragraphs[number - 1]
        assert "else" in other.text
        other._p.getparent().remove(other._p)

    verdict = check(no_else)
    assert any("покупатель.фио_родительный" in f and "не всегда" in f for f in verdict.faults)


def test_a_paragraph_that_declares_names_of_its_own_is_read(check):
    def declared(document):
        body = document.element.body
        paragraph = body[2]
        inside = etree.tostring(paragraph).replace(
            b"<w:p ", b'<w:p xmlns:v="urn:schemas-microsoft-com:vml" ', 1
        )
        inside = inside.replace(b"</w:p>", b"<w:r><w:pict><v:rect/></w:pict></w:r></w:p>")
        body.replace(paragraph, parse_xml(inside))

    verdict = check(declared)
    assert verdict.faults == ()


def test_a_head_of_the_first_page_without_the_marks_is_remarked(check):
    def letterhead(document):
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Клиника правовой помощи"

    remarks = check(letterhead).remarks
    told = "В верхнем колонтитуле первой страницы нет «есть.черновик», «экземпляр»."
    assert told in remarks
    assert "В нижнем колонтитуле первой страницы нет «комплект.метка»." in remarks


def test_what_the_pages_can_not_show_is_remarked(check):
    def boxed(document):
        inside = (
            '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
            "<w:p><w:r><w:t>{{ письмо.дата }}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r>"
        )
        signed = next(p for p in document.paragraphs if "подпись.инициалы" in p.text)
        signed._p.append(parse_xml(inside))

    verdict = check(boxed)
    assert verdict.faults == ()
    assert any("не будет видно" in remark and "надписи" in remark for remark in verdict.remarks)


def test_what_stands_in_the_paragraph_of_a_tag_is_a_fault(check):
    def broken(document):
        tag = next(p for p in document.paragraphs if p.text.startswith("{%p if есть.телефон"))
        tag.add_run().add_break(WD_BREAK.PAGE)

    (fault,) = check(broken).faults
    assert "есть.телефон" in fault and "рисунок, надпись или разрыв" in fault
