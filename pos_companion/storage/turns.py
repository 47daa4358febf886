"""Changes rows and remembers how they were, so that all of it can be taken back, later too.

What is remembered are turns: plain JSON values, each one row that was changed, dropped or added.
Taking them back restores what still is as it was made then; what somebody changed meanwhile stays
as they left it, and a row that is gone meanwhile stays away.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.tables import TABLES

Record = dict[str, Any]
"""A row: column to value, exactly as the table holds it."""
Turn = dict[str, Any]
"""`table`; `key` of the row afterwards, None when it was dropped; `was` and `now`: the columns that
changed; `same`: what tells whether the row under that key is still the same one."""

# Numbers are given again once the last one is dropped; what stays the same whatever is corrected
# tells whether it is still the same row. A concern may have been handed to another owner.
_TELLS_APART = {"remark": ("heard_on",), "celebration": ("kind",), "visit": ("uid",)}


class Turns:
    """Rows on their way to somewhere else; use it within one transaction."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db
        self.made: list[Turn] = []

    def rows(self, table: str, where: str, values: Sequence[object]) -> list[Record]:
        """Rows of a table by a condition, in the order of their key."""
        order = ", ".join(keys_of(table))
        cursor = self._db.execute_sql(
            f"SELECT * FROM {table} WHERE {where} ORDER BY {order}", tuple(values)
        )
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def change(self, table: str, row: Record, values: Mapping[str, Any]) -> Record:
        """Change columns of a row, of its key too; returns the row as it is then."""
        news = {name: value for name, value in values.items() if row[name] != value}
        if not news:
            return row
        self._update(table, row, news)
        after = {**row, **news}
        self.made.append(
            {
                "table": table,
                "key": _key(table, after),
                "was": {name: row[name] for name in news},
                "now": news,
                "same": {name: after[name] for name in _TELLS_APART.get(table, ())},
            }
        )
        return after

    def drop(self, table: str, row: Record) -> None:
        """Take a row out."""
        key = _key(table, row)
        self._db.execute_sql(f"DELETE FROM {table} WHERE {_where(key)}", tuple(key.values()))
        self.made.append({"table": table, "key": None, "was": row, "now": None, "same": {}})

    def add(self, table: str, row: Record) -> None:
        """Put a row in."""
        self._insert(table, row)
        key = _key(table, row)
        self.made.append({"table": table, "key": key, "was": None, "now": row, "same": {}})

    def next_n(self, table: str, within: Mapping[str, Any]) -> int:
        """The next number within a customer or a household."""
        sql = f"SELECT coalesce(max(n), 0) + 1 FROM {table} WHERE {_where(within)}"
        return int(self._db.execute_sql(sql, tuple(within.values())).fetchone()[0])

    def take_back(self, turns: Sequence[Turn]) -> None:
        """Undo turns made at any time before, the latest first."""
        for turn in reversed(turns):
            if turn["key"] is None:
                self._bring_back(turn["table"], turn["was"])
            else:
                self._turn_back(turn)

    def _turn_back(self, turn: Turn) -> None:
        table, now = turn["table"], turn["now"]
        row = self._row(table, turn["key"])
        if row is None or any(row[name] != value for name, value in turn["same"].items()):
            return
        if turn["was"] is None:
            if row == now:
                key = turn["key"]
                self._db.execute_sql(
                    f"DELETE FROM {table} WHERE {_where(key)}", tuple(key.values())
                )
            return
        was = {
            name: value
            for name, value in turn["was"].items()
            if name in turn["key"] or row[name] == now[name]
        }
        was |= self._free_key(table, {**row, **was}, was.keys() & set(keys_of(table)))
        if "period_key" in was:
            was["period_key"] = self._once_only(row, {**row, **was})
        self._update(table, row, was)

    def _free_key(self, table: str, row: Record, changed: Sequence[str] | set[str]) -> Record:
        """Another number where the old one is taken by now."""
        if not changed or self._row(table, _key(table, row)) is None:
            return {}
        return {"n": self.next_n(table, {k: row[k] for k in keys_of(table) if k != "n"})}

    def _once_only(self, row: Record, wanted: Record) -> str | None:
        """The once-only place of a redemption; none when it is over, or the place is taken."""
        if row["state"] not in {"accepted", "given"}:
            return None
        return None if self.sharing(wanted) else wanted["period_key"]

    def sharing(self, redemption: Record) -> list[Record]:
        """Other redemptions in the once-only place this one wants; one at the most."""
        names = ("rule_id", "beneficiary", "period_key", "id")
        where = "rule_id = ? AND beneficiary = ? AND period_key = ? AND id <> ?"
        return self.rows("redemption", where, [redemption[name] for name in names])

    def _bring_back(self, table: str, row: Record) -> None:
        if self._row(table, _key(table, row)) is not None:
            if "n" not in row:
                return
            within = {name: row[name] for name in keys_of(table) if name != "n"}
            row = {**row, "n": self.next_n(table, within)}
        self._insert(table, row)

    def _row(self, table: str, key: Mapping[str, Any]) -> Record | None:
        return next(iter(self.rows(table, _where(key), tuple(key.values()))), None)

    def _update(self, table: str, row: Record, values: Mapping[str, Any]) -> None:
        key = _key(table, row)
        sets = ", ".join(f"{name} = ?" for name in values)
        if values:
            self._db.execute_sql(
                f"UPDATE {table} SET {sets} WHERE {_where(key)}",
                (*values.values(), *key.values()),
            )

    def _insert(self, table: str, row: Mapping[str, Any]) -> None:
        marks = ", ".join("?" * len(row))
        self._db.execute_sql(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())
        )


@cache
def keys_of(table: str) -> tuple[str, ...]:
    """The columns of the key of a table, in their order."""
    for row in TABLES:
        if row._meta.table_name == table:
            return tuple(field.column_name for field in row._meta.get_primary_keys())
    raise LookupError(f"there is no table {table}")


def _key(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in keys_of(table)}


def _where(key: Mapping[str, Any]) -> str:
    return " AND ".join(f"{name} = ?" for name in key)
