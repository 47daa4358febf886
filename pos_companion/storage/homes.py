"""Who lives with whom, once two records of one person are one.

The person is one being, however many members stood for them. A household in which nobody else
lives becomes part of the other one, with its pets; in a household of others they stay a member.
"""

from collections.abc import Mapping
from typing import Any

from pos_companion.storage.columns import marks
from pos_companion.storage.renaming import Renaming
from pos_companion.storage.turns import Record, Turns

_MEMBER = "household_member"
_SOME_PET = "pet"
"""Says less than any other species of an animal."""


class Homes:
    """The households of two records of one person.

    Attributes:
        home: where they live afterwards; None when they live nowhere.
        left: the other household they lived in; None when there is none.
        being: the person as a member; None when they are a member nowhere.
        names: what becomes of the numbers of the record that goes, of beings and of households.
        circle: all households that are touched.
    """

    def __init__(self, turns: Turns, keep: Record, away: Record) -> None:
        self._turns = turns
        self._both = (keep["id"], away["id"])
        self._keep = keep["id"]
        self.names = Renaming(customer={away["id"]: keep["id"]})
        self.home: int | None = keep["household_id"] or away["household_id"]
        self.left = away["household_id"] if away["household_id"] != self.home else None
        self.being: int | None = None
        self.circle = {one for one in (self.home, self.left) if one is not None}

    def live_with_the_other(self) -> None:
        """Let them live where the record that goes did, instead of where the survivor did."""
        if self.left is not None:
            self.home, self.left = self.left, self.home

    def settle(self, pets: Mapping[int, int]) -> None:
        """Write who lives where.

        Args:
            pets: beings that are the same, as the caller says: the one that goes to the one that
                stays.
        """
        own = self._turns.rows(_MEMBER, "customer_id IN (?, ?)", self._both)
        # The survivor's being stays; without one the other's does.
        own.sort(key=lambda row: (row["customer_id"] != self._keep, row["being_id"]))
        beings = list(dict.fromkeys(row["being_id"] for row in own))
        self.being = beings[0] if beings else None
        self.names.being = {**pets, **dict.fromkeys(beings[1:], beings[0] if beings else 0)}
        for being in (*beings, *pets, *pets.values()):
            self._rename(being)
        if self.left is not None and not self._others_live_in(self.left):
            self.names.household = {self.left: self.home or 0}
            for row in self._members(self.left):
                self._move_in(row)
        for household in sorted(self.circle):
            self._fold(household)

    def others(self) -> list[int]:
        """The customers of all households that are touched."""
        where = f"household_id IN ({marks(self.circle)})"
        rows = self._turns.rows("customer", where, sorted(self.circle))
        return [row["id"] for row in rows if row["id"] not in self._both]

    def _rename(self, being: int) -> None:
        number = self.names.being.get(being, being)
        for row in self._turns.rows(_MEMBER, "being_id = ?", (being,)):
            self.circle.add(row["household_id"])
            news = {"being_id": number}
            if row["customer_id"] in self._both:
                news["customer_id"] = self._keep
            self._turns.change(_MEMBER, row, news)

    def _move_in(self, row: Record) -> None:
        n = self._turns.next_n(_MEMBER, {"household_id": self.home})
        self._turns.change(_MEMBER, row, {"household_id": self.home, "n": n})

    def _fold(self, household: int) -> None:
        """One being stands in a household once; what only a later row tells is kept."""
        first: dict[int, Record] = {}
        for row in self._members(household):
            known = first.get(row["being_id"])
            if known is None:
                first[row["being_id"]] = row
                continue
            self._turns.drop(_MEMBER, row)
            news = together(known, row)
            if known["species"] == _SOME_PET:
                news["species"] = row["species"]
            first[row["being_id"]] = self._turns.change(_MEMBER, known, news)

    def _members(self, household: int) -> list[Record]:
        return self._turns.rows(_MEMBER, "household_id = ?", (household,))

    def _others_live_in(self, household: int) -> bool:
        found = self._turns.rows("customer", "household_id = ?", (household,))
        return any(row["id"] not in self._both for row in found)


def together(keep: Record, away: Record) -> dict[str, Any]:
    """The first row with what only the second one tells; a yes in either is a yes."""
    return {name: value if told(value) else away[name] for name, value in keep.items()}


def told(value: object) -> bool:
    """Whether a column holds anything: not nothing, not no, not an empty text or list."""
    return value not in (None, 0, "", "[]", "{}", "null")
