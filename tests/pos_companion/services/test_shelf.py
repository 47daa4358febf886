from dataclasses import replace
from decimal import Decimal

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError, RefusedError
from pos_companion.model.money import Money
from pos_companion.model.staff import Role
from pos_companion.model.stock import Gift, MoveKind
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.services import shelf as on_shelf
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer, release_offers
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.shelf_undo import undo_shelf
from pos_companion.services.staff import add_person, sign_in
from tests.builders import add_customer, add_rule
from tests.state import everything

BISCUIT = Gift(0, "Ginger biscuit", 5, Money(40, "EUR"), tags=frozenset({"sweet"}), reorder_at=2)


@pytest.fixture
def biscuit(shop):
    return on_shelf.add_gift(shop, BISCUIT).after


def offered(gift):
    """Everybody is offered this gift."""
    return add_rule(gift.name, VisitsAtLeast(1, 30))


def the_gift(shop, gift):
    return shop.storage.stock.gifts("EUR")[gift.id]


def test_a_new_gift_lies_on_the_shelf_and_can_be_taken_off_again(shop):
    before = everything(shop)
    change = on_shelf.add_gift(shop, BISCUIT)
    (line,) = on_shelf.shelf(shop)
    assert line.gift == replace(BISCUIT, id=change.after.id)
    assert (line.per_week, line.runs_out) == (Decimal(0), None)
    assert [move.pieces for move in on_shelf.moves(shop, change.after.id)] == [5]
    undo_shelf(shop, change)
    assert everything(shop) == before


def test_a_delivery_is_received_and_undone(shop, biscuit):
    shop.staff = "Mia"
    ordered = on_shelf.edit_gift(shop, biscuit, replace(biscuit, on_order=12)).after
    before = everything(shop)
    change = on_shelf.receive(shop, biscuit.id, 10, "the usual box")
    assert (change.after.on_hand, change.after.on_order) == (15, 2)
    assert the_gift(shop, biscuit) == change.after
    (move, _) = on_shelf.moves(shop, biscuit.id)
    assert (move.kind, move.pieces, move.staff) == (MoveKind.RECEIVED, 10, "Mia")
    assert (move.reason, move.day) == ("the usual box", shop.today)
    undo_shelf(shop, change)
    assert the_gift(shop, biscuit) == ordered
    assert everything(shop) == before
    with pytest.raises(RefusedError, match="undone already"):
        undo_shelf(shop, change)


def test_counting_needs_a_reason_only_when_it_differs(shop, biscuit):
    assert on_shelf.count(shop, biscuit, 5, "").move.pieces == 0
    with pytest.raises(BadInputError, match="Say why"):
        on_shelf.count(shop, biscuit, 3, " ")
    change = on_shelf.count(shop, biscuit, 3, "two were broken")
    assert the_gift(shop, biscuit).on_hand == 3
    undo_shelf(shop, change)
    assert the_gift(shop, biscuit).on_hand == 5


def test_whoever_counted_while_another_till_changed_it_counts_again(shop, biscuit):
    on_shelf.receive(shop, biscuit.id, 1)
    with pytest.raises(RefusedError, match="now there are 6"):
        on_shelf.count(shop, biscuit, 4, "one is gone")
    assert the_gift(shop, biscuit).on_hand == 6


def test_an_edit_over_somebody_elses_edit_is_refused(shop, biscuit):
    first = on_shelf.edit_gift(shop, biscuit, replace(biscuit, name="Bone"))
    with pytest.raises(RefusedError, match="another till"):
        on_shelf.edit_gift(shop, biscuit, replace(biscuit, name="Biscuit"))
    undo_shelf(shop, first)
    assert the_gift(shop, biscuit) == biscuit
    with pytest.raises(RefusedError):
        undo_shelf(shop, first)


def test_editing_what_a_gift_is_never_changes_how_many_there_are(shop, biscuit):
    on_shelf.receive(shop, biscuit.id, 3)
    edited = on_shelf.edit_gift(shop, biscuit, replace(biscuit, on_hand=99, reorder_at=4)).after
    assert (edited.on_hand, edited.reorder_at) == (8, 4)


