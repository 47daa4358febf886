"""Drawer: the people who work here."""

from dataclasses import dataclass
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.staff import Role, Staff, Tries
from pos_companion.storage.tables import StaffRow

_SOMEBODY = "SELECT EXISTS (SELECT 1 FROM staff WHERE active = TRUE)"


@dataclass(frozen=True)
class KeptStaff:
    """A colleague as kept, with what nobody but sign-in looks at.

    Attributes:
        pin: the salted tag of the PIN; empty for none.
    """

    staff: Staff
    pin: str = ""


class StaffDrawer:
    """Colleagues by number; names are theirs alone."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def everybody(self) -> tuple[Staff, ...]:
        """All there ever were, who works here now first, then by name."""
        rows = StaffRow.select().order_by(StaffRow.active.desc(), StaffRow.name)
        return tuple(_kept(row).staff for row in rows)

    def is_empty(self) -> bool:
        """Whether nobody works here now by a name: a shop of one person."""
        return not self._db.execute_sql(_SOMEBODY).fetchone()[0]

    def get(self, number: int) -> KeptStaff | None:
        """One colleague; None when there is none of that number."""
        row = StaffRow.get_or_none(StaffRow.id == number)
        return None if row is None else _kept(row)

    def add(self, staff: Staff, pin: str) -> Staff:
        """Add somebody; they get a number."""
        number = StaffRow.insert(**_columns(KeptStaff(staff, pin))).execute()
        kept = self.get(int(number))
        if kept is None:
            raise LookupError(f"staff {number} is not there")
        return kept.staff

    def put(self, kept: KeptStaff) -> None:
        """Keep somebody as they are now; also one who was removed."""
        StaffRow.put(id=kept.staff.id, **_columns(kept))

    def remove(self, number: int) -> None:
        """As if they had never been added."""
        StaffRow.delete().where(StaffRow.id == number).execute()

    def keep_tries(self, number: int, tries: Tries) -> None:
        """Keep how often a PIN was wrong."""
        update = StaffRow.update(tries=tries.failures, tried=tries.last)
        update.where(StaffRow.id == number).execute()


def _columns(kept: KeptStaff) -> dict[str, Any]:
    staff = kept.staff
    return {
        "name": staff.name,
        "role": staff.role.value,
        "pin": kept.pin,
        "active": staff.active,
        "tries": staff.tries.failures,
        "tried": staff.tries.last,
        "as_customer": staff.customer,
    }


def _kept(row: Any) -> KeptStaff:
    tries = Tries(row.tries, row.tried)
    role = Role(row.role)
    staff = Staff(row.id, row.name, role, row.active, bool(row.pin), tries, row.as_customer)
    return KeptStaff(staff, row.pin)
