"""Why the words of a letter stand: the answers and conditions behind them, and what is absent."""

from datetime import date

import pytest
from letters import SITUATIONS, case_of, changed

from desktop_app import paths
from desktop_app.advice.why import ALWAYS, absences, explained, first_asked
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.claims import kind_of
from desktop_app.claims.refund.words import CLAIM as CLAIM_DOCUMENT
from desktop_app.interview.flow import asked
from desktop_app.law.book import load_law_book
from desktop_app.letter.engine.package import DOCUMENT, read_package
from desktop_app.letter.engine.parts import W_P, paragraph_text, parse
from desktop_app.letter.why import Why
from desktop_app.packet.make import make_packet
from desktop_app.russian.typography import tidy

CLAIM = CLAIM_DOCUMENT.vocabulary

DAY = date(2026, 10, 5)
BOOK = load_law_book()


def plain(text):
    return text.replace("\u00a0", " ")


class Letter:
    """A filled letter and its paragraphs as they are in the file."""

    def __init__(self, case):
        self.case, kind = case, kind_of(case)
        assessment = assess(case, kind, BOOK, DAY)
        filled = make_packet(case, kind, assessment, copies=1)[0].filled
        root = parse(read_package(filled.docx)[DOCUMENT])
        self.texts = [paragraph_text(p) for p in root.iter(W_P)]
        self.why = Why(filled, CLAIM)

    def paragraph(self, begin):
        (found,) = [n for n, text in enumerate(self.texts) if plain(text).startswith(begin)]
        return found

    def behind(self, begin, words):
        number = self.paragraph(begin)
        place = self.texts[number].index(words)
        return next(iter(self.why.answers_at(DOCUMENT, number, place)), "")

    def words_of(self, path):
        places = self.why.places_of(path)
        return [self.texts[p.paragraph][p.start : p.end] for p in places]

    def told(self, begin):
        number = self.paragraph(begin)
        return explained(self.why, (DOCUMENT, number), self.texts[number], self.case, BOOK.law, DAY)


@pytest.fixture(scope="module")
def example():
    return read_case(paths.resource("examples", "refund.json"))


@pytest.fixture(scope="module")
def letter(example):
    return Letter(example)


@pytest.mark.parametrize(
    ("begin", "words", "path"),
    [
        ("17 января 2026 года я приобрела", "Волна", "purchase.model"),
        ("17 января 2026 года я приобрела", "WM6010", "purchase.serial_number"),
        ("сервисный центр продавца; акт № 58", "акт", "repairs[1].act"),
        ("от Орловой", "Орловой", "buyer.surname"),
        # The letter's own words lead to the answer that lets them stand.
        ("Цена товара оплачена", "собственными", "payment.method"),
        ("Товар крупногабаритный", "забрать", "purchase.heavy_or_bulky"),
        ("ПРЕТЕНЗИЯ", "ПРЕ", ""),
    ],
)
def test_a_phrase_leads_to_its_answer(letter, begin, words, path):
    assert letter.behind(begin, words) == path


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("purchase.model", ["Волна WM-6010"]),
        ("repairs[0].handed_over", ["06.04.2026"]),
        ("payment.method", ["Цена товара оплачена полностью, собственными средствами."]),
        ("buyer.given_name", ["от Орловой Марины Петровны"]),
        ("delivery.channel", []),
    ],
)
def test_an_answer_leads_to_its_phrases(letter, path, words):
    assert letter.words_of(path) == words


def test_a_row_is_not_taken_for_another(example):
    letter = Letter(replaced(example, "repairs[0].act", None))
    assert letter.words_of("repairs[0].act") == []
    assert any("акт №\u00a058" in words for words in letter.words_of("repairs[1].act"))


def test_a_paragraph_is_explained_by_its_rule_its_answers_and_the_article(letter):
    told = letter.told("Цена товара оплачена")
    assert told.because == ("Вы платили своими деньгами.",)
    assert [(a.path, a.said) for a in told.answers] == [
        ("payment.method", "Сразу, своими деньгами")
    ]
    ground = letter.told("По абзацам 8 и 11")
    assert [norm.citation for norm in ground.articles] == ["абз. 11 п. 1 ст. 18"]
    assert letter.told("Правовое основание").because == (tidy(ALWAYS),)


def test_what_is_absent_is_told_with_its_reason_and_its_question(letter, example):
    found = {plain(one.name): one for one in absences(letter.why, letter.case)}
    instalments = found["Товар куплен в рассрочку магазина"]
    assert instalments.sentence == tidy("нет: магазин рассрочку не давал")
    assert instalments.path == "payment.method"
    assert found["За вас действует представитель"].path == "representative"
    assert "Названа ставка" not in found, "nobody who paid in cash is asked for a bank's rate"
    assert not [name for name in found if "чинят" in name], "nothing is being repaired"
    without = Letter(replaced(example, "bank_details.account", None))
    more = {plain(one.name) for one in absences(without.why, without.case)} - set(found)
    assert more == {"Вы назвали счёт"}


def absent_in(raw):
    letter = Letter(case_of(changed(raw)))
    return [plain(f"{one.name} {one.sentence}") for one in absences(letter.why, letter.case)]


@pytest.mark.parametrize("raw", SITUATIONS.values(), ids=SITUATIONS)
def test_nothing_is_called_absent_that_the_letter_says(raw):
    """What is told of a condition whose parent does not hold, or that an `elif` hides, is false."""
    letter = Letter(case_of(changed(raw)))
    text = plain(" ".join(letter.texts))
    absent = " ".join(absent_in(raw))
    for said, denied in (
        ("не превышает уплаченной", "неустойка ограничена уплаченным нет"),
        ("не превышает уплаченной", "потолка тогда не было"),
        ("Гарантийный срок не установлен", "проявился после гарантии"),
    ):
        assert not (said in text and denied in absent), (said, denied)
    if case_of(changed(raw)).payment.method != "consumer_loan":
        assert "кредит был меньше" not in absent


def test_a_phrase_never_leads_to_a_question_that_is_not_asked():
    for name, raw in SITUATIONS.items():
        letter = Letter(case_of(changed(raw)))
        asked_paths = {place.path for place in asked(letter.case)} | {"answers.day_count"}
        for number, text in enumerate(letter.texts):
            for place in range(0, len(text), 7):
                paths = letter.why.answers_at(DOCUMENT, number, place)
                path = first_asked(paths, letter.case)
                assert path == "" or path in asked_paths, (name, text[place : place + 20], path)


def test_what_an_article_says_is_told_where_the_paragraph_cites_it(letter):
    told = letter.told("Эти требования подлежат")
    assert "ст. 22" in [norm.citation for norm in told.articles]
    fine = letter.told("Если деньги не вернут")
    assert {"п. 6 ст. 13", "ст. 15"} <= {norm.citation for norm in fine.articles}


def test_every_answer_behind_the_letter_is_a_question_of_the_form(letter):
    from desktop_app.interview.form import question_at

    for number in range(len(letter.texts)):
        for place in range(len(letter.texts[number])):
            path = next(iter(letter.why.answers_at(DOCUMENT, number, place)), "")
            assert path == "" or question_at(path) is not None, path


def test_every_article_behind_a_condition_can_be_told():
    """A citation in the vocabulary has its plain words, or is not of the consumer law."""
    from desktop_app.advice.verdict import norms

    conditions = [*CLAIM.conditions, *(c for rows in CLAIM.rows for c in rows.conditions)]
    silent = {c.citation for c in conditions if c.citation and not norms(c.citation, BOOK.law, DAY)}
    assert silent <= {"ПП РФ от 10.11.2011 № 924"}, silent
