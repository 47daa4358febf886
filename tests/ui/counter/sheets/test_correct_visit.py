"""A visit as it is written down, and as it really was."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine, Product, Visit, VisitKind
from pos_companion.services.correct_visit import WhyPutRight
from pos_companion.services.past_visits import LastVisit
from ui.counter.sheets.correct_visit import CorrectVisitSheet

TEA, CAKE = Product(3, "tea", "Tea"), Product(4, "cake", "Cake", price=Money(400, "EUR"))
DAY, AT, TODAY = date(2025, 11, 17), time(9, 20), date(2025, 11, 21)


@pytest.fixture(autouse=True)
def dressed(look):
    """The kit needs a look."""


@pytest.fixture
def sheet(qtbot):
    lines = (BasketLine(TEA, amount=Money(250, "EUR")),)
    visit = Visit("one", 1, datetime(2025, 11, 17, 8, 20, tzinfo=UTC), DAY, Basket(lines))
    made = CorrectVisitSheet(LastVisit("one", DAY, AT, visit), TODAY, (TEA, CAKE))
    qtbot.addWidget(made)
    return made


def test_as_it_stands_nothing_is_to_be_changed(sheet):
    form = sheet.form()
    assert (form.uid, form.items, form.total, form.kind, form.at) == ("one", None, None, None, None)
    assert [chip.text() for chip in sheet.found.widgets()] == ["Cake"]


def test_something_more_costs_more_and_says_why(sheet):
    sheet.found.widgets()[0].click()
    form = sheet.form()
    assert [(one.product, one.amount) for one in form.items] == [(TEA, "2.50"), (CAKE, "4.00")]
    assert (sheet.total.text(), form.total, form.why) == ("6.50", None, WhyPutRight.ITEMS)
    sheet.add_product(CAKE)
    assert sheet.form().items[1].quantity == Decimal(2)


def test_a_product_is_found_by_typing_and_the_first_is_taken_with_enter(sheet):
    sought = []
    sheet.sought.connect(sought.append)
    sheet.line.set_text("ca")
    sheet.line.edited.emit("ca")
    sheet.show_found("c", (TEA,))
    assert sheet.found.widgets() == []
    sheet.show_found("ca", (CAKE,))
    sheet.line.submitted.emit("ca")
    assert sought == ["ca"]
    assert [row.form().product for row in sheet.items] == [TEA, CAKE]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda sheet: sheet.total.set_text("9"), WhyPutRight.AMOUNT),
        (lambda sheet: sheet.time.set_text("10:00"), WhyPutRight.TIME),
        (lambda sheet: sheet.kinds[VisitKind.PHONED].click(), WhyPutRight.OTHER),
        (lambda sheet: sheet.items[0].more.click(), WhyPutRight.ITEMS),
    ],
)
def test_the_reason_is_what_was_changed_until_another_is_chosen(sheet, change, why):
    change(sheet)
    sheet._guess_why()
    assert sheet.form().why is why
    sheet.whys[WhyPutRight.OTHER].click()
    sheet.items[0].more.click()
    assert sheet.form().why is WhyPutRight.OTHER


def test_a_total_that_was_typed_stays(sheet):
    sheet.total.set_text("9.00")
    sheet.items[0].more.click()
    assert sheet.form().total == "9.00"


@pytest.mark.parametrize(
    ("day", "month", "clock", "at"),
    [
        ("16", 11, "9:05", datetime(2025, 11, 16, 9, 5)),  # noqa: DTZ001 - a shop's clock
        ("22", 11, "09:20", datetime(2024, 11, 22, 9, 20)),  # noqa: DTZ001 - a shop's clock
        ("17", 11, "09.20", datetime(2025, 11, 17, 9, 20)),  # noqa: DTZ001 - a shop's clock
    ],
)
def test_another_day_is_the_last_one_of_that_name(sheet, day, month, clock, at):
    sheet.day.show_day(month, int(day))
    sheet.time.set_text(clock)
    assert sheet.form().at == at


@pytest.mark.parametrize(("day", "month", "clock"), [("31", 2, "09:20"), ("16", 11, "late")])
def test_a_day_or_time_there_is_not_is_said_where_it_is_typed(sheet, day, month, clock):
    heard = []
    sheet.put_right.connect(heard.append)
    sheet.day.show_day(month, int(day))
    sheet.time.set_text(clock)
    sheet.accepted.emit()
    assert heard == []
    assert sheet.when.is_open
