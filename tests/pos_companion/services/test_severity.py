"""How much something weighs is said at once, or later."""

from datetime import timedelta

import pytest

from pos_companion.errors import RefusedError
from pos_companion.model.care import Severity
from pos_companion.services.concerns import NewConcern, open_concern, take_back
from pos_companion.services.severity import weigh
from tests.builders import add_concern, add_customer
from tests.state import everything


def test_small_until_somebody_says_otherwise_and_back_again(shop):
    owed = add_concern(add_customer("Ana"))
    before = everything(shop)
    assert owed.severity is Severity.SMALL
    change = weigh(shop, owed, Severity.SERIOUS)
    assert shop.storage.concerns.get(owed.customer, owed.n) == change.after
    assert change.after.severity is Severity.SERIOUS
    take_back(shop, change)
    assert everything(shop) == before


def test_it_can_be_said_with_the_promise(shop):
    ana = add_customer("Ana")
    due = shop.today + timedelta(days=1)
    new = NewConcern(ana.id, "A cut", "a call", due, "Sam", severity=Severity.SERIOUS)
    change = open_concern(shop, new)
    assert shop.storage.care.open_remarks(ana.id).concerns == (change.after,)
    take_back(shop, change)
    with pytest.raises(RefusedError, match="not in the records"):
        weigh(shop, change.after, Severity.SMALL)
