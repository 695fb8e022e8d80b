"""The words of the form: all there, Russian, complete, tidy."""

import re

import pytest

from desktop_app.case.model import Case
from desktop_app.interview.form import choices_of, places
from desktop_app.interview.question import ValueKind
from desktop_app.interview.steps import STEPS
from desktop_app.russian.typography import tidy

PLACES = pytest.mark.parametrize("place", places(), ids=lambda place: place.question.path)
LATIN_NAMES = {"SMS", "IMEI", "e", "mail", "olga", "example", "org"}
SENTENCE_END = (".", "!", "…")
CHOOSING = {ValueKind.choice, ValueKind.yes_no, ValueKind.presence}


def texts(question):
    yield from (question.label, question.hint, question.help, question.missing)
    yield from (question.unknown, question.no_document)
    yield from (question.none_label, question.none_means)
    for choice in question.choices:
        yield from (choice.label, choice.meaning)


@PLACES
def test_label_hint_and_help_are_there_and_end_properly(place):
    question = place.question
    assert question.label.endswith("?")
    assert question.hint.endswith(SENTENCE_END)
    assert question.help.endswith(SENTENCE_END)
    for text in (question.missing, question.unknown, question.no_document, question.none_means):
        assert not text or text.endswith(SENTENCE_END)
    for choice in question.choices:
        assert choice.label and not choice.label.endswith(SENTENCE_END)
        assert choice.meaning.endswith(SENTENCE_END)


@PLACES
def test_the_words_are_russian(place):
    for text in texts(place.question):
        assert set(re.findall("[A-Za-z]+", text)) <= LATIN_NAMES, text


@PLACES
def test_the_words_are_tidy(place):
    for text in texts(place.question):
        assert text == tidy(text) == text.strip()
        assert not re.search(r"\.\.|\"| -|- |\bеще\b|\bвсе равно\b|\bнее\b", text), text


@PLACES
def test_the_help_is_short_enough_to_be_read(place):
    assert len(place.question.label) <= 75
    assert len(place.question.hint) <= 130
    assert 30 <= len(place.question.help) <= 230
    assert len(re.findall(r"[.!?…](?= [А-ЯЁ]|$)", place.question.help.replace("\xa0", " "))) <= 3


@PLACES
def test_what_is_said_when_an_answer_is_missing_says_what_to_do(place):
    if place.question.missing:
        assert re.match("Впишите|Выберите|Напишите|Добавьте", place.question.missing)


@PLACES
def test_what_is_chosen_has_choices_and_nothing_else_has(place):
    question = place.question
    assert bool(question.choices) is (question.kind in CHOOSING)
    assert len(question.choices) <= 7
    assert len({choice.value for choice in question.choices}) == len(question.choices)
    if question.kind is ValueKind.presence:
        assert {choice.value for choice in question.choices} == {True, False}


@PLACES
def test_what_a_kind_needs_is_declared(place):
    question = place.question
    assert bool(question.code_name) is (question.kind is ValueKind.digits)
    assert bool(question.none_label) is bool(question.none_means)
    assert bool(question.none_label) is (question.kind is ValueKind.rows)
    assert bool(question.unit) is (question.kind is ValueKind.whole)
    assert not (question.ahead and question.kind is not ValueKind.day)


def test_an_example_stands_in_the_hint_of_what_is_typed():
    for place in places():
        if place.question.kind not in (ValueKind.file, ValueKind.choice):
            assert re.search("[Нн]апример|[0-9]|«|: ", place.question.hint), place.question.path


def test_pages_and_steps_have_titles_and_leads():
    for step in STEPS:
        assert step.title == tidy(step.title) and not step.title.endswith(".")
        for page in step.pages:
            assert page.title and not page.title.endswith(".")
            assert page.lead.endswith(SENTENCE_END)


def test_conditions_are_named_so_that_a_sentence_can_end_with_them():
    for place in places():
        assert re.match("[а-яё]", place.question.when.name)


def test_the_goods_are_the_list_and_another():
    question = next(p.question for p in places() if p.question.kind is ValueKind.goods)
    choices = choices_of(question, Case())
    assert len(choices) == 15
    assert choices[-1].value == "other" and choices[-1].label in question.missing
    assert all(choice.label and choice.meaning.endswith(".") for choice in choices)
