"""Amounts and quantities, with the decimal sign of their column."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.importers.numbers import (
    Signs,
    country_sign,
    minor_units,
    signs_of,
    thousandths,
)


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        (["12.50", "1,234.50"], "."),
        (["12,50", "1.234,50"], ","),
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["1,23,456.00"], "."),
        (["1234.567"], "."),
        (["0,125"], ","),
        (["3", "14"], ""),
        (["1,234"], ""),
        (["$8.00", "-$3.00", "($33.62) "], "."),
        (["12,50 €", "CHF 3"], ","),
        (["hello", ""], ""),
    ],
)
def test_all_cells_of_a_column_decide_its_decimal_sign(cells: list[str], sign: str) -> None:
    assert signs_of(cells).sign == sign


def test_a_cell_that_can_be_read_both_ways_is_counted_as_unclear() -> None:
    assert signs_of(["1,234", "12,345", "1.5"]) == Signs(point=1, unclear=2)


def test_more_cells_win_where_a_column_disagrees() -> None:
    assert signs_of(["1.50", "2.50", "3,50"]).sign == "."


@pytest.mark.parametrize(
    ("text", "sign", "amount"),
    [
        ("12.50", ".", 1250),
        ("$1,149.00", ".", 114900),
        ("1.234,50", ",", 123450),
        ("1'234.50", ".", 123450),
        ("1’234.50", ".", 123450),
        ("1\u00a0234,50", ",", 123450),
        ("1\u202f234,50", ",", 123450),
        ("(12.00)", ".", -1200),
        ("-$3.00", ".", -300),
        ("$-3.00", ".", -300),
        ("3.00-", ".", -300),
        ("\u22123.00", ".", -300),
        ("12.-", ".", 1200),
        ("12,50 €", ",", 1250),
        ("kr. 12,50", ",", 1250),
        ("CHF 12.50", ".", 1250),
        (".5", ".", 50),
        ("7", ".", 700),
        ("3.9899999999999998", ".", 399),
        ("0.005", ".", 1),
        ("-0.005", ".", -1),
        ("1.776357e-15", ".", 0),
        ("1.2E+2", ".", 12000),
        ("1,23,456.00", ".", 12345600),
        ("٣٫٥٠", ".", 350),
    ],
)
def test_an_amount_is_read_to_the_smallest_coin(text: str, sign: str, amount: int) -> None:
    assert minor_units(text, sign, 2) == amount


@pytest.mark.parametrize(
    "text", ["", "free", "1.2.3", "1,2", "12 %", "1x2", "--3", "(3", "-(3)", "1,2345.00", "9" * 20]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|large|negative"):
        minor_units(text, ".", 2)


def test_the_currency_says_how_many_decimals_there_are() -> None:
    assert minor_units("1,250", ".", 0) == 1250
    assert minor_units("1.250", ".", 3) == 1250


def test_a_quantity_is_read_in_thousandths() -> None:
    assert thousandths("1,5", ",") == 1500
    assert thousandths("-2.0", ".") == -2000


@pytest.mark.parametrize(
    ("country", "sign"), [("US", "."), ("DE", ","), ("CH", "."), ("XX", "."), ("", ".")]
)
def test_a_country_has_a_decimal_sign(country: str, sign: str) -> None:
    assert country_sign(country) == sign


@given(
    st.integers(-(10**9), 10**9), st.sampled_from([(",", "."), (".", ","), ("’", "."), (" ", ",")])
)
def test_whatever_a_till_writes_comes_back(amount: int, signs: tuple[str, str]) -> None:
    grouping, decimal = signs
    whole, cents = divmod(abs(amount), 100)
    grouped = f"{whole:,}".replace(",", grouping)
    text = f"{'-' if amount < 0 else ''}{grouped}{decimal}{cents:02d}"
    assert minor_units(text, decimal, 2) == amount
    assert signs_of([text]).sign == decimal


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(minor_units(text, ".", 2), int)
