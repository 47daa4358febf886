"""What has to be remembered of a household that was joined or parted, so that it can be undone.

The note is a closed remark of its customer: no card reads it. It holds numbers and relations, no
names, so that whatever was corrected since stays corrected.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.people import Gone, HouseholdMember, HouseholdMove
from pos_companion.storage.tables import RemarkRow

_KIND = "home"
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = 'home'"
_LAST = """
SELECT n, text, heard_on, about FROM remark WHERE customer_id = ? AND kind = 'home'
ORDER BY n DESC LIMIT 1
"""


@dataclass(frozen=True)
class Place:
    """Where a being stood in a household, and what it was there."""

    n: int
    being: int
    relation: str = ""
    how: str = ""
    gone_on: int | None = None

    @classmethod
    def of(cls, n: int, member: HouseholdMember) -> "Place":
        """The place of a member."""
        on = None if member.gone_on is None else member.gone_on.toordinal()
        return cls(n, member.id, member.relation, member.gone.value, on)

    @property
    def gone(self) -> tuple[Gone, date | None]:
        """In which way it was gone, and since when."""
        return Gone(self.how), None if self.gone_on is None else date.fromordinal(self.gone_on)


@dataclass
class MoveNote:
    """What a move changed.

    Attributes:
        remains: the household that was there before the move and after it; who came in the
            meantime belongs there.
        homes: (customer, household before or None, household after).
        before: by household its places before the move.
        linked: beings that were found to be one of the customers.
        added: beings written because a customer was not in the household's own list yet.
        founded: the household made for it; None when there was one.
        days: celebrations that changed records: (customer, n) before and (customer, n) after.
        kept: gifts that counted for the household after the move before it already.
    """

    remains: int
    homes: list[tuple[int, int | None, int]] = field(default_factory=list)
    before: list[tuple[int, list[Place]]] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    founded: int | None = None
    days: list[tuple[int, int, int, int]] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "MoveNote":
        """The note as it was kept."""
        before = [(home, [Place(**one) for one in places]) for home, places in body["before"]]
        homes = [(one[0], one[1], one[2]) for one in body["homes"]]
        days = [(one[0], one[1], one[2], one[3]) for one in body["days"]]
        return cls(**{**body, "before": before, "homes": homes, "days": days})


class MoveNotes:
    """The notes of the moves of each customer."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def add(self, move: HouseholdMove, note: MoveNote) -> HouseholdMove:
        """Keep a note; the move gets the next number of its customer."""
        n = int(self._db.execute_sql(_NEXT, (move.customer,)).fetchone()[0])
        RemarkRow.insert(
            customer_id=move.customer,
            kind=_KIND,
            n=n,
            is_open=False,
            heard_on=move.day,
            about=move.household,
            text=move.deed,
            body=asdict(note),
        ).execute()
        return HouseholdMove(move.customer, n, move.deed, move.day, move.household)

    def last(self, customer: int) -> HouseholdMove | None:
        """The latest move of a customer that was not undone; None when there is none."""
        row = self._db.execute_sql(_LAST, (customer,)).fetchone()
        if row is None:
            return None
        n, deed, day, household = row
        return HouseholdMove(customer, n, deed, date.fromordinal(day), household)

    def read(self, move: HouseholdMove) -> MoveNote | None:
        """What a move changed; None when it was undone already."""
        row = RemarkRow.get_or_none(*_is(move))
        return None if row is None else MoveNote.from_json(row.body)

    def drop(self, move: HouseholdMove) -> None:
        """Forget a move that was undone."""
        RemarkRow.delete().where(*_is(move)).execute()


def _is(move: HouseholdMove) -> tuple[Any, Any, Any]:
    return (
        RemarkRow.customer_id == move.customer,
        RemarkRow.kind == _KIND,
        RemarkRow.n == move.n,
    )
