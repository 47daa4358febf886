"""What the records come to: all that limits, the shelf and the card count by."""

from pos_companion.services import Shop

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
    return [sorted(shop.storage.rows(sql)) for sql in COUNTED]
