"""What the records come to: all that limits, the shelf and the card count by."""

from pos_companion.services import Shop
from tests.pos_companion.storage.records import contents

COUNTED = (
    "SELECT id, name, on_hand FROM gift",
    "SELECT id, visits, first_visit, last_visit FROM customer",
    "SELECT * FROM customer_item",
    "SELECT rule_id, beneficiary, period_key, cost, value FROM redemption"
    " WHERE state IN ('accepted', 'given')",
    "SELECT customer_id, amount FROM coupon WHERE state = 'open'",
    "SELECT uid FROM visit WHERE voided IS NULL",
)


def counts(shop: Shop) -> list[list[tuple[object, ...]]]:
    """The same before and after whatever was undone; row by row, so that a difference is seen."""
    return [sorted(shop.storage.rows(sql), key=repr) for sql in COUNTED]


def everything(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for when a row was last written and who did what.

    Where in the index of words somebody stands is left out too: it tells who was seen last.
    """
    return contents(
        shop.storage, "audit", "setting", "name_fts", "search_doc.slot", "customer.updated",
        "household.updated",
    )  # fmt: skip


def but_for_merges(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """The same without the list of merges, which also remembers those that were undone."""
    return {table: rows for table, rows in everything(shop).items() if table != "merge"}
