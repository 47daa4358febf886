import pytest

from pos_companion.errors import NotFoundError
from pos_companion.i18n import words
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.today import board, days_ahead
from pos_companion.services.wishes import unwished, wished
from tests.builders import add_customer, days_from


def rows(shop):
    return [words(row.text) for row in board(shop).rows]


def test_a_celebration_is_gone_from_today_once_it_was_wished_and_back_when_that_is_undone(shop):
    ana = add_customer(
        "Ana", celebrates=[("Ana", *days_from(shop, 0)), ("Rex", *days_from(shop, 1))]
    )
    own, rex = open_card(shop, ana.id).card.celebrations
    said = wished(shop, ana.id, own, visit="one")
    assert rows(shop) == ["Rex (Ana’s dog) has a birthday tomorrow"]
    assert [one.wished for one in days_ahead(shop, 7)] == [True, False]
    wished(shop, ana.id, rex)
    assert rows(shop) == []
    unwished(shop, said)
    assert rows(shop) == ["Ana has a birthday today"]


def test_a_wish_of_this_year_is_none_of_the_next(shop, clock):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    wished(shop, ana.id, open_card(shop, ana.id).card.celebrations[0])
    clock.passes(days=365)
    assert rows(shop) == ["Ana has a birthday today"]


def test_nobody_unknown_is_wished_well(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    coming = open_card(shop, ana.id).card.celebrations[0]
    with pytest.raises(NotFoundError):
        wished(shop, 999, coming)


def test_the_card_knows_what_was_wished(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    said = wished(shop, ana.id, open_card(shop, ana.id).card.celebrations[0])
    assert open_card(shop, ana.id).wishes == (said,)


def test_a_visit_taken_back_takes_its_wishes_with_it_and_no_others(shop):
    ana = add_customer(
        "Ana", celebrates=[("Ana", *days_from(shop, 0)), ("Rex", *days_from(shop, 1))]
    )
    found = open_card(shop, ana.id)
    own, rex = found.card.celebrations
    before = wished(shop, ana.id, rex)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id))
    wished(shop, ana.id, own, found.visit_uid)
    assert rows(shop) == []
    undo_visit(shop, found.visit_uid)
    assert open_card(shop, ana.id).wishes == (before,)
    assert rows(shop) == ["Ana has a birthday today"]
