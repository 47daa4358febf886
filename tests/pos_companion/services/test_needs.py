import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.needs import NeedState
from pos_companion.services.look_up import open_card
from pos_companion.services.needs import (
    add_need,
    drop_addition,
    need_dropped,
    need_met,
    needs,
    undo_need,
)
from tests.builders import add_customer


def test_what_they_look_for_stands_on_the_card_until_it_is_met(shop):
    shop.staff = "Mia"
    ana = add_customer("Ana Silva")
    need = add_need(shop, ana.id, "a bread that\nkeeps")
    assert open_card(shop, ana.id).card.needs == (need,)
    assert (need.text, need.heard_by, need.heard_on) == ("a bread that keeps", "Mia", shop.today)
    change = need_met(shop, ana.id, need.n)
    assert open_card(shop, ana.id).card.needs == ()
    (met,) = needs(shop, ana.id)
    assert (met.state, met.settled_by, met.settled_on) == (NeedState.MET, "Mia", shop.today)
    undo_need(shop, change)
    assert needs(shop, ana.id) == (need,)


def test_a_need_is_settled_once_and_an_addition_can_be_taken_back(shop):
    ana = add_customer("Ana Silva")
    need = add_need(shop, ana.id, "a bag")
    change = need_dropped(shop, ana.id, need.n)
    assert change.after.state is NeedState.DROPPED
    with pytest.raises(NotFoundError, match="settled already"):
        need_met(shop, ana.id, need.n)
    with pytest.raises(RefusedError, match="quicker"):
        drop_addition(shop, need)
    undo_need(shop, change)
    with pytest.raises(RefusedError, match="quicker"):
        undo_need(shop, change)
    drop_addition(shop, need)
    assert needs(shop, ana.id) == ()


@pytest.mark.parametrize("text", ["", " \n", "x" * 501, "4111 1111 1111 1111"])
def test_nonsense_is_no_need(shop, text):
    ana = add_customer("Ana Silva")
    with pytest.raises(BadInputError):
        add_need(shop, ana.id, text)
    assert needs(shop, ana.id) == ()


def test_nobody_is_nobody(shop):
    with pytest.raises(NotFoundError):
        add_need(shop, 42, "a bag")
