"""Drawer: what customers allowed us to keep."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.storage.tables import ConsentRow

_OF = "SELECT kind, answer, day, asked_by FROM consent WHERE customer_id = ? ORDER BY kind"
REFUSED = (
    "(SELECT string_agg(kind, ',') FROM consent"
    " WHERE consent.customer_id = customer.id AND answer = FALSE)"
)
"""For a reading of `customer`: the kinds refused, as `refused_kinds` reads them."""


class ConsentsDrawer:
    """The latest answer of each customer about each kind; no row means nobody has asked."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def of(self, customer: int) -> tuple[Consent, ...]:
        """The answers there are; those about kinds of a newer version left out."""
        known = {kind.value for kind in ConsentKind}
        rows = self._db.execute_sql(_OF, (customer,)).fetchall()
        return tuple(_consent(customer, row) for row in rows if row[0] in known)

    def put(self, consent: Consent) -> None:
        """Keep an answer in place of an earlier one; one without an answer or a day leaves none."""
        if consent.answer is None or consent.day is None:
            self.drop(consent.customer, consent.kind)
            return
        ConsentRow.put(
            customer_id=consent.customer,
            kind=consent.kind.value,
            answer=consent.answer,
            day=consent.day,
            asked_by=consent.asked_by,
        )

    def drop(self, customer: int, kind: ConsentKind) -> None:
        """Leave it as if nobody had asked."""
        ConsentRow.delete().where(
            (ConsentRow.customer_id == customer) & (ConsentRow.kind == kind.value)
        ).execute()


def refused_kinds(found: str | None) -> frozenset[str]:
    """The kinds that `REFUSED` found."""
    return frozenset(found.split(",")) if found else frozenset()


def _consent(customer: int, row: Sequence[Any]) -> Consent:
    kind, answer, day, asked_by = row
    return Consent(
        customer, ConsentKind(kind), bool(answer), date.fromordinal(day), asked_by
    )  # fmt: skip