def test_a_retired_gift_is_offered_no_more_and_comes_back(shop, biscuit):
    offered(biscuit)
    ana = add_customer()
    assert open_card(shop, ana.id).offers
    change = on_shelf.retire(shop, biscuit.id)
    found = open_card(shop, ana.id)
    assert (found.offers, found.why_not[0].code) == ((), "out_of_stock")
    assert on_shelf.shelf(shop) == ()
    assert [one.is_retired for one in on_shelf.shelf(shop, retired=True)] == [True]
    with pytest.raises(NotFoundError):
        on_shelf.receive(shop, biscuit.id, 1)
    undo_shelf(shop, change)
    assert open_card(shop, ana.id).offers
    on_shelf.retire(shop, biscuit.id)
    back = on_shelf.bring_back(shop, biscuit.id)
    assert open_card(shop, ana.id).offers
    undo_shelf(shop, back)
    with pytest.raises(RefusedError):
        undo_shelf(shop, back)


def test_what_is_promised_or_given_stands_in_the_way(shop):
    change = on_shelf.add_gift(shop, replace(BISCUIT, on_hand=1))
    gift = change.after
    offered(gift)
    with pytest.raises(RefusedError, match="in use"):
        undo_shelf(shop, change)
    more = on_shelf.receive(shop, gift.id, 1)
    uids = []
    for name in ("Ana", "Ben"):
        found = open_card(shop, add_customer(name).id)
        accept_offer(shop, found, found.offers[0])
        uids.append(found.visit_uid)
    with pytest.raises(RefusedError, match="promised"):
        on_shelf.retire(shop, gift.id)
    with pytest.raises(RefusedError, match="given by now"):
        undo_shelf(shop, more)
    release_offers(shop, uids[0])
    undo_shelf(shop, more)
    assert (the_gift(shop, gift).on_hand, the_gift(shop, gift).free) == (1, 0)


def test_the_shelf_says_how_fast_it_goes(shop, biscuit):
    offered(biscuit)
    for name in ("Ana", "Ben"):
        found = open_card(shop, add_customer(name).id)
        record_visit(
            shop, VisitDeed(found.visit_uid, found.card.customer.id, take=found.offers[:1])
        )
    (line,) = on_shelf.shelf(shop)
    assert (line.gift.on_hand, line.per_week) == (3, Decimal(2))
    assert (line.runs_out - shop.today).days == 10


def test_the_counter_does_not_change_the_shelf(shop, biscuit):
    add_person(shop, "Mia", Role.MANAGER, "274951")
    sam = add_person(shop, "Sam", Role.COUNTER, "8052").after
    sign_in(shop, sam.id, "8052")
    for deed in (
        lambda: on_shelf.add_gift(shop, BISCUIT),
        lambda: on_shelf.edit_gift(shop, biscuit, biscuit),
        lambda: on_shelf.receive(shop, biscuit.id, 1),
        lambda: on_shelf.count(shop, biscuit, 1, "gone"),
        lambda: on_shelf.retire(shop, biscuit.id),
        lambda: on_shelf.bring_back(shop, biscuit.id),
        lambda: undo_shelf(shop, on_shelf.ShelfChange("new", None, biscuit)),
    ):
        with pytest.raises(NotAllowedError):
            deed()


@pytest.mark.parametrize("pieces", [0, -1, 100_001, 99_999])
def test_a_delivery_is_a_number_a_shelf_can_hold(shop, biscuit, pieces):
    with pytest.raises(BadInputError):
        on_shelf.receive(shop, biscuit.id, pieces)
    assert the_gift(shop, biscuit).on_hand == 5


def test_two_gifts_on_the_shelf_cannot_have_one_name(shop, biscuit):
    before = everything(shop)
    with pytest.raises(RefusedError, match="“Ginger biscuit” is on the shelf already"):
        on_shelf.add_gift(shop, replace(BISCUIT, name="GINGER  Biscuit"))
    other = on_shelf.add_gift(shop, replace(BISCUIT, name="Candle")).after
    with pytest.raises(RefusedError, match="choose another name"):
        on_shelf.edit_gift(shop, other, replace(other, name="ginger biscuit"))
    assert on_shelf.edit_gift(shop, other, replace(other, name="candle")).after.name == "candle"
    assert everything(shop) != before


def test_a_name_is_free_again_once_its_gift_is_given_no_more(shop, biscuit):
    on_shelf.retire(shop, biscuit.id)
    on_shelf.add_gift(shop, BISCUIT)
    with pytest.raises(RefusedError, match="is on the shelf already"):
        on_shelf.bring_back(shop, biscuit.id)
