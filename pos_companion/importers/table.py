"""Tables in text files: which sign parts the columns, where the header stands, row by row.

Programs put titles above a table and sums below it, and part columns with what their country
prefers. So the header is looked for among the first rows by the names it may hold, under each
sign in turn, and the best fit wins.
"""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import cast

from pos_companion.errors import ImportRefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.importers.cleaning import clean
from pos_companion.importers.encoding import letters_of
from pos_companion.importers.mapping import key

MOST_BYTES = 1 << 30
MOST_ROWS = 5_000_000
MOST_COLUMNS = 100
HEADER_WITHIN = 40
_ROWS_PER_CHUNK = 2_000
_SAMPLE = 1 << 18
_DELIMITERS = ",;\t|"
_NEVER_CLOSED = Phrase(N_("A quotation mark is opened here and never closed."))


@dataclass(frozen=True)
class Rows:
    """Some rows of a table, each as wide as its header.

    Attributes:
        numbers: where they stand in the file, from 1.
        unreadable: rows that are not as wide as the header, or no rows at all, and why.
        done: how much of the file has been read, 0 to 1.
    """

    numbers: list[int]
    cells: list[list[str]]
    done: float
    unreadable: list[tuple[int, Phrase, list[str]]] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """A table in a file, read again from the start by every `rows`.

    Attributes:
        header: the names of the columns, cleaned.
        header_row: where the header stands, from 1.
        notes: what had to be guessed.
    """

    path: Path
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    header_row: int
    notes: tuple[Phrase, ...] = ()

    def rows(self) -> Iterator[Rows]:
        """All rows below the header.

        Raises:
            ImportRefusedError: there are more rows than any shop has.
        """
        size = max(1, self.path.stat().st_size)
        with self.path.open("rb") as file:
            text = io.TextIOWrapper(file, self.encoding, errors="replace", newline="")
            reader = csv.reader(text, delimiter=self.delimiter)
            number = 0
            while chunk := _next_rows(reader, _ROWS_PER_CHUNK):
                if _is_open_ended(chunk[-1]) and self._ends_in_quotes():
                    chunk[-1] = _NEVER_CLOSED
                first, number = number + 1, number + len(chunk)
                if number > MOST_ROWS:
                    raise ImportRefusedError(
                        N_("This file has more than {count} rows."), count=MOST_ROWS
                    )
                below = max(0, self.header_row - first + 1)
                yield self._fitted(first + below, chunk[below:], min(1.0, file.tell() / size))

    def _ends_in_quotes(self) -> bool:
        """Whether the quotation marks of the whole file do not come in pairs."""
        with self.path.open("rb") as file:
            text = io.TextIOWrapper(file, self.encoding, errors="replace", newline="")
            return sum(block.count('"') for block in iter(lambda: text.read(_SAMPLE), "")) % 2 == 1

    def _fitted(self, first: int, chunk: list[list[str] | Phrase], done: float) -> Rows:
        width = len(self.header)
        if {len(row) if isinstance(row, list) else -1 for row in chunk} == {width}:
            return Rows(list(range(first, first + len(chunk))), cast(list[list[str]], chunk), done)
        rows = Rows([], [], done)
        for number, row in enumerate(chunk, first):
            if isinstance(row, Phrase):
                rows.unreadable.append((number, row, []))
            elif len(row) <= width or not any(row[width:]):
                rows.numbers.append(number)
                rows.cells.append(row if len(row) == width else (row + [""] * width)[:width])
            else:
                wide = Phrase(N_("The row has more cells than there are columns."))
                rows.unreadable.append((number, wide, row[:MOST_COLUMNS]))
        return rows


def _next_rows(reader: Iterator[list[str]], count: int) -> list[list[str] | Phrase]:
    """The next rows; in place of what is no row stands the reason."""
    rows: list[list[str] | Phrase] = []
    try:
        rows.extend(islice(reader, count))
    except csv.Error:
        # Rows read before the error are in the list already; the reader goes on behind it.
        rows.append(_NEVER_CLOSED)
    return rows


def _is_open_ended(row: list[str] | Phrase) -> bool:
    """Whether the row runs over several lines: the last one may have swallowed what follows."""
    return isinstance(row, list) and any("\n" in cell or "\r" in cell for cell in row)


def open_table(path: Path, names: Collection[str], encoding: str = "") -> Table:
    """Find the table in a text file.

    Args:
        names: what columns may be called, as `mapping.key` writes names.
        encoding: chosen by a person; empty to find out.

    Raises:
        ImportRefusedError: no file, no text, no table, or larger than any shop's.
        BadInputError: the encoding does not exist.
    """
    letters = letters_of(path, encoding)
    if path.stat().st_size > MOST_BYTES:
        raise ImportRefusedError(N_("The file {file} is too large."), file=path.name)
    with path.open("rb") as file:
        text = io.TextIOWrapper(file, letters.encoding, errors="replace", newline="")
        sample = text.read(_SAMPLE)
    delimiter, header_row, header = _best_header(sample, names)
    if header_row == 0:
        raise ImportRefusedError(N_("There is no table in {file}."), file=path.name)
    if len(header) > MOST_COLUMNS:
        raise ImportRefusedError(N_("This file has more than {count} columns."), count=MOST_COLUMNS)
    notes: tuple[Phrase, ...] = ()
    if letters.guess:
        text_of = N_("The letters were read as {used}. If names look wrong, try {other}.")
        notes = (Phrase(text_of, {"used": letters.encoding, "other": letters.guess}),)
    return Table(path, letters.encoding, delimiter, header, header_row, notes)


def _best_header(sample: str, names: Collection[str]) -> tuple[str, int, tuple[str, ...]]:
    """Delimiter, row number and names of the likeliest header; row 0 when there is none.

    More known names win, then more columns; the first row wins among equals.
    """
    best: tuple[str, int, tuple[str, ...]] = (",", 0, ())
    best_score = (0, 0)
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        for number, row in enumerate(_next_rows(reader, HEADER_WITHIN), 1):
            cells = () if isinstance(row, Phrase) else tuple(clean(cell) for cell in row)
            known = len({key(cell) for cell in cells} & set(names))
            filled = sum(1 for cell in cells if key(cell))
            if (known, filled) > best_score:
                best, best_score = (delimiter, number, _trimmed(cells)), (known, filled)
    return best


def _trimmed(header: tuple[str, ...]) -> tuple[str, ...]:
    """Without the nameless columns that a trailing delimiter makes."""
    width = max((at for at, name in enumerate(header, 1) if name), default=0)
    return header[:width]
