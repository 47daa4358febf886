"""What they had, line by line."""

from decimal import Decimal

import pytest

from pos_companion.model.money import Money
from pos_companion.model.visits import BasketLine, Product
from tests.layout_eyes import nameless, too_small
from ui.counter.sheets.item_rows import ItemForm, ItemRow

TEA = Product(3, "tea", "Tea")


@pytest.fixture(autouse=True)
def dressed(look):
    """The kit needs a look."""


def row_of(qtbot, quantity=1, cents=250, way=""):
    amount = None if cents is None else Money(cents, "EUR")
    row = ItemRow(BasketLine(TEA, Decimal(quantity), amount, way))
    qtbot.addWidget(row)
    return row


def test_more_and_fewer_cost_more_and_less(qtbot):
    row = row_of(qtbot)
    assert (row.name.text(), row.is_changed()) == ("Tea", False)
    row.more.click()
    assert row.form() == ItemForm(TEA, Decimal(2), "", "5.00")
    assert "2 × " in row.name.text()
    row.fewer.click()
    assert not row.is_changed()
    row.fewer.click()
    assert row.form() == ItemForm(TEA, Decimal(0), "", "0.00")
    assert row.name.text().startswith("Not: ")
    assert not row.fewer.isEnabled()


def test_an_amount_that_was_typed_stays(qtbot):
    row = row_of(qtbot)
    row.amount.set_text("2.00")
    row.more.click()
    assert row.form().amount == "2.00"


def test_what_nobody_knows_is_not_made_up(qtbot):
    row = row_of(qtbot, cents=None)
    row.more.click()
    assert row.form().amount == ""


@pytest.mark.qt_log_ignore("propagateSizeHints")  # without a screen nobody is told the least size
def test_how_they_have_it_is_in_its_name_and_a_tap_lets_it_be_typed(qtbot):
    row = row_of(qtbot, way="no milk")
    assert row.name.text() == "Tea, no milk"
    assert not row.way.isVisibleTo(row)
    row.name.click()
    assert row.way.isVisibleTo(row)
    row.way.set_text("oat milk")
    assert row.form().way == "oat milk"
    assert row.is_changed()
    row.show()
    assert too_small(row) + nameless(row) == []


def test_something_brought_back_stays_brought_back(qtbot):
    row = row_of(qtbot, quantity=-1, cents=-250)
    row.fewer.click()
    assert row.form() == ItemForm(TEA, Decimal(-2), "", "-5.00")
