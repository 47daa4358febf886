"""What a customer said no to is gone from the card at once, and still in the records."""

import pytest

from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.services.consents import set_consent
from pos_companion.services.finding import find
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.today import board
from tests.builders import (
    add_celebration,
    add_customer,
    add_fact,
    add_member,
    add_thread,
    add_visits,
    days_from,
)
from tests.pos_companion.storage.records import contents


@pytest.fixture
def ana(shop: Shop) -> Customer:
    ana = add_customer("Ana Kos", celebrates=[("Ana", *days_from(shop, 0))])
    rex = add_member(ana, "Rex")
    add_celebration(ana, PartialDate(None, *days_from(shop, 1)), rex)
    add_fact(ana, "Paints boats", discretion=Discretion.SAY)
    add_fact(ana, "No nuts", FactKind.ALLERGY, subject="nuts")
    add_fact(ana, "Rex fears trams", about=rex.id)
    add_thread(ana, "How was Lisbon?")
    add_visits(ana, 3)
    return ana


def shown(found: Found) -> tuple[list[str], list[str], list[str], bool]:
    card = found.card
    return (
        sorted(fact.text for fact in card.facts),
        [member.name for member in card.household],
        [one.celebration.who for one in card.celebrations],
        card.ask is not None,
    )


def test_while_nothing_is_refused_everything_is_shown(shop: Shop, ana: Customer) -> None:
    facts, household, celebrations, ask = shown(open_card(shop, ana.id))
    assert facts == ["No nuts", "Paints boats", "Rex fears trams"]
    assert (household, celebrations, ask) == (["Rex"], ["Ana", "Rex"], True)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ConsentKind.MEMORY, ([], [], [], False)),
        (ConsentKind.FAMILY, (["No nuts", "Paints boats"], [], ["Ana"], True)),
        (
            ConsentKind.HEALTH,
            (["Paints boats", "Rex fears trams"], ["Rex"], ["Ana", "Rex"], True),
        ),
        (
            ConsentKind.PHOTO,
            (["No nuts", "Paints boats", "Rex fears trams"], ["Rex"], ["Ana", "Rex"], True),
        ),
    ],
)
def test_a_no_hides_its_kind_at_once(
    shop: Shop, ana: Customer, kind: ConsentKind, expected: object
) -> None:
    rows = len(contents(shop.storage)["remark"])
    set_consent(shop, ana.id, kind, False)
    assert shown(open_card(shop, ana.id)) == expected
    assert len(contents(shop.storage)["remark"]) == rows


def test_name_and_visits_stay(shop: Shop, ana: Customer) -> None:
    set_consent(shop, ana.id, ConsentKind.MEMORY, False)
    card = open_card(shop, ana.id).card
    assert (card.customer.name, card.customer.visits) == ("Ana Kos", 3)
    assert [item.product.name for item in card.usual.shown] == ["Coffee"]


def test_a_changed_mind_shows_everything_again(shop: Shop, ana: Customer) -> None:
    before = shown(open_card(shop, ana.id))
    set_consent(shop, ana.id, ConsentKind.MEMORY, False)
    set_consent(shop, ana.id, ConsentKind.MEMORY, True)
    assert shown(open_card(shop, ana.id)) == before


@pytest.mark.parametrize("kind", [ConsentKind.MEMORY, ConsentKind.FAMILY])
def test_nobody_is_found_by_a_dog_they_do_not_want_remembered(
    shop: Shop, ana: Customer, kind: ConsentKind
) -> None:
    assert find(shop, "Rex")
    set_consent(shop, ana.id, kind, False)
    assert not find(shop, "Rex")
    set_consent(shop, ana.id, kind, True)
    assert find(shop, "Rex")


def test_no_wish_and_no_row_of_the_board_tells_of_a_hidden_day(shop: Shop, ana: Customer) -> None:
    set_consent(shop, ana.id, ConsentKind.MEMORY, False)
    assert not [row for row in board(shop).rows if row.kind == "celebration"]
    recorded = record_visit(shop, VisitDeed("1", ana.id))
    assert "birthday" not in recorded.closing.text
