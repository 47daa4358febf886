"""The drawer that reads whole tables."""

from pos_companion.storage import Storage
from pos_companion.storage.taking_out import CUSTOMERS, SALES
from tests.pos_companion.storage.records import add_customer, add_product, visit_of


def test_each_row_has_a_cell_for_each_title(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    storage.visits.record(visit_of(ana, "one", add_product(storage, "Tea")))
    assert [len(row) for row in storage.taking_out.customers()] == [len(CUSTOMERS)]
    assert [len(row) for row in storage.taking_out.sales()] == [len(SALES)]


def test_a_visit_that_was_taken_back_is_not_there(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    visit = visit_of(ana, "one", add_product(storage, "Tea"))
    storage.visits.record(visit)
    storage.visits.void("one", visit.at)
    assert storage.taking_out.sales() == []
