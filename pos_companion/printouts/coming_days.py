"""Whose day it is this week or this month: a list for the wall behind the counter."""

from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, FullDay, LongDay, Phrase
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import DayAhead
from pos_companion.printouts import Document, Line, Printout, Section, Table, letterhead

_MOST_ROWS = 400


@dataclass(frozen=True)
class ComingDays(Printout):
    """Celebrations of the next days, soonest first.

    Attributes:
        days: how many are looked ahead.
    """

    today: date
    days: int
    ahead: tuple[DayAhead, ...]
    shop: str = ""
    label = N_("Celebrations ahead")

    def document(self) -> Document:
        """A table by day; without any, a sentence that says so."""
        title = Phrase(
            "Celebrations in the next {count} day",
            {"count": self.days},
            "Celebrations in the next {count} days",
        )
        return Document(
            title=title,
            sections=(Section(None, self._parts()),),
            remark=letterhead(self.shop, LongDay(self.today)),
        )

    def _parts(self) -> tuple[Line | Table, ...]:
        if not self.ahead:
            return (Line(Phrase(N_("Nothing to celebrate that we know of."))),)
        heads = (Phrase(N_("Day")), Phrase(N_("What")), Phrase(N_("Customer")))
        table = Table(heads, tuple(_row(one) for one in self.ahead[:_MOST_ROWS]))
        left_out = len(self.ahead) - len(table.rows)
        if left_out <= 0:
            return (table,)
        more = Phrase("And {count} more.", {"count": left_out}, "And {count} more.")
        return table, Line(more)


def _row(one: DayAhead) -> tuple[Phrase | str, ...]:
    customer = one.customer.name or one.customer.called or one.customer.description
    what = celebration_title(one.celebration)
    if one.relation:
        what = Phrase(N_("{what} ({relation})"), {"what": what, "relation": one.relation})
    if one.span.first == one.span.last:
        return Phrase("{day}", {"day": FullDay(one.span.first)}), what, customer
    days = {"first": one.span.first, "last": one.span.last}
    return Phrase(N_("{first} to {last}, the day is not known"), days), what, customer
