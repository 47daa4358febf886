import pytest

from pos_companion.errors import RefusedError
from pos_companion.services.concerns import put_right, reopen
from pos_companion.services.look_up import open_card
from tests.builders import add_concern, add_customer


def test_what_is_put_right_is_not_owed_any_more_until_it_is_opened_again(shop):
    ana = add_customer()
    concern = add_concern(ana, "Sour milk")
    put_right(shop, concern)
    assert open_card(shop, ana.id).card.concerns == ()
    reopen(shop, concern)
    assert [one.title for one in open_card(shop, ana.id).card.concerns] == ["Sour milk"]


def test_two_colleagues_cannot_put_the_same_thing_right(shop):
    concern = add_concern(add_customer())
    put_right(shop, concern)
    with pytest.raises(RefusedError, match="A colleague was quicker"):
        put_right(shop, concern)


def test_what_is_owed_to_another_customer_stays(shop):
    ana, bea = add_customer("Ana"), add_customer("Bea")
    first, _ = add_concern(ana), add_concern(bea)
    put_right(shop, first)
    assert len(open_card(shop, bea.id).card.concerns) == 1


def test_who_did_it_stands_in_the_trail(shop):
    shop.staff = "Sam"
    put_right(shop, add_concern(add_customer()))
    assert shop.storage.rows("SELECT staff, deed FROM audit ORDER BY id DESC LIMIT 1") == [
        ("Sam", "concern_closed")
    ]
