"""Rows that cannot be taken in, and sums below a table that are no rows at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pos_companion.i18n import Phrase
from pos_companion.importers import Rejected
from pos_companion.importers.contacts import holds_payment_card
from pos_companion.importers.mapping import Columns

_LONGEST_FOOTER = 10


@dataclass
class Rejects:
    """Collects rejected rows in the order of the file.

    What looks like a sum below the table is held back until a row proves that the table goes on;
    at the end of the file it is left out, and counted.

    Attributes:
        columns: tells which cells belong to payment cards and are blanked.
    """

    columns: Columns
    ready: list[Rejected] = field(default_factory=list)
    held: list[Rejected] = field(default_factory=list)

    def add(self, row: int, reason: Phrase, cells: Sequence[str], like_a_sum: bool = False) -> None:
        """Reject a row; blank rows are nothing at all."""
        if cells and not any(cell.strip() for cell in cells):
            return
        rejected = Rejected(row, reason, self.safe(cells))
        if like_a_sum and len(self.held) < _LONGEST_FOOTER:
            self.held.append(rejected)
        else:
            self.go_on()
            self.ready.append(rejected)

    def go_on(self) -> None:
        """A row of the table came: nothing before it was below the table."""
        self.ready += self.held
        self.held.clear()

    def taken(self) -> list[Rejected]:
        """What has been rejected since the last time."""
        ready, self.ready = self.ready, []
        return ready

    def notes(self) -> tuple[Phrase, ...]:
        """What to say about the rows below the table, at the end of the file."""
        if not self.held:
            return ()
        values = {"count": len(self.held)}
        left_out = Phrase(
            "One row below the table was left out.",
            values,
            "{count} rows below the table were left out.",
        )
        return (left_out,)

    def safe(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells of a row without what belongs to payment cards."""
        hidden = set(self.columns.sensitive)
        return tuple(
            "" if at in hidden or holds_payment_card(cell) else cell
            for at, cell in enumerate(cells)
        )
