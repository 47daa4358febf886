"""Journeys begin with a cashier at the counter."""

from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]
