"""Drawer: who is gone, and what was silenced because of it; all of it can be undone.

A note of it is a closed remark of the customer it was told on; no card reads it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.people import Customer, Gone, HouseholdMove, SadNews
from pos_companion.storage.people import PeopleDrawer
from pos_companion.storage.tables import RemarkRow

_KIND = "sad"
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = 'sad'"


@dataclass(frozen=True)
class Silenced:
    """What sad news changed.

    Attributes:
        members: (household, being) that were around before.
        facts: (customer, n) of the lines that say what not to ask about.
        customers: (customer, did not celebrate, wanted no offers) as it was before.
    """

    members: tuple[tuple[int, int], ...] = ()
    facts: tuple[tuple[int, int], ...] = ()
    customers: tuple[tuple[int, bool, bool], ...] = ()


class SadNewsDrawer:
    """Marks who is gone; call the writing parts inside a transaction."""

    def __init__(self, db: SqlCipherDatabase, people: PeopleDrawer) -> None:
        self._db = db
        self._people = people

    def silence_member(
        self, household: int, being: int, how: Gone, on: date
    ) -> tuple[tuple[int, int], ...]:
        """Mark a being as gone: who died, everywhere; who left the family, there alone.

        Returns:
            (household, being) of those that were still around.
        """
        homes = self._people.homes_of(being) if how is Gone.DIED else [household]
        return self._mark([(home, being) for home in homes], how, on)

    def silence_customer(
        self, customer: Customer, on: date, at: datetime
    ) -> tuple[tuple[int, int], ...]:
        """A customer died: nothing is celebrated or offered on their card, nor said elsewhere."""
        silent = replace(customer, gone=Gone.DIED, gone_on=on, no_celebrations=True, no_offers=True)
        self._people.change(silent, at)
        return self._mark(self._people.known_as(customer.id), Gone.DIED, on)

    def keep(self, news: SadNews, silenced: Silenced) -> SadNews:
        """Keep what was changed; the news gets the next number of its customer."""
        news = replace(news, n=int(self._db.execute_sql(_NEXT, (news.customer,)).fetchone()[0]))
        move = news.move
        RemarkRow.insert(
            customer_id=news.customer,
            kind=_KIND,
            n=news.n,
            is_open=False,
            heard_on=news.day,
            about=news.being,
            text=news.how.value,
            body={
                "members": silenced.members,
                "facts": silenced.facts,
                "customers": silenced.customers,
                "move": [move.customer, move.n, move.household] if move else None,
            },
        ).execute()
        return news

    def of(self, customer: int) -> tuple[SadNews, ...]:
        """The sad news told on a customer's card, the latest first."""
        rows = RemarkRow.select().where(RemarkRow.customer_id == customer, RemarkRow.kind == _KIND)
        return tuple(_news(row) for row in rows.order_by(RemarkRow.n.desc()))

    def silenced(self, news: SadNews) -> Silenced | None:
        """What the news changed; None when it was taken back already."""
        row = RemarkRow.get_or_none(*_is(news))
        if row is None:
            return None
        body = row.body
        return Silenced(
            tuple((one[0], one[1]) for one in body["members"]),
            tuple((one[0], one[1]) for one in body["facts"]),
            tuple((one[0], bool(one[1]), bool(one[2])) for one in body["customers"]),
        )

    def take_back(self, news: SadNews, silenced: Silenced, at: datetime) -> None:
        """They are around after all: everything is as it was before."""
        self._mark(list(silenced.members), Gone.NO, None)
        for number, no_celebrations, no_offers in silenced.customers:
            if customer := self._people.get(number):
                back = replace(
                    customer,
                    gone=Gone.NO,
                    gone_on=None,
                    no_celebrations=no_celebrations,
                    no_offers=no_offers,
                )
                self._people.change(back, at)
        RemarkRow.delete().where(*_is(news)).execute()

    def _mark(
        self, members: list[tuple[int, int]], how: Gone, on: date | None
    ) -> tuple[tuple[int, int], ...]:
        changed = []
        for household, being in members:
            known = self._people.member(household, being)
            if known is not None and bool(known.gone) != bool(how):
                self._people.mark_gone(household, being, how, on)
                self._people.reindex_household(household)
                changed.append((household, being))
        return tuple(changed)


def _news(row: Any) -> SadNews:
    kept = row.body["move"]
    move = HouseholdMove(kept[0], kept[1], "split", row.heard_on, kept[2]) if kept else None
    return SadNews(row.customer_id, row.n, row.about, Gone(row.text), row.heard_on, move)


def _is(news: SadNews) -> tuple[Any, Any, Any]:
    return (
        RemarkRow.customer_id == news.customer,
        RemarkRow.kind == _KIND,
        RemarkRow.n == news.n,
    )
