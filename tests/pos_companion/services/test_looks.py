"""Who looked at whose card."""

import pytest

from pos_companion.errors import NotAllowedError
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.forgetting import forget
from pos_companion.services.looks import looks, note_look
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer
from tests.shops import SetClock

MIA, SAM = "739152", "4826"


def test_where_nobody_signs_in_nothing_is_noted(shop: Shop) -> None:
    note_look(shop, add_customer("Rosa Delgado").id)
    assert looks(shop) == ()


def test_a_manager_sees_who_looked_at_whom_and_how_often(shop: Shop, clock: SetClock) -> None:
    rosa, bo = add_customer("Rosa Delgado"), add_customer("Bo Lind")
    mia = add_person(shop, "Mia", Role.MANAGER, MIA).after.id
    sam = add_person(shop, "Sam", Role.COUNTER, SAM).after.id
    sign_in(shop, sam, SAM)
    for customer in (bo, rosa, rosa):
        note_look(shop, customer.id)
    with pytest.raises(NotAllowedError):
        looks(shop)
    clock.passes(days=1)
    sign_in(shop, mia, MIA)
    note_look(shop, bo.id)
    forget(shop, bo.id, "Bo Lind")
    found = [(one.day.day, one.staff, one.customer, one.times) for one in looks(shop)]
    assert found == [(22, "Mia", 0, 1), (21, "Sam", rosa.id, 2), (21, "Sam", 0, 1)]
    clock.passes(days=30)
    assert looks(shop) == ()
