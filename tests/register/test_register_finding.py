"""Finding cases by words, in an order, a page at a time; what is due; digests that keep up."""

from datetime import date

import pytest
from register_examples import EXAMPLE, NOON, case_of, later

from desktop_app.case.edit import replaced
from desktop_app.digests import bring_up_to_date
from desktop_app.register.finding import WEEK, Query, count, days_of, due, page
from desktop_app.register.register import Register

TODAY = date(2026, 11, 20)


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "register.sqlite") as opened:
        yield opened


def handed(case, day, **answer):
    delivery = {"channel": "in_person", "handed_on": day}
    return replaced(case, "delivery", delivery | ({"response": answer} if answer else {}))


def buyers(rows):
    return [(row.buyer or "?").split()[0] for row in rows]


def found(register, text, **more):
    bring_up_to_date(register, TODAY)
    query = Query(text, **more)
    rows = page(register, query)
    assert count(register, query) == len(rows)
    return buyers(rows)


@pytest.mark.parametrize(
    "text",
    [
        *("орлова", "ОРЛОВОЙ", "рлов", "стиральная машина", "стиральные машины", "машин", "мастер"),
        *("орлова стиральная", "екатеринбург", "г. Екатеринбург", "домашний"),
    ],
)
def test_a_word_in_any_form_or_its_beginning_finds_the_case(register, text):
    register.new(EXAMPLE, NOON)
    register.new(replaced(case_of("Ёжикова"), "purchase.item", "Телефон"), NOON)
    address = replaced(EXAMPLE, "buyer.address", "г. Екатеринбург, ул. Мира, д. 1")
    register.save(EXAMPLE.id, address, later(1))
    assert "Орлова" in found(register, text)


def test_everything_typed_is_searched_also_sums_phones_and_what_could_not_be_read(register):
    case = replaced(case_of("Тихая"), "buyer.phone", "+7 921 555-44-33")
    case = replaced(case, "purchase.price", "54990.00")
    case = replaced(case, "repairs[0].defect", "гудит на отжиме")
    case = replaced(case, "answers.unreadable", {"purchase.contract_date": "под ёлку"})
    register.new(case, NOON)
    register.new(EXAMPLE, NOON)
    phones = ("+7 921 555-44-33", "+79215554433", "8 (921) 555 44 33", "7 921 555 44 33", "921 555")
    for text in phones:
        assert found(register, text) == ["Тихая"], text
    for text in ("54 990 руб", "54\u00a0990,00 ₽", "54990"):
        assert found(register, text) == ["Тихая"], text
    for text in ("9215554433", "89215554433", "54 990", "гудит отжиме", "под елкой", "ЁЛКУ"):
        assert found(register, text) == ["Тихая"], text


@pytest.mark.parametrize(
    "text", ['"', "* ^", "орлова нетакого", "NEAR(", "AND", "' OR 'яя'='яя", "\x00"]
)
def test_what_is_in_no_case_finds_nothing_and_breaks_nothing(register, text):
    register.new(EXAMPLE, NOON)
    assert found(register, text) == []


def test_nothing_asked_finds_all_and_the_basket_is_apart(register):
    for surname in ("Ааа", "Ббб"):
        register.new(case_of(surname), NOON)
    gone = register.new(case_of("Ввв"), NOON)
    register.to_basket(gone, later(1))
    assert sorted(found(register, " ")) == ["Ааа", "Ббб"]
    assert found(register, "ввв") == []
    assert found(register, "ввв", basket=True) == ["Ввв"]


def test_a_changed_case_is_found_by_what_it_says_now(register):
    register.new(EXAMPLE, NOON)
    assert found(register, "машина") == ["Орлова"]
    register.save(EXAMPLE.id, replaced(EXAMPLE, "purchase.item", "Утюг"), later(1))
    assert found(register, "утюг") == ["Орлова"]
    register.to_basket(EXAMPLE.id, later(2))
    register.remove(EXAMPLE.id)
    assert register.select("SELECT rowid FROM words WHERE words MATCH 'утюг'") == []


def test_a_case_changed_a_moment_ago_is_found_before_its_digest_is_made_anew(register):
    register.new(EXAMPLE, NOON)
    bring_up_to_date(register, TODAY)
    register.save(EXAMPLE.id, replaced(EXAMPLE, "purchase.item", "Утюжок"), later(1))
    register.new(case_of("Ёжикова"), later(2))
    assert buyers(page(register, Query("тюжок"))) == ["Орлова"]
    assert buyers(page(register, Query("ежиков"))) == ["Ёжикова"]


def test_a_search_folds_anew_only_what_has_changed_since_its_digest(register):
    folded_now = []
    register.new(EXAMPLE, NOON)
    register.new(case_of("Ёжикова"), NOON)
    bring_up_to_date(register, TODAY)
    register.save(EXAMPLE.id, replaced(EXAMPLE, "purchase.item", "Утюжок"), later(1))
    register.connection.create_scalar_function("folded", folded_now.append, 1)
    assert buyers(page(register, Query("жиков"))) == ["Ёжикова"]
    assert [text for text in folded_now if "Ёжикова" in text] == []
    assert len(folded_now) == 1


