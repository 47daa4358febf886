"""A coupon on paper."""

from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.printouts import Line, PaperSize
from pos_companion.printouts.coupon_slip import CouponSlip, bars_of

FIRST, LAST = date(2026, 11, 22), date(2026, 12, 21)


def texts(slip: CouponSlip) -> list[str]:
    document = slip.document()
    parts = [part for section in document.sections for part in section.parts]
    said = [part.text for part in parts if isinstance(part, Line)]
    return [words(document.title), *(one if isinstance(one, str) else words(one) for one in said)]  # type: ignore[arg-type]


def test_it_says_what_it_is_worth_when_it_is_good_and_its_code_in_letters_and_bars() -> None:
    slip = CouponSlip("7K2MPQ4X", Money(200, "EUR"), FIRST, LAST, name="Ana", shop="Corner")
    assert texts(slip) == [
        "€2.00 off next time",
        "Good from 22 Nov until 21 Dec.",
        "Just for Ana.",
        "7K2M PQ4X",
        "From all of us at Corner",
    ]
    document = slip.document()
    assert (document.size, document.bars) == (PaperSize.A6, bars_of("7K2MPQ4X"))


def test_a_share_says_the_most_it_may_come_to() -> None:
    slip = CouponSlip("7K2MPQ4X", Money(500, "EUR"), FIRST, LAST, basis_points=1000)
    said = texts(slip)
    assert (said[0], said[2], said[-1]) == ("10% off next time", "At most €5.00.", "From all of us")


@pytest.mark.parametrize("code", ["7K2MPQ4X", "22222222"])
def test_the_bars_begin_and_end_as_code_128_does(code: str) -> None:
    bars = bars_of(code)
    assert set(bars) == {"0", "1"}
    assert bars.startswith("11010")
    assert bars.endswith("1100011101011")
