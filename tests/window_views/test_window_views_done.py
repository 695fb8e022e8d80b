"""«Готово» saves the documents and says what to do until when."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from window_views_found import THEME, buttons_in, press, words_in

from desktop_app.advice.next_steps import next_steps
from desktop_app.case.model import Attachment
from desktop_app.errors import UserError
from desktop_app.interview.form import question_at
from desktop_app.packet.write import write_files
from desktop_app.window.printing.dialog import PrintDialog
from desktop_app.window.views import saving
from desktop_app.window.views.done import DoneView
from desktop_app.window.views.outside import Outside


@pytest.fixture
def opened():
    return []


@pytest.fixture
def done(open_session, shown, opened, tmp_path):
    def make(write=write_files, **answers):
        def open_path(path):
            opened.append(path)
            return True

        outside = Outside(lambda *_: tmp_path / "письма", open_path, write)
        return shown(DoneView(open_session(**answers), THEME, outside))

    return make


def test_the_packet_is_saved_as_word_and_pdf(done, qtbot, tmp_path, opened):
    view = done()
    with qtbot.waitSignal(view.saved) as saved:
        press(view, "Сохранить документы…")
        assert not list(tmp_path.glob("письма/*"))
    names = sorted(path.name for path in saved.args[0])
    sheets = (
        *("Акт об отказе в принятии", "Опись вложения", "Памятка"),
        *("Претензия — экземпляр потребителя", "Претензия — экземпляр продавца", "Расчёт дней"),
    )
    assert names == [f"{sheet}.{kind}" for sheet in sheets for kind in ("docx", "pdf")]
    assert all(path.stat().st_size > 5000 for path in saved.args[0])
    assert "экземпляр продавца" in words_in(view)
    assert view.focusWidget() is view.save_card.folder
    press(view, "Открыть папку")
    press(view, "Открыть файл Претензия — экземпляр продавца.docx")
    assert opened == [tmp_path / "письма", tmp_path / "письма" / names[8]]


def test_only_what_is_ticked_is_saved(done, qtbot, tmp_path):
    view = done()
    card = view.save_card
    card.pdf.setChecked(False)
    for name in ("calculation", "inventory", "refusal"):
        card.sheets.lines[name].box.click()
    with qtbot.waitSignal(view.saved) as saved:
        card.save_to(tmp_path)
    assert [path.name for path in saved.args[0]] == [
        *("Претензия — экземпляр продавца.docx", "Претензия — экземпляр потребителя.docx"),
        "Памятка.docx",
    ]
    card.docx.setChecked(False)
    card.save_to(tmp_path)
    assert "Отметьте, что сохранить" in words_in(view)


def test_a_second_set_of_files_says_why_its_names_have_a_number(done, qtbot, tmp_path):
    view = done()
    for numbered in (False, True):
        with qtbot.waitSignal(view.saved):
            view.save_card.save_to(tmp_path / "письма")
        assert ("уже были и остались" in words_in(view)) is numbered


def test_it_can_be_cancelled_with_nothing_written(done, qtbot, tmp_path):
    view = done()
    card = view.save_card
    card.save_to(tmp_path / "письма")
    with qtbot.waitSignal(card.saving.cancelled):
        qtbot.waitUntil(lambda: card.progress.value() > 0)
        press(view, "Отменить")
    assert "Отменено, ничего не записано" in words_in(view)
    assert not (tmp_path / "письма").exists()
    assert card.save.isEnabled()


def test_a_saving_goes_on_when_the_page_is_left(open_session, qtbot, tmp_path):
    view = DoneView(open_session(), THEME)
    view.save_card.save_to(tmp_path / "письма")
    view.deleteLater()
    del view
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("письма/*.pdf"))) == 6)
    qtbot.waitUntil(lambda: not saving.Saving.running)


def leave_and_return(view, shown):
    session = view.session
    view.deleteLater()
    return shown(DoneView(session, THEME))


def test_a_saving_that_ended_elsewhere_is_told_on_return(done, shown, qtbot, tmp_path):
    view = done()
    view.save_card.save_to(tmp_path / "письма")
    again = leave_and_return(view, shown)
    assert again.save_card.stop.isVisible() and not again.save_card.save.isEnabled()
    assert not again.save_card.whole.isEnabled()
    qtbot.waitUntil(lambda: again.save_card.save.isEnabled())
    assert "Сохранено в папку" in words_in(again)
    later = leave_and_return(again, shown)
    assert "экземпляр продавца" in words_in(later)
    assert "ответы изменились" not in words_in(later)
    question = question_at("seller.name").question
    later.session.type(question, None, "ООО «Другой магазин»")
    last = leave_and_return(later, shown)
    assert "ответы изменились" in words_in(last)


def test_a_saving_that_failed_elsewhere_is_told_on_return(done, shown, qtbot, tmp_path):
    def refuse(files, folder):
        raise UserError("На диске нет места.")

    view = done(write=refuse)
    view.save_card.save_to(tmp_path)
    again = leave_and_return(view, shown)
    qtbot.waitUntil(lambda: not saving.Saving.running)
    assert "На диске нет места." in words_in(again)
    assert "На диске нет места." in words_in(leave_and_return(again, shown))


def test_what_the_disk_refuses_is_said(done, qtbot, tmp_path):
    def refuse(files, folder):
        raise UserError("На диске нет места.")

    view = done(write=refuse)
    card = view.save_card
    card.save_to(tmp_path)
    with qtbot.waitSignal(card.saving.failed):
        pass
    assert "На диске нет места." in words_in(view)


def test_the_ticks_follow_the_way_of_delivery_till_one_is_touched(done):
    view = done()
    ticks = view.save_card.sheets
    assert ticks.chosen == ("calculation", "inventory", "refusal", "memo")
    channel = question_at("delivery.channel").question
    view.session.choose(channel, None, "post")
    assert ticks.chosen == ("calculation", "inventory", "memo")
    ticks.lines["refusal"].box.click()
    ticks.lines["memo"].box.click()
    view.session.choose(channel, None, "in_person")
    assert ticks.chosen == ("calculation", "refusal")
    view.session.choose(channel, None, "email")
    assert ticks.chosen == ("calculation", "inventory", "refusal"), "best posted too"


def test_a_press_on_the_words_turns_the_tick(done, qtbot):
    line = done().save_card.sheets.lines["memo"]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert not line.box.isChecked()


def test_printing_offers_what_the_case_calls_for(done, qtbot):
    view = done()
    view.session.choose(question_at("delivery.channel").question, None, "post")
    press(view, "Напечатать документы")
    dialog = view.findChild(PrintDialog)
    assert dialog.isVisible()
    assert [sheet.name for sheet in dialog.chosen] == [
        "Претензия — экземпляр продавца",
        "Претензия — экземпляр потребителя",
        *("Расчёт дней", "Расчёт дней", "Опись вложения", "Памятка"),
    ]
    assert [tick.isChecked() for tick in dialog.ticks] == [True] * 4 + [False, True]
    dialog.close()


def test_with_an_error_only_the_draft_is_offered(done, qtbot, tmp_path):
    view = done(at={"seller.name": None})
    wanted = []
    view.question_wanted.connect(wanted.append)
    assert "Чтобы письмо было готово" in words_in(view)
    assert "Что делать дальше" not in words_in(view)
    names = [button.accessibleName() for button in buttons_in(view)]
    assert "Сохранить документы…" not in names
    assert [n for n in names if n.startswith("Напечатать")] == ["Напечатать черновик"]
    press(view, "Ответить:")
    assert wanted == ["seller.name"]
    with qtbot.waitSignal(view.saved) as saved:
        press(view, "Сохранить черновик…")
    assert {path.name for path in saved.args[0]} == {
        "Черновик претензии.docx",
        "Черновик претензии.pdf",
    }


@pytest.mark.parametrize(
    "at",
    [
        {"country": "KZ"},
        {"repairs": (), "current_defect": None},
    ],
    ids=["another country", "no ground"],
)
def test_where_no_answer_helps_none_is_asked_for(done, at):
    view = done(at=at)
    wanted = []
    view.question_wanted.connect(wanted.append)
    assert "Почему письма не будет" in words_in(view)
    assert "ответьте" not in words_in(view)
    press(view, "Что можно сделать")
    assert wanted == ["step:law"]


def test_what_the_grounds_wait_for_is_asked_for_once(done):
    view = done(at={"repairs": None, "purchase.contract_date": None})
    said = words_in(view)
    assert said.count("Какие ремонты были?") == said.count("Когда вы купили товар?") == 1
    assert "Основание претензии" not in said


def test_handing_is_marked(done):
    view = done()
    wanted = []
    view.question_wanted.connect(wanted.append)
    press(view, "Отметить вручение")
    assert wanted == ["delivery.channel"]


def steps_on(session, today=date(2026, 11, 20)):
    session.today = today
    steps = next_steps(session.asked_case, session.kind, session.assessment, today)
    return "\n".join(f"{s.title}. {s.text}" for s in steps).replace("\u00a0", " ")


def test_before_the_handing_the_days_are_those_of_today(open_session):
    text = steps_on(open_session())
    assert "получит письмо 20 ноября 2026 года" in text
    assert "последний день ответа — 30 ноября 2026 года" in text
    assert "Неустойка идёт с 1 декабря 2026 года" in text
    assert "опись" in text and "394018" in text
    assert "WM6010-004417" in text and "Везёт товар магазин" in text
    assert "кредит" not in text


def test_after_the_handing_the_days_are_those_of_the_case(open_session):
    session = open_session(at={"delivery.handed_on": date(2026, 11, 25)})
    text = steps_on(session, date(2026, 11, 26))
    assert "Ждите ответа до 7 декабря 2026 года" in text
    assert "с 8 декабря 2026 года" in text
    assert "Подпишите" not in text


@pytest.mark.parametrize(("today", "over"), [(date(2026, 12, 7), False), (date(2026, 12, 8), True)])
def test_the_last_day_belongs_to_the_term(open_session, today, over):
    session = open_session(at={"delivery.handed_on": date(2026, 11, 25)})
    text = steps_on(session, today)
    assert ("Срок ответа вышел" in text) is over
    assert ("Роспотребнадзор" in text) is over
    assert ("385,00 ₽." in text) is over


def test_a_loan_goes_on(open_session):
    assert "Платите кредит по графику" in steps_on(
        open_session(at={"payment.method": "consumer_loan"})
    )


def test_the_head_and_the_steps_follow_the_answer(done, qtbot):
    view = done(at={"delivery.channel": "post", "delivery.sent_on": date(2026, 10, 6)})
    view.session.today = date(2026, 11, 20)
    assert view.lead().startswith("Письмо отправлено.")
    for path, text in (("handed_on", "09.10.2026"), ("response.amount", "20 000")):
        if path == "response.amount":
            view.session.choose(question_at("delivery.response.kind").question, None, "partly")
        view.session.type(question_at(f"delivery.{path}").question, None, text)
    assert view.lead().startswith("Магазин выполнил не")
    said = words_in(view)
    assert "Осталось получить 20 340,00 ₽" in said and "Роспотребнадзор" in said
    wanted = []
    view.question_wanted.connect(wanted.append)
    press(view, "Отметить ответ")
    assert wanted == ["delivery.response.kind"]


def test_money_paid_ends_the_matter(open_session):
    text = steps_on(open_session(at={"delivery.response.kind": "paid"}))
    assert text.startswith("Деньги вернули")
    assert "акту" not in text


def test_all_is_saved_as_one_pdf_with_the_scans(done, qtbot, tmp_path):
    scan = tmp_path / "талон.png"
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("gray"))
    assert image.save(str(scan))
    view = done(at={"attachments": (Attachment(title="талон", file=str(scan)),)})
    card = view.save_card
    assert not card.whole.isChecked()
    for box, wanted in ((card.docx, False), (card.pdf, False), (card.whole, True)):
        box.setChecked(wanted)
    steps = []
    with qtbot.waitSignal(view.saved) as saved:
        card.save_to(tmp_path / "письма")
        card.saving.advanced.connect(lambda at, of, doing: steps.append((at, of, doing)))
    (path,) = saved.args[0]
    assert path.name == "Претензия с приложениями.pdf"
    assert "Приложение" in PdfReader(path).pages[-1].extract_text()
    assert any("Приложение № 5" in doing for _, _, doing in steps)
    assert all(at < of for at, of, _ in steps)


def test_a_scan_that_is_gone_fails_the_saving_with_its_name(done, qtbot, tmp_path):
    gone = str(tmp_path / "нет.png")
    view = done(at={"attachments": (Attachment(title="талон", file=gone),)})
    view.save_card.whole.setChecked(True)
    view.save_card.save_to(tmp_path / "письма")
    with qtbot.waitSignal(view.save_card.saving.failed):
        pass
    assert "нет.png" in words_in(view)
    assert not (tmp_path / "письма").exists()


def test_the_days_are_saved_for_a_calendar(done, qtbot, tmp_path):
    view = done()
    view.session.type(question_at("delivery.handed_on").question, None, "06.10.2026")
    press(view, "Сроки в календарь…")
    (path,) = tmp_path.glob("письма/*.ics")
    assert path.name == "Сроки претензии.ics" and path.name in words_in(view)
    assert "20261016" in path.read_text(encoding="utf-8")
    assert "Стиральная машина" in path.read_text(encoding="utf-8").replace("\n ", "")


def test_days_that_the_disk_refuses_are_told(done):
    def refuse(files, folder):
        raise UserError("На диске нет места.")

    view = done(write=refuse)
    press(view, "Сроки в календарь…")
    assert "На диске нет места." in words_in(view)


def test_the_ticks_are_there_again_and_the_printing_follows_them(done, shown):
    view = done()
    for name in ("memo", "inventory", "refusal"):
        view.save_card.sheets.lines[name].box.click()
    again = leave_and_return(view, shown)
    assert again.save_card.sheets.chosen == ("calculation",)
    press(again, "Напечатать документы")
    dialog = again.findChild(PrintDialog)
    assert [tick.isChecked() for tick in dialog.ticks] == [True] * 3 + [False] * 3
    memo = dialog.ticks[-1]
    memo.setChecked(True)
    pages = dialog.chosen[-1].pages
    text = " ".join(line.text for n in range(pages.count) for line in pages.lines(n))
    assert "Расчёт" in text and "«Опись" not in text, "the memo names the sheets printed with it"
    dialog.close()


def test_answers_changed_while_saving_are_told(done, qtbot, tmp_path):
    view = done()
    view.save_card.save_to(tmp_path / "письма")
    view.session.choose(question_at("delivery.channel").question, None, "post")
    qtbot.waitUntil(lambda: view.save_card.saving is None)
    assert "ответы изменились" in words_in(view)


@pytest.mark.parametrize("whole", [False, True])
def test_the_progress_ends_where_it_said(done, qtbot, tmp_path, whole):
    view = done()
    card = view.save_card
    card.whole.setChecked(whole)
    card.save_to(tmp_path)
    told = []
    card.saving.advanced.connect(lambda finished, of, doing: told.append((finished, of)))
    with qtbot.waitSignal(view.saved, timeout=20_000):
        pass
    assert told[-1][0] == told[-1][1] - 1, "the last piece is the writing"
