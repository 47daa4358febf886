"""Drawer: the ids of deeds that are done, so that a deed sent twice is done once."""

from datetime import datetime, timedelta

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import to_seconds

KEPT_FOR = timedelta(days=400)
"""Longer than anybody goes on repeating a deed."""

_ADD = "INSERT INTO done (uid, deed, ts) VALUES (?, ?, ?) ON CONFLICT (uid) DO NOTHING"
_FIND = "SELECT deed FROM done WHERE uid = ?"
_DROP = "DELETE FROM done WHERE ts < ?"


class DoneDrawer:
    """Ids alone; what a deed did stands in its own rows."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def add(self, uid: str, deed: str, at: datetime) -> str:
        """Note that a deed is done now; call it inside the deed's own transaction.

        Returns:
            Empty when it was not done before, else the name of the deed that was done by this id.
        """
        if self._db.execute_sql(_ADD, (uid, deed, to_seconds(at))).rowcount:
            self._db.execute_sql(_DROP, (to_seconds(at - KEPT_FOR),))
            return ""
        return str(self._db.execute_sql(_FIND, (uid,)).fetchone()[0])
