"""Tables for spreadsheets: no cell can be mistaken for a formula, whoever wrote what is in it."""

import csv
import io
from collections.abc import Iterable, Sequence

from pos_companion.importers.cleaning import guarded

_MARK = "\ufeff"
"""Lets spreadsheets know that it is UTF-8."""


def csv_text(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A whole file: titles first, each row behind them; lines end as RFC 4180 says.

    Args:
        titles: of the columns, in the language of the interface.
        rows: numbers, texts and None, which is an empty cell.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(title) for title in titles])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return _MARK + out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    # A number is a number, even one below nothing.
    return value if isinstance(value, int | float) else guarded(str(value))
