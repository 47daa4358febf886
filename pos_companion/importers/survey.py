"""How a file writes numbers and dates, decided from all of its cells before any is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pos_companion.i18n import N_, Phrase
from pos_companion.importers.columns import cells_of
from pos_companion.importers.dates import Orders, decide, orders_of
from pos_companion.importers.mapping import Columns
from pos_companion.importers.numbers import Signs, country_sign, signs_of
from pos_companion.importers.table import Table

NUMBERS = ("amount", "quantity")
DATES = ("time", "date", "birthday", "pet_birthday")


@dataclass(frozen=True)
class Writing:
    """How one file is written.

    Attributes:
        signs: by number field, its decimal sign.
        day_first: the day stands before the month where both are numbers.
        notes: what was only a guess.
    """

    signs: dict[str, str]
    day_first: bool
    notes: tuple[Phrase, ...] = ()


def survey(
    table: Table, columns: Columns, country: str, keep: Callable[[Writing], None]
) -> Iterator[float]:
    """Look at every cell of the columns whose writing matters.

    Args:
        country: decides what the cells leave open.
        keep: given the result at the end.

    Yields:
        How much of the file has been looked at, 0 to 1.
    """
    signs = {field: Signs() for field in NUMBERS if columns.of(field)}
    dates = [field for field in DATES if columns.of(field)]
    orders = Orders()
    for rows in table.rows() if signs or dates else ():
        for field in signs:
            signs[field] += signs_of(set(cells_of(rows.cells, columns.of(field))))
        for field in dates:
            orders += orders_of(set(cells_of(rows.cells, columns.of(field))))
        yield rows.done
    keep(_decided(signs, orders, country))


def _decided(signs: dict[str, Signs], orders: Orders, country: str) -> Writing:
    whole = sum(signs.values(), Signs()).sign
    decided = {field: seen.sign or whole or country_sign(country) for field, seen in signs.items()}
    notes = []
    if not whole and any(seen.unclear for seen in signs.values()):
        notes.append(_NOTES[decided[next(iter(signs))]])
    day_first, guessed = decide(orders, country)
    if guessed:
        notes.append(_NOTES["day" if day_first else "month"])
    return Writing(decided, day_first, tuple(notes))


_NOTES = {
    ".": Phrase(N_("Numbers such as 1,234 were read as a thousand and more.")),
    ",": Phrase(N_("Numbers such as 1.234 were read as a thousand and more.")),
    "day": Phrase(N_("Dates such as 03/04 were read with the day first.")),
    "month": Phrase(N_("Dates such as 03/04 were read with the month first.")),
}
