"""Everything about one person as plain values: for them, and for another program."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pos_companion.services import Shop, deed, printing
from pos_companion.services.finding import resolve


@deed
def what_we_keep(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Every row about a customer with every column, table by table, locked facts too.

    Args:
        customer: see the package.

    Returns:
        `{"customer": id, "kept": {table: [{column: value}]}}`.
    """
    number = resolve(shop, customer)
    found = printing.everything_kept(shop, number)
    return {
        "customer": str(number),
        "kept": {
            table: [{name: _plain(value) for name, value in row.items()} for row in rows]
            for table, rows in found.items()
            if rows
        },
    }


def _plain(value: object) -> object:
    """A value as JSON knows it; instants with their zone."""
    return value.isoformat() if isinstance(value, date | datetime) else value
