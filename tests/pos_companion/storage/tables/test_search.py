"""What people are found by."""

import peewee
import pytest

from pos_companion.storage import Storage
from pos_companion.storage.tables import ContactKeyRow, SearchDocRow


def test_a_customer_has_one_place_in_the_search(storage: Storage) -> None:
    SearchDocRow.insert(slot=-1, customer_id=7, d="ana kos").execute()
    with pytest.raises(peewee.IntegrityError):
        SearchDocRow.insert(slot=-2, customer_id=7, d="ana").execute()


def test_a_couple_may_share_a_telephone(storage: Storage) -> None:
    for customer in (7, 8):
        ContactKeyRow.insert(k="p4917012345", customer_id=customer).execute()
    keys = storage.rows("SELECT customer_id FROM contact_key WHERE k = 'p4917012345'")
    assert keys == [(7,), (8,)]
