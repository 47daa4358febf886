"""Drawer: every row about one person, whatever table it lies in, for whoever asks what we keep."""

import json
from typing import Any

from peewee import Field, Model

from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.tables import LOOK_UP, TABLES, AuditRow, CustomerRow

Rows = dict[str, list[dict[str, Any]]]

POINTS_AT_A_CUSTOMER = ("customer_id", "keep_id", "away_id")
"""Columns by which a row belongs to a customer."""
_OF_THE_PERSON = "customer"
_AUDIT = """
SELECT ts, staff, deed, body FROM audit
WHERE body LIKE ? OR body LIKE ? ORDER BY id
"""

_NAMES = """
SELECT id, name FROM product WHERE id IN (SELECT product_id FROM visit_line WHERE customer_id = ?
UNION SELECT product_id FROM customer_item WHERE customer_id = ?)
"""


class KeptDrawer:
    """Reads only; slow enough that nobody should wait at the counter for it."""

    def __init__(self, db: Any, search: SearchDrawer) -> None:
        self._db = db
        self._search = search

    def about(self, customer: int) -> Rows:
        """Every row of every table that belongs to a customer, by table.

        Returns:
            Columns by name, days and instants as such; the household counts as theirs. The
            trail of deeds comes along as `audit`, as far as it names them; what was bought has
            its name in `product`.
        """
        found = {_OF_THE_PERSON: self._rows(CustomerRow, CustomerRow.id == customer)}
        household = found[_OF_THE_PERSON][0]["household_id"] if found[_OF_THE_PERSON] else None
        for table in TABLES:
            name = table._meta.table_name
            if name == "household_member":
                field = table._meta.columns["household_id"]
                found[name] = self._rows(table, field == household) if household else []
            elif mine := _mine(table, customer):
                found[name] = self._rows(table, *mine)
        found["audit"] = self._audit(customer)
        products = {row[0]: row[1] for row in self._db.execute_sql(_NAMES, (customer,) * 2)}
        for row in (*found["visit_line"], *found["customer_item"]):
            row["product"] = products.get(row["product_id"], "")
        return found

    def _rows(self, table: type[Model], *wanted: Any) -> list[dict[str, Any]]:
        names = {field.name: column for column, field in table._meta.columns.items()}
        query: Any = table.select().where(*wanted).order_by(*table._meta.get_primary_keys())
        query = query.bind(self._search.tables if table in LOOK_UP else self._db).dicts()
        return [{names[name]: value for name, value in row.items()} for row in query]

    def _audit(self, customer: int) -> list[dict[str, Any]]:
        at = AuditRow.ts.python_value
        named = f'%"customer":{customer}'
        rows = self._db.execute_sql(_AUDIT, (f"{named},%", f"{named}}}%")).fetchall()
        return [
            {"ts": at(ts), "staff": staff, "deed": deed, "body": body}
            for ts, staff, deed, body in rows
            if _names(body, customer)
        ]


def _names(body: str, customer: int) -> bool:
    """Whether a deed is about a customer; the same words may stand deeper inside it."""
    try:
        told = json.loads(body)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("customer") == customer


def tables_about_people() -> dict[str, tuple[str, ...]]:
    """The columns of each table that has rows about a person."""
    return {
        table._meta.table_name: tuple(table._meta.columns)
        for table in TABLES
        if table is CustomerRow
        or {"household_id", *POINTS_AT_A_CUSTOMER} & set(table._meta.columns)
    }


def _mine(table: type[Model], customer: int) -> list[Any]:
    fields: dict[str, Field] = table._meta.columns
    points = [fields[name] == customer for name in POINTS_AT_A_CUSTOMER if name in fields]
    if not points:
        return []
    either = points[0]
    for point in points[1:]:
        either |= point
    return [either]
