"""Drawer: two records of one person become one, and can be parted again.

The record that goes leaves the table of customers, so that nothing counts the person twice; how
everything was is kept with the merge. Parting restores it: what came from the record that went
goes back under its old numbers, what was added meanwhile stays with the survivor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import to_seconds
from pos_companion.storage.company import rename_company
from pos_companion.storage.homes import Homes, together
from pos_companion.storage.known_as import found_as, survivor
from pos_companion.storage.people import PeopleDrawer
from pos_companion.storage.places import carry, places, put_in_order
from pos_companion.storage.redeemed import rename_redemptions
from pos_companion.storage.rehoming import Rehoming
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.tables import MergeRow
from pos_companion.storage.turns import Record, Turn, Turns

_LATER = """
SELECT min(id) FROM merge WHERE id > ?1 AND undone IS NULL AND (keep_id = ?2 OR away_id = ?2)
"""


@dataclass(frozen=True)
class Joined:
    """A merge as it is kept.

    Attributes:
        name: what the record that went was called; empty when it had no name, or is back.
        moved: how many rows went over, by what they are.
        is_undone: they were parted again.
        made: the instant at which they became one.
    """

    id: int
    keep: int
    away: int
    name: str = ""
    moved: Mapping[str, int] = field(default_factory=dict)
    is_undone: bool = False
    made: datetime | None = None


class MergingDrawer:
    """Merges; call the writing ones inside a transaction."""

    def __init__(self, db: SqlCipherDatabase, people: PeopleDrawer, search: SearchDrawer) -> None:
        self._db = db
        self._people = people
        self._search = search

    def survivor(self, customer: int) -> int | None:
        """Whose record that of a customer became; None when it never became another's."""
        return survivor(self._db, customer)

    def get(self, merge: int) -> Joined | None:
        """One merge, undone ones too; None when there is none."""
        row = MergeRow.get_or_none(MergeRow.id == merge)
        return None if row is None else _joined(row)

    def into(self, customer: int) -> tuple[Joined, ...]:
        """The records that became a customer's and were not parted again, the latest first."""
        rows = (
            MergeRow.select()
            .where((MergeRow.keep_id == customer) & MergeRow.undone.is_null())
            .order_by(MergeRow.id.desc())
        )
        return tuple(map(_joined, rows))

    def later(self, merge: Joined) -> Joined | None:
        """A merge of the survivor that came later and has to be undone first; None when none."""
        number = self._db.execute_sql(_LATER, (merge.id, merge.keep)).fetchone()[0]
        return None if number is None else self.get(number)

    def merge(
        self, keep: int, away: int, pets: Mapping[int, int], at_theirs: bool, at: datetime
    ) -> Joined:
        """Make the record of one customer part of another's.

        Args:
            pets: beings that are the same: the one that goes to the one that stays.
            at_theirs: the person lives in the household of the record that goes.
        """
        turns = Turns(self._db)
        rows = {row["id"]: row for row in turns.rows("customer", "id IN (?, ?)", (keep, away))}
        both = {"keep": keep, "away": away}
        visits = {name: places(self._db, one) for name, one in both.items()}
        homes = Homes(turns, rows[keep], rows[away])
        if at_theirs:
            homes.live_with_the_other()
        homes.settle(pets)
        everything = Rehoming(turns, keep, away, homes)
        everything.carry()
        others = homes.others()
        everything.around(others)
        people = [keep, away, *others]
        given = rename_redemptions(turns, people, homes.names, (homes.left, homes.home))
        carry(self._db, visits["away"], away, keep)
        turns.drop("customer", rows[away])
        news = {**_one_person(rows[keep], rows[away]), "household_id": homes.home}
        if everything.remembered is not None:
            news["remember"] = everything.remembered
        turns.change("customer", rows[keep], {**news, "updated": to_seconds(at)})
        for one in both.values():
            put_in_order(self._db, one, {})
        rename_company(turns, [keep, *others], homes.names)
        row = MergeRow.create(
            keep_id=keep,
            away_id=away,
            source=rows[away]["source"],
            source_id=rows[away]["source_id"],
            being_id=max(homes.names.being, default=0),
            made=at,
            known_as=found_as(rows[away]),
            body={
                "turns": turns.made,
                "visits": visits,
                "next_n": {name: rows[one]["next_n"] for name, one in both.items()},
                "moved": {"visit": len(visits["away"]), "redemption": given, **everything.moved},
            },
        )
        self._search.forget(away)
        self._reindex({keep, *others})
        return _joined(row)

    def unmerge(self, merge: int, at: datetime) -> None:
        """Part what became one record; everything is as it was, but for what happened since."""
        row = MergeRow.get_by_id(merge)
        keep, away, body = row.keep_id, row.away_id, row.body
        homes = _households(body["turns"])
        circle = self._living_in(homes) | self._around(keep)
        Turns(self._db).take_back(body["turns"])
        mine, theirs = body["visits"]["keep"], body["visits"]["away"]
        here = places(self._db, keep)
        carry(self._db, [uid for uid in theirs if uid in here], keep, away)
        put_in_order(self._db, away, theirs, body["next_n"]["away"])
        put_in_order(self._db, keep, mine, body["next_n"]["keep"])
        MergeRow.update(undone=at, known_as={}, body={"moved": body["moved"]}).where(
            MergeRow.id == merge
        ).execute()
        circle |= self._living_in(homes) | self._around(keep) | self._around(away)
        self._reindex(circle)

    def _around(self, customer: int) -> set[int]:
        """A customer and all who live with them."""
        homes = Turns(self._db).rows("customer", "id = ?", (customer,))
        home = homes[0]["household_id"] if homes else None
        return {customer, *(self._people.living_in(home) if home is not None else ())}

    def _living_in(self, households: Iterable[int]) -> set[int]:
        return {one for home in households for one in self._people.living_in(home)}

    def _reindex(self, customers: set[int]) -> None:
        for one in self._people.some(sorted(customers)):
            self._people.reindex(one)


def _households(turns: Sequence[Turn]) -> set[int]:
    """All households that rows were taken from or put into.

    Whoever lives there by now is found by who else does, though they had no part in the merge.
    """
    parts = (part for turn in turns for part in (turn["key"], turn["was"], turn["now"]))
    homes = {part.get("household_id") for part in parts if part}
    return {home for home in homes if home is not None}


def _one_person(keep: Record, away: Record) -> dict[str, Any]:
    """The survivor's own details; what only the other record tells is added, a no stays a no."""
    news = together(keep, away)
    # The place of visits, and the two numbers that belong together, are seen to apart.
    for name in ("id", "next_n", "visits", "first_visit", "last_visit", "source", "source_id"):
        news[name] = keep[name]
    if keep["source_id"] is None and (away["source_id"] is not None or not keep["source"]):
        news |= {"source": away["source"], "source_id": away["source_id"]}
    if False in (keep["remember"], away["remember"]):
        news["remember"] = False
    news["tags"] = _all_tags(keep["tags"], away["tags"])
    return news


def _all_tags(*texts: str) -> str:
    """The tags of both, each once, as it was written first."""
    found: dict[str, str] = {}
    for tag in (one.strip() for text in texts for one in text.split(",")):
        found.setdefault(tag.casefold(), tag)
    return ", ".join(tag for tag in found.values() if tag)


def _joined(row: MergeRow) -> Joined:
    known = row.known_as
    name = known.get("name") or known.get("description") or ""
    moved = row.body.get("moved", {})
    undone = row.undone is not None
    return Joined(row.id, row.keep_id, row.away_id, name, moved, undone, row.made)