def test_orders(register):
    first = register.new(replaced(case_of("ёлкина"), "purchase.item", "Телефон"), NOON)
    register.new(replaced(case_of("Яшина"), "purchase.item", "вентилятор"), later(1))
    register.new(replaced(case_of("Жуков"), "purchase.item", None), later(2))
    register.save(first, handed(register.read(first).case, "2026-11-16"), later(3))
    assert found(register, "", order="changed") == ["ёлкина", "Жуков", "Яшина"]
    assert found(register, "", order="buyer") == ["ёлкина", "Жуков", "Яшина"]
    assert found(register, "", order="item") == ["Яшина", "ёлкина", "Жуков"]
    assert found(register, "", order="status")[0] == "ёлкина"
    assert found(register, "", order="next_day")[0] == "ёлкина"


def test_pages_are_parts_of_the_whole(register):
    for number in range(25):
        register.new(case_of(f"Номер{number:02}"), later(number))
    whole = page(register, Query())
    parts = [page(register, Query(), start, 10) for start in (0, 10, 20, 30)]
    assert [len(part) for part in parts] == [10, 10, 5, 0]
    assert tuple(row for part in parts for row in part) == whole


def test_the_status_follows_the_day_and_the_answers(register):
    case_id = register.new(handed(EXAMPLE, "2026-11-16"), NOON)
    bring_up_to_date(register, date(2026, 11, 20))
    row = page(register, Query())[0]
    assert (row.state, row.next_day) == ("handed_over", date(2026, 11, 26))
    bring_up_to_date(register, date(2026, 11, 28))
    row = page(register, Query())[0]
    assert row.state == "overdue" and row.status.startswith("просрочено: 2")
    case = handed(EXAMPLE, "2026-11-16", kind="paid", on="2026-11-26", amount=None)
    register.save(case_id, case, later(9))
    bring_up_to_date(register, date(2026, 11, 28))
    assert register.row(case_id).state == "closed"
    assert due(register, date(2026, 1, 1), date(2029, 1, 1)) == ()


def test_only_what_is_out_of_date_is_made_anew(register):
    for surname in ("Один", "Два"):
        register.new(case_of(surname), NOON)
    assert bring_up_to_date(register, TODAY, most=1)
    assert bring_up_to_date(register, TODAY, most=1)
    assert not bring_up_to_date(register, TODAY, most=1)
    made = register.select("SELECT total_changes()")
    assert not bring_up_to_date(register, TODAY)
    assert register.select("SELECT total_changes()") == made


def test_what_is_due_between_two_days(register):
    one = register.new(handed(case_of("Срочная"), "2026-11-10"), NOON)
    register.new(handed(case_of("Поздняя"), "2026-11-16"), NOON)
    register.new(case_of("Черновик"), NOON)
    bring_up_to_date(register, TODAY)
    found_days = due(register, TODAY, date(2026, 11, 27))
    assert [(d.row.buyer.split()[0], d.day.day) for d in found_days] == [
        *(("Срочная", 20), ("Срочная", 21), ("Поздняя", 26), ("Поздняя", 27)),
    ]
    assert all(d.title and d.text for d in found_days)
    register.to_basket(one, later(5))
    assert len(due(register, TODAY, TODAY)) == 0


def test_what_is_due_today_and_this_week(register):
    register.new(handed(EXAMPLE, "2026-11-20"), NOON)
    bring_up_to_date(register, date(2026, 11, 21))
    ids = [one.day.day for one in days_of(register, EXAMPLE.id)][:2]
    assert ids == [30, 1]

    def titles(first):
        return [one.title for one in due(register, first, first + WEEK)]

    assert titles(date(2026, 11, 30)) == ["Последний день ответа", "Первый день неустойки"]
    assert titles(date(2026, 11, 23)) == ["Последний день ответа"]
    assert titles(date(2026, 11, 22)) == []


def test_a_status_and_a_day_are_found_too(register):
    register.new(handed(case_of("Поздняя"), "2026-11-03"), NOON)
    register.new(case_of("Черновик"), NOON)
    assert found(register, "просрочено") == ["Поздняя"]
    assert found(register, "03.11.2026") == ["Поздняя"]


def test_a_day_is_one_thing_however_it_is_written(register):
    case = replaced(case_of("Верная"), "purchase.contract_date", "2026-03-23")
    register.new(case, NOON)
    other = replaced(case_of("Чужая"), "purchase.contract_date", "2026-11-03")
    register.new(replaced(other, "current_defect.noticed_on", "2023-03-26"), NOON)
    for text in ("23.03.2026", "23.3.26", "2026-03-23", "23 марта 2026 года", "23/03/2026"):
        assert found(register, text) == ["Верная"], text
    assert found(register, "31.02.2026") == []


def test_a_sum_of_the_status_and_another_form_of_its_word_are_found(register):
    register.new(handed(case_of("Поздняя"), "2026-10-15"), NOON)
    register.new(case_of("Черновик"), NOON)
    bring_up_to_date(register, TODAY)
    status = page(register, Query("поздняя"))[0].status
    total = status.split(", ", 1)[1]
    assert found(register, total) == found(register, total.replace("\u00a0", " ")) == ["Поздняя"]
    assert found(register, "просроченные") == ["Поздняя"]


def test_a_day_that_is_to_come_is_found(register):
    register.new(handed(case_of("Срочная"), "2026-11-16"), NOON)
    register.new(case_of("Черновик"), NOON)
    assert found(register, "27.11.2026") == ["Срочная"]
