"""Amounts and quantities as people and programs write them.

Whether `1,234` is a thousand or a bit more than one cannot be told from one cell. So the decimal
sign is decided once, from every cell of a column; where the column does not tell, the other
columns of the file do; where they do not either, the shop's country decides, and that is said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale, UnknownLocaleError

MOST = 10**13
"""No amount or quantity of a shop is larger, in minor units or thousandths."""

_SPACES_AND_TICKS = re.compile(r"[\s\u00a0\u202f\u2009'’`´]")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\uff0d": "-", "\u066b": ".", "\u066c": ","})
_PARTS = re.compile(
    r"(?P<open>\()?(?P<sign>[-+])?(?P<word>[^\d.,()+%-]+\.?)?(?P<sign2>[-+])?"
    r"(?P<digits>[\d.,]*\d(?:[.,]-{0,2})?)"
    r"(?P<word2>[^\d.,()+%-]+\.?)?(?P<sign3>[-+])?(?P<close>\))?"
)


_SCIENTIFIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d{1,2}")


@dataclass(frozen=True)
class Signs:
    """What the cells of a column say about their decimal sign.

    Attributes:
        point: cells that only make sense with a decimal point.
        comma: cells that only make sense with a decimal comma.
        unclear: cells such as `1,234` that can be read both ways.
    """

    point: int = 0
    comma: int = 0
    unclear: int = 0

    def __add__(self, other: "Signs") -> "Signs":
        return Signs(
            self.point + other.point, self.comma + other.comma, self.unclear + other.unclear
        )

    @property
    def sign(self) -> str:
        """`.` or `,`, whichever more cells ask for; empty when they do not tell."""
        if self.point == self.comma:
            return ""
        return "." if self.point > self.comma else ","


def signs_of(cells: Iterable[str]) -> Signs:
    """Look at cells for their decimal sign; what is not a number says nothing."""
    point = comma = unclear = 0
    for cell in cells:
        sign = _sign_of(cell)
        point += sign == "."
        comma += sign == ","
        unclear += sign == "?"
    return Signs(point, comma, unclear)


def _sign_of(cell: str) -> str:
    """`.` or `,` when only that reading makes sense, `?` when both do, else nothing."""
    found = _PARTS.fullmatch(_SPACES_AND_TICKS.sub("", cell.translate(_SIGNS)))
    digits = found["digits"].rstrip("-") if found else ""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return _of_two(digits, points, commas)
    if not points and not commas:
        return ""
    mark, other = (".", ",") if points else (",", ".")
    if points + commas > 1:
        return other
    before, after = digits.split(mark)
    thousands = len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0")
    return "?" if thousands else mark


def _of_two(digits: str, points: int, commas: int) -> str:
    last = "." if digits.rfind(".") > digits.rfind(",") else ","
    return last if (points if last == "." else commas) == 1 else ""


def country_sign(country: str) -> str:
    """The decimal sign of a country, `.` or `,`.

    Args:
        country: ISO 3166 code; one that CLDR does not know means `.`.
    """
    try:
        symbols = Locale.parse(f"und_{country}").number_symbols["latn"]
    except (ValueError, UnknownLocaleError, KeyError):
        return "."
    return "," if symbols["decimal"] == "," else "."


def minor_units(text: str, sign: str, exponent: int) -> int:
    """Read an amount of money.

    Args:
        text: as it stands in the cell, with or without currency, `(12.00)` and `12.00-` are
            negative.
        sign: the decimal sign of its column, `.` or `,`.
        exponent: decimals of the currency: 2 for EUR, 0 for JPY.

    Returns:
        Minor units, halves rounded away from zero (files hold 3.9899999999999998).

    Raises:
        ValueError: not a number, or thousands are not grouped as thousands are.
    """
    text = _SPACES_AND_TICKS.sub("", text.translate(_SIGNS))
    if _SCIENTIFIC.fullmatch(text):  # what a spreadsheet or a program makes of 0.00000000000000018
        text, sign = f"{Decimal(text.replace(',', '.')):f}", "."
    found = _PARTS.fullmatch(text)
    if found is None or bool(found["open"]) != bool(found["close"]):
        raise ValueError(f"not a number: {text!r}")
    negatives = [found["sign"], found["sign2"], found["sign3"], found["open"]]
    minus = sum(mark in {"-", "("} for mark in negatives if mark)
    if minus > 1:
        raise ValueError(f"negative twice: {text!r}")
    size = _scaled(found["digits"].rstrip("-"), sign, exponent)  # "12.-" is twelve, not minus
    return -size if minus else size


def thousandths(text: str, sign: str) -> int:
    """Read a quantity as thousandths: `1.5` is 1500.

    Raises:
        ValueError: not a number.
    """
    return minor_units(text, sign, 3)


def _scaled(digits: str, sign: str, exponent: int) -> int:
    whole, mark, rest = digits.partition(sign)
    grouping = "," if sign == "." else "."
    if grouping in rest or sign in rest or (mark and not whole + rest):
        raise ValueError(f"not a number: {digits!r}")
    if grouping in whole and not _is_grouped(whole.split(grouping)):
        raise ValueError(f"not a number: {digits!r}")
    kept = f"{rest[:exponent]:0<{exponent}}"
    value = int((whole.replace(grouping, "") or "0") + kept)
    value += len(rest) > exponent and int(rest[exponent]) >= 5
    if value > MOST:
        raise ValueError(f"too large: {digits!r}")
    return value


def _is_grouped(groups: list[str]) -> bool:
    """Thousands in threes; or the Indian way, in twos before the last three."""
    head, *middle, last = groups
    sizes = {len(group) for group in middle}
    return len(last) == 3 and 1 <= len(head) <= 3 and sizes in (set(), {3}, {2})
