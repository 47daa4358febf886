"""Drawer: who did what, as a chain that shows tampering.

Each row is sealed with HMAC-SHA256 over the seal before it and its own body. Bodies hold ids,
kinds and amounts, never names, so that forgetting a person need not touch the chain.
"""

import hmac
import json
from datetime import datetime

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import from_seconds, to_seconds

_HEAD = "SELECT id, mac FROM audit WHERE id = (SELECT max(id) FROM audit)"
_SEAL = "SELECT mac FROM audit WHERE id = ?"
_ADD = "INSERT INTO audit (id, ts, staff, deed, body, mac) VALUES (?, ?, ?, ?, ?, ?)"
_DEEDS = "SELECT ts, staff, body FROM audit WHERE deed = ? AND ts >= ? ORDER BY id"
_ALL = "SELECT id, ts, staff, deed, body, mac FROM audit ORDER BY id"

_body = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_sealed = json.JSONEncoder(default=repr).encode


class AuditDrawer:
    """Append-only; the table itself refuses changes."""

    def __init__(self, db: SqlCipherDatabase, key: bytes) -> None:
        self._db = db
        self._key = key
        self._noted = ""

    def note(self, at: datetime, staff: str, deed: str, **body: object) -> None:
        """Add one deed; call it inside the deed's own transaction."""
        number, last = self.head()
        text = _body(body)
        seal = self._seal(last, to_seconds(at), staff, deed, text)
        # Without a gap: a number of its own counter would leave one whenever a deed is taken back.
        self._noted = seal
        self._db.execute_sql(_ADD, (number + 1, to_seconds(at), staff, deed, text, seal))

    def was_kept(self, head: tuple[int, str]) -> bool:
        """Whether the deed noted last, which was the head before it was saved, is there now."""
        return head[1] == self._noted and self.seal_of(head[0]) == head[1]

    def head(self) -> tuple[int, str]:
        """Number and seal of the last row; (0, "") before the first."""
        row = self._db.execute_sql(_HEAD).fetchone()
        return (0, "") if row is None else (int(row[0]), str(row[1]))

    def seal_of(self, number: int) -> str | None:
        """The seal of one row; None when there is no such row."""
        row = self._db.execute_sql(_SEAL, (number,)).fetchone()
        return None if row is None else str(row[0])

    def deeds(self, deed: str, since: datetime) -> list[tuple[datetime, str, str]]:
        """All deeds of one name since an instant: when, by whom, and their ids as JSON."""
        rows = self._db.execute_sql(_DEEDS, (deed, to_seconds(since))).fetchall()
        return [(from_seconds(ts), staff, body) for ts, staff, body in rows]

    def check(self) -> list[str]:
        """Follow the chain from its start; the first broken link is named."""
        before = ""
        expected = 1
        for number, ts, staff, deed, body, mac in self._db.execute_sql(_ALL):
            seal = self._seal(before, ts, staff, deed, body)
            if number != expected or not hmac.compare_digest(ascii(mac), ascii(seal)):
                return [f"audit trail broken at {expected}"]
            before, expected = mac, expected + 1
        return []

    def _seal(self, before: str, *parts: object) -> str:
        # What was put in by hand may be anything, and must only fail to fit.
        return hmac.digest(self._key, _sealed([before, *parts]).encode(), "sha256").hex()
