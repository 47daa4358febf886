"""Whose day it is this week or this month: a list for the wall behind the counter."""

from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, FullDay, LongDay, Phrase
from pos_companion.printouts import Document, Line, Printout, Section, Table, letterhead


@dataclass(frozen=True)
class DayAhead:
    """One celebration.

    Attributes:
        first, last: the day; the whole month where only that is known.
        what: "Biscuit’s birthday".
        name: by whom they are known at the counter; empty when it is their own day.
    """

    first: date
    last: date
    what: Phrase
    name: Phrase | str = ""


@dataclass(frozen=True)
class ComingDays(Printout):
    """Celebrations of the next days, soonest first.

    Attributes:
        days: how many are looked ahead.
        left_out: how many more there are than fit on a list.
    """

    today: date
    days: int
    ahead: tuple[DayAhead, ...]
    shop: str = ""
    left_out: int = 0
    label = N_("Celebrations ahead")

    def document(self) -> Document:
        """A table by day; without any, a sentence that says so."""
        values = {"count": self.days}
        return Document(
            title=Phrase(
                "Celebrations in the next {count} day",
                values,
                "Celebrations in the next {count} days",
            ),
            sections=(Section(None, self._parts()),),
            remark=letterhead(self.shop, LongDay(self.today)),
        )

    def _parts(self) -> tuple[Line | Table, ...]:
        if not self.ahead:
            return (Line(Phrase(N_("Nothing to celebrate that we know of."))),)
        heads = (Phrase(N_("Day")), Phrase(N_("What")), Phrase(N_("Known as")))
        table = Table(heads, tuple((self._day(one), one.what, one.name) for one in self.ahead))
        if not self.left_out:
            return (table,)
        more = Phrase("And {count} more.", {"count": self.left_out}, "And {count} more.")
        return table, Line(more)

    def _day(self, one: DayAhead) -> Phrase:
        if one.first != one.last:
            return Phrase(
                N_("{first} to {last}, the day is not known"),
                {"first": one.first, "last": one.last},
            )
        return Phrase("{day}", {"day": FullDay(one.first)})
