"""Everything about one person as plain values: for them, and for another program."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed, printing
from pos_companion.services.finding import resolve
from pos_companion.services.kept_file import as_plain


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
        "kept": as_plain(found),
    }
