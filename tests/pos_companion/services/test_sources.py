"""How did you find us: the first way stays, later ones are added."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.people import Source
from pos_companion.services.people import forget_addition
from pos_companion.services.sources import (
    NewTouch,
    add_touch,
    referred_by,
    take_back_touch,
    touches,
)
from tests.builders import add_customer
from tests.state import everything


@pytest.fixture
def ana(shop):
    return add_customer("Ana Silva")


def test_the_first_way_is_kept_and_later_ones_are_added(shop, ana):
    bea = add_customer("Bea Costa")
    first = add_touch(shop, ana.id, NewTouch(Source.PAPER, "the poster at the school", "two buses"))
    before = everything(shop)
    second = add_touch(shop, ana.id, NewTouch(Source.FRIEND, referred_by=bea.id))
    assert touches(shop, ana.id) == (first, second)
    assert (first.n, first.detail, first.effort) == (1, "the poster at the school", "two buses")
    assert referred_by(shop, ana.id) == bea
    take_back_touch(shop, second)
    assert everything(shop) == before
    assert referred_by(shop, ana.id) is None


def test_how_they_first_found_us_is_never_changed(shop, ana):
    first = add_touch(shop, ana.id, NewTouch(Source.PASSING))
    with pytest.raises(RefusedError, match="first found us is kept"):
        take_back_touch(shop, first)
    assert touches(shop, ana.id) == (first,)
    forget_addition(shop, ana.id)
    assert shop.storage.rows("SELECT * FROM remark") == []


def test_the_first_one_who_is_named_sent_them(shop, ana):
    bea, cleo = add_customer("Bea"), add_customer("Cleo")
    for sender in (bea.id, cleo.id):
        add_touch(shop, ana.id, NewTouch(Source.FRIEND, referred_by=sender))
    assert referred_by(shop, ana.id) == bea
    forget_addition(shop, bea.id)
    assert referred_by(shop, ana.id) is None


@pytest.mark.parametrize(
    ("error", "new"),
    [
        (BadInputError, NewTouch(Source.OTHER, "x" * 10_000)),
        (BadInputError, NewTouch(Source.OTHER, effort="4111 1111 1111 1111")),
        (NotFoundError, NewTouch(Source.FRIEND, referred_by=4711)),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(shop, ana, error, new):
    before = everything(shop)
    with pytest.raises(error):
        add_touch(shop, ana.id, new)
    assert everything(shop) == before


def test_nobody_sent_themselves(shop, ana):
    with pytest.raises(BadInputError, match="sent themselves"):
        add_touch(shop, ana.id, NewTouch(Source.FRIEND, referred_by=ana.id))
    with pytest.raises(NotFoundError):
        add_touch(shop, 4711, NewTouch(Source.PASSING))
