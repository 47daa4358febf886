"""A table of sold lines, read as `SaleLine` values."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import repeat
from typing import Any

from babel.numbers import get_currency_precision

from pos_companion.i18n import N_, Phrase
from pos_companion.importers import Chunk, Kind, SaleLine, Wanted, What, Who
from pos_companion.importers.cleaning import clean, clean_id
from pos_companion.importers.columns import Remembered, cells_of, or_sentence
from pos_companion.importers.contacts import (
    card_code,
    email_address,
    holds_payment_card,
    phone_is_card,
    phone_number,
)
from pos_companion.importers.dates import has_day, instant
from pos_companion.importers.mapping import Columns, map_columns
from pos_companion.importers.numbers import minor_units, thousandths
from pos_companion.importers.rejects import Rejects
from pos_companion.importers.survey import Writing, survey
from pos_companion.importers.table import Rows, Table

SURVEY_SHARE = 0.3
"""How much of the reading time the first look at a file takes."""

_NO_DATE = N_("“{text}” is not a date and time.")
_NO_AMOUNT = N_("“{text}” is not an amount.")
_CARD = Phrase(N_("A payment card is never kept."))
_NO_QUANTITY = N_("“{text}” is not a quantity.")


def read_sales(table: Table, wanted: Wanted) -> Iterator[Chunk]:
    """Read sold lines, in the order of the file.

    A line needs a sale number, a time, a customer and a product; a line without a quantity is
    one piece. Lines with a negative quantity or amount are things brought back and stay so.

    Raises:
        ImportRefusedError: a needed column is missing.
    """
    columns = map_columns(Kind.SALES, table.header, wanted.columns)
    found: list[Writing] = []
    for done in survey(table, columns, wanted.country, found.append):
        yield Chunk(done * SURVEY_SHARE)
    writing = found[0]
    yield Chunk(SURVEY_SHARE, header=table.header, notes=table.notes + writing.notes)
    lines, rejects = _Lines(columns, wanted, writing), Rejects(columns)
    for rows in table.rows():
        taken = lines.read(rows, rejects)
        done = SURVEY_SHARE + rows.done * (1 - SURVEY_SHARE)
        cells = partial(_cells_of_row, rows, rejects)
        yield Chunk(done, lines=taken, rejected=rejects.taken(), cells=cells)
    yield Chunk(1.0, notes=rejects.notes())


def _cells_of_row(rows: Rows, rejects: Rejects, number: int) -> tuple[str, ...]:
    return rejects.safe(rows.cells[rows.numbers.index(number)])


class _Lines:
    """Reads rows with what is known about the columns of one file."""

    def __init__(self, columns: Columns, wanted: Wanted, writing: Writing) -> None:
        self._columns = columns
        self._wanted = wanted
        self._writing = writing
        exponent = get_currency_precision(wanted.currency)
        signs = writing.signs
        self._sale = Remembered(_sale)
        self._when = Remembered(self._read_when)
        self._who = Remembered(self._read_who)
        self._what = Remembered(_what)
        self._text = Remembered(_plain)
        self._quantity = Remembered(
            or_sentence(
                lambda cell: thousandths(cell, signs["quantity"]) if cell.strip() else 1000,
                _NO_QUANTITY,
            )
        )
        self._amount = Remembered(
            or_sentence(
                lambda cell: minor_units(cell, signs["amount"], exponent) if cell.strip() else None,
                _NO_AMOUNT,
            )
        )

    def read(self, rows: Rows, rejects: Rejects) -> list[SaleLine]:
        """The lines of some rows; what cannot be read goes to `rejects`."""
        readers = (
            self._sale, self._when, self._who, self._what, self._quantity, self._amount, self._text
        )  # fmt: skip
        for reader in readers:
            reader.failed = False
        columns: list[Any] = [
            rows.numbers,
            self._column(rows, self._sale, "sale"),
            self._together(rows, self._when, "date", "time"),
            self._together(rows, self._who, "customer", "phone", "email", "card", "customer_name"),
            self._together(rows, self._what, "product", "name", "group"),
            self._column(rows, self._quantity, "quantity", 1000),
            self._column(rows, self._amount, "amount", None),
            self._column(rows, self._text, "till", ""),
            self._column(rows, self._text, "staff", ""),
        ]
        if any(reader.failed for reader in readers) or rows.unreadable:
            good = list(self._sorted_out(list(zip(*columns, strict=False)), rows, rejects))
            columns = list(zip(*good, strict=True)) if good else [()] * len(columns)
        elif rows.numbers:
            rejects.go_on()
        numbers, sales, whens, *rest = columns
        at, days = zip(*whens, strict=True) if whens else ((), ())
        return list(map(SaleLine._make, zip(numbers, sales, at, days, *rest, strict=False)))

    def _column(
        self, rows: Rows, reader: Remembered, field: str, without: object = ""
    ) -> Iterable[object]:
        places = self._columns.of(field)
        if not places:
            return repeat(without)
        return list(map(reader.__getitem__, cells_of(rows.cells, places)))

    def _together(self, rows: Rows, reader: Remembered, *fields: str) -> Iterable[object]:
        cells = [
            cells_of(rows.cells, self._columns.of(field)) if self._columns.of(field) else repeat("")
            for field in fields
        ]
        return list(map(reader.__getitem__, zip(*cells, strict=False)))

    def _sorted_out(
        self, raw: list[tuple[Any, ...]], rows: Rows, rejects: Rejects
    ) -> Iterator[tuple[Any, ...]]:
        """The rows without a reason against them, in the order of the file."""
        bad = {number: (reason, cells) for number, reason, cells in rows.unreadable}
        for values, cells in zip(raw, rows.cells, strict=True):
            reason = next((value for value in values if isinstance(value, Phrase)), None)
            if reason is not None:
                bad[values[0]] = (reason, cells)
        good = {values[0]: values for values in raw if values[0] not in bad}
        for number in sorted({*bad, *good}):
            if number in good:
                rejects.go_on()
                yield good[number]
            else:
                reason, cells = bad[number]
                rejects.add(number, reason, cells, self._is_like_a_sum(cells))

    def _is_like_a_sum(self, cells: list[str]) -> bool:
        """A sum has no product, no time, no sale, and hardly anything else."""
        if not cells:
            return False
        times = [cells[at] for field in ("date", "time") for at in self._columns.of(field)]
        sale = [cells[at] for at in self._columns.of("sale")]
        sold = [cells[at] for field in ("product", "name") for at in self._columns.of(field)]
        if any(letter.isdigit() for text in times for letter in text) or "".join(sold).strip():
            return False
        mapped = {at for found in self._columns.places.values() for at in found}
        filled = sum(1 for at in mapped if cells[at].strip())
        return filled * 2 < len(mapped) and not ("".join(times).strip() and "".join(sale).strip())

    def _read_when(self, cells: tuple[str, str]) -> object:
        day, time = (clean(cell) for cell in cells)
        text = time if not day or has_day(time) else f"{day} {time}"
        try:
            at = instant(text, self._writing.day_first, self._wanted.time)
        except (ValueError, OverflowError):
            return Phrase(_NO_DATE, {"text": text[:60]})
        return int(at.timestamp()), self._wanted.time.business_day(at).toordinal()

    def _read_who(self, cells: tuple[str, str, str, str, str]) -> object:
        outside, phone, email, card, name = cells
        if phone_is_card(phone) or holds_payment_card(email) or holds_payment_card(name):
            return _CARD
        try:
            who = Who(
                card_code(outside),
                phone_number(phone, self._wanted.country) if phone.strip() else "",
                _email_or_nothing(email),
                card_code(card),
                clean(name),
            )
        except ValueError:
            return _CARD
        return who if any(who[:4]) else Phrase(N_("There is no customer on this line."))


def _email_or_nothing(cell: str) -> str:
    """On a sale an address only helps to find somebody: one that is none helps nobody."""
    try:
        return email_address(cell) if cell.strip() else ""
    except ValueError:
        return ""


def _plain(cell: str) -> object:
    text = clean(cell)
    return _CARD if holds_payment_card(text) else text


def _sale(cell: str) -> object:
    return clean_id(cell) or Phrase(N_("There is no sale number."))


def _what(cells: tuple[str, str, str]) -> object:
    ref, name, group = clean_id(cells[0]), clean(cells[1]), clean(cells[2])
    if holds_payment_card(name) or holds_payment_card(group):
        return _CARD
    return What(ref or name, name, group) if ref or name else Phrase(N_("There is no product."))
