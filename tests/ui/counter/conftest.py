"""The parts of the counter are tried with a cashier at it."""

from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]
