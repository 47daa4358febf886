import pytest

from pos_companion.errors import NotFoundError
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.services.celebration_desk import CelebrationDesk
from tests.builders import add_celebration, add_customer, add_member

MAY = PartialDate(None, 5, 1)


def test_nobody_is_met_who_is_gone(shop):
    ana = add_customer("Ana")
    rex = add_member(ana, "Rex")
    assert CelebrationDesk(shop, ana.id).being(rex.id) == rex
    assert CelebrationDesk(shop, ana.id).being(None) is None
    shop.storage.rows("UPDATE household_member SET gone = 1")
    with pytest.raises(NotFoundError):
        CelebrationDesk(shop, ana.id).being(rex.id)


def test_a_birthday_stands_in_the_way_of_another_and_no_day_in_its_own(shop):
    ana = add_customer("Ana")
    kept = add_celebration(ana, MAY)
    desk = CelebrationDesk(shop, ana.id)
    june = PartialDate(None, 6, 1)
    assert desk.known(Celebration(ana.id, 0, "Ana", CelebrationKind.BIRTHDAY, june)) == kept
    assert desk.known(kept) is None
    assert desk.known(Celebration(ana.id, 0, "Ana", CelebrationKind.NAME_DAY, MAY)) is None


def test_what_is_on_another_card_cannot_be_touched_from_here(shop):
    other = add_celebration(add_customer("Bea"), MAY)
    with pytest.raises(NotFoundError):
        CelebrationDesk(shop, add_customer("Ana").id).change(other)
