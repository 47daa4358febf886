"""Everything that hangs on one customer goes over to another, and knows the way back.

Whatever table is numbered within its customer is carried over row by row, whatever table only
points at a customer is pointed anew; a table of another shape has to be known here by name, and a
test finds one that is not.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from pos_companion.storage.homes import Homes, together
from pos_companion.storage.tables import TABLES
from pos_companion.storage.turns import Record, Turns, keys_of

BY_NAME = {
    "customer": "the record itself",
    "visit": "in the order of time",
    "visit_line": "with its visit",
    "customer_item": "counted anew",
    "search_doc": "written anew",
    "contact_key": "written anew",
    "household_member": "as the households say",
    "redemption": "with its once-only places",
    "consent": "one answer to each question",
    "merge": "remembers who became whom",
    "forgotten": "whoever was forgotten is joined with nobody",
    "staff": "names a colleague's own card as it was; whoever asks follows the merges",
}
"""Tables of customers that are not carried over by their shape alone, and what happens to them."""
WAYS_BACK = ("home", "sad")
"""Kinds of remarks by which another deed is undone: true of the record as it was, of no other."""
_MEMORY = "memory"
_REFERRALS = "kind = 'touch' AND body LIKE ?"


def numbered_tables() -> list[str]:
    """Tables whose rows are numbered within their customer."""
    return [
        name
        for name, columns in _columns().items()
        if name not in BY_NAME and "customer_id" in columns and keys_of(name)[-1] == "n"
    ]


def pointing_tables() -> list[str]:
    """Tables that point at a customer beside their key."""
    return [
        name
        for name, columns in _columns().items()
        if name not in BY_NAME and "customer_id" in columns and "customer_id" not in keys_of(name)
    ]


def _columns() -> dict[str, list[str]]:
    return {row._meta.table_name: list(row._meta.columns) for row in TABLES}


class Rehoming:
    """Carries what hangs on one customer over to another.

    Attributes:
        moved: how many rows were carried over, by table.
        remembered: the answer that counts to being remembered, where both records have one.
    """

    def __init__(self, turns: Turns, keep: int, away: int, homes: Homes) -> None:
        self._turns = turns
        self._keep = keep
        self._away = away
        self._names = homes.names
        # How celebrations of the person name them: not at all, or as a being.
        self._own = {None, homes.being}
        self.moved: dict[str, int] = {}
        self.remembered: int | None = None

    def carry(self) -> None:
        """Carry everything over that is numbered within its customer, or points at one."""
        for table in numbered_tables():
            # Threads first: what was asked names them by their number.
            rows = self._rows(table, self._away)
            rows.sort(key=lambda row: row.get("kind") != "thread")
            for row in rows:
                if row.get("kind") in WAYS_BACK:
                    self._turns.drop(table, row)
                elif not self._is_told_already(table, row):
                    self._renumber(table, row)
        self._names.thread.clear()
        for table in pointing_tables():
            for row in self._rows(table, self._away):
                self._turns.change(table, row, {"customer_id": self._keep})
                self._count(table)
        self._answers()

    def around(self, others: Sequence[int]) -> None:
        """Let what was written about them elsewhere mean the survivor.

        Args:
            others: the customers who live with them, or did.
        """
        for customer in (*others, self._keep):
            for table in ("celebration", "remark"):
                for row in self._rows(table, customer):
                    if row["kind"] not in WAYS_BACK:
                        self._turns.change(table, row, self._renamed(row))
        for row in self._turns.rows("remark", _REFERRALS, (f'%"referred_by":%{self._away}%',)):
            if json.loads(row["body"])["referred_by"] == self._away:
                news = {"body": self._names.body(row["body"]), "sent_by": self._keep}
                self._turns.change("remark", row, news)

    def _rows(self, table: str, customer: int) -> list[Record]:
        return self._turns.rows(table, "customer_id = ?", (customer,))

    def _count(self, table: str) -> None:
        self.moved[table] = self.moved.get(table, 0) + 1

    def _renumber(self, table: str, row: Record) -> None:
        within = {name: row[name] for name in keys_of(table) if name != "n"}
        n = self._turns.next_n(table, {**within, "customer_id": self._keep})
        if row.get("kind") == "thread":
            self._names.thread[row["n"]] = n
        news = {**self._renamed(row), "customer_id": self._keep, "n": n}
        self._turns.change(table, row, news)
        self._count(table)

    def _renamed(self, row: Record) -> dict[str, Any]:
        """The columns in which a row names customers, beings or households."""
        change: dict[str, Callable[[Any], Any]] = {
            "being_id": lambda being: self._names.being.get(being, being),
            "about": lambda being: self._names.being.get(being, being),
            "hidden_from": self._names.text,
            "body": self._names.body,
        }
        if row.get("kind") == "asked":
            change["text"] = self._names.text
        return {name: change[name](row[name]) for name in row.keys() & change.keys()}

    def _is_told_already(self, table: str, row: Record) -> bool:
        """Whether the survivor has the same celebration; it gains what only this one tells."""
        if table != "celebration":
            return False
        for known in self._rows(table, self._keep):
            if _same_day(known, {**row, **self._renamed(row)}, self._own):
                self._turns.drop(table, row)
                news = together(known, row)
                days = {known["known_since"], row["known_since"]}
                # The day on which we first heard of it; none came with the first data.
                news["known_since"] = None if None in days else min(days)
                hidden = f"{known['hidden_from']} {self._names.text(row['hidden_from'])}"
                news["hidden_from"] = " ".join(dict.fromkeys(hidden.split()))
                news |= {name: known[name] for name in ("customer_id", "n", "being_id", "yearly")}
                self._turns.change(table, known, news)
                return True
        return False

    def _answers(self) -> None:
        """Of two answers to one question the later one counts; of the same day, the no."""
        known = {row["kind"]: row for row in self._rows("consent", self._keep)}
        for row in self._rows("consent", self._away):
            self._turns.drop("consent", row)
            answer = known.get(row["kind"])
            counts = row if answer is None else max(answer, row, key=_later)
            if answer is not None and row["kind"] == _MEMORY:
                self.remembered = counts["answer"]
            if counts is answer:
                continue
            if answer is not None:
                self._turns.drop("consent", answer)
            self._turns.add("consent", {**row, "customer_id": self._keep})
            self._count("consent")


def _later(answer: Record) -> tuple[int, bool]:
    return answer["day"], not answer["answer"]


def _same_day(one: Record, other: Record, own: set[int | None]) -> bool:
    """Whether two rows are one celebration: of one being, of one kind, on one day."""
    differing = {name for name in one if one[name] != other[name]}
    if one["being_id"] in own and other["being_id"] in own:
        differing.discard("being_id")
    if None in (one["year"], other["year"]):
        differing.discard("year")
    return differing <= {"customer_id", "n", "leap", "known_since", "quiet", "hidden_from"}
