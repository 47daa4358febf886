from datetime import date
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.errors import RefusedError
from pos_companion.i18n import words
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Species
from pos_companion.model.visits import UsualState
from pos_companion.services.finding import find, resolve
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.samples import fill_sample_shop, sample_day
from pos_companion.services.today import board, shelf
from pos_companion.settings import RESOURCES
from tests.builders import add_customer, basket, open_sample_shop


def card_of(shop, text):
    return open_card(shop, resolve(shop, text))


def everybody(shop):
    return [row[0] for row in shop.storage.rows("SELECT id FROM customer ORDER BY id")]


def offered(found):
    return [offer.rule.id for offer in found.offers]


def test_rosas_card_reads_like_the_picture(sample_shop):
    found = card_of(sample_shop, "4471")
    card = found.card
    assert words(card.greeting) == "Morning, Rosa!"
    assert (card.customer.visits, card.customer.called) == (212, "Rosa")
    assert card.usual.state is UsualState.ARMED
    assert [item.product.name for item in card.usual.basket] == [
        "Flat white, oat milk",
        "Almond croissant",
    ]
    assert words(card.usual.reason) == "9 of the last 10 visits"
    (owed,) = card.concerns
    assert (owed.title, owed.owner, owed.due) == (
        "Sour oat milk on Monday",
        "Sam",
        sample_shop.today,
    )
    assert (words(card.ask.question), card.ask.heard_by) == (
        "How was the half marathon in Lisbon?",
        "Mia",
    )
    assert [(one.celebration.who, one.days) for one in card.celebrations] == [
        ("Biscuit", 1),
        ("Ana", 8),
        ("Rosa", 23),
    ]
    assert [(one.name, one.relation) for one in card.household] == [
        ("Tomás", "husband"),
        ("Ana", "daughter"),
        ("Biscuit", "dog"),
    ]
    assert [fact.text for fact in card.facts if fact.discretion is Discretion.SAY] == [
        "Saving for a camper van",
        "Likes the window table",
        "Teaches piano on Thursdays",
    ]


def test_rosa_is_offered_the_dog_biscuit_and_every_other_rule_says_why_not(sample_shop):
    found = card_of(sample_shop, "Rosa")
    offer, another = found.offers
    assert words(offer.title) == "Dog biscuit, peanut-free"
    assert words(another.title) == "Squeaky ball"
    assert words(offer.reason) == "Biscuit’s birthday is tomorrow"
    assert "Biscuit" in words(offer.say)
    assert words(offer.private) == "Ana has a peanut allergy, so nuts are left out."
    assert len(found.why_not) == 5
    assert all(words(no.sentence) for no in found.why_not)


def test_the_six_ready_made_rules_are_in_force_for_everybody(sample_shop):
    for customer in everybody(sample_shop):
        found = open_card(sample_shop, customer)
        assert len({*offered(found), *(no.rule.id for no in found.why_not)}) == 6


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Greta", "welcome-back"),
        ("ليلى", "tenth-visit"),
        ("01105512", "first-visit"),
        ("Minka", "pet-birthday"),
    ],
)
def test_somebody_is_there_for_every_kind_of_offer(sample_shop, text, rule):
    assert set(offered(card_of(sample_shop, text))) == {rule}


def test_oleg_is_greeted_formally_and_offered_nothing(sample_shop):
    sample_shop.clock.shows("2025-11-21T18:30")
    found = card_of(sample_shop, "2806")
    assert words(found.card.greeting) == "Good evening, Mr Marchenko."
    assert [item.product.name for item in found.card.usual.basket] == [
        "Rye loaf, sliced",
        "Smoked cheese 200 g",
    ]
    assert words(found.card.usual.reason) == "6 of the last 8 visits"
    assert found.offers == ()


def test_siobhan_has_one_usual_on_working_days_and_another_at_the_weekend(sample_shop, clock):
    assert card_of(sample_shop, "siobhan").card.pronunciation == "SHI-von"
    clock.shows("2025-11-21T07:45")
    weekday = card_of(sample_shop, "siobhan").card.usual
    clock.shows("2025-11-22T09:30")
    weekend = card_of(sample_shop, "siobhan").card.usual
    assert [item.product.name for item in weekday.basket] == ["Espresso", "Butter croissant"]
    assert [item.product.name for item in weekend.basket] == ["Ginger tea", "Carrot cake"]


def test_hugo_does_not_celebrate_his_birthday(sample_shop):
    found = card_of(sample_shop, "Hugo")
    assert (found.card.celebrations, found.offers) == ((), ())
    assert words(found.card.greeting) == "Morning, Hugo!"


def test_the_others_each_show_something_else(sample_shop):
    (wei,) = card_of(sample_shop, "Wei").card.celebrations
    assert (wei.celebration.title, wei.span.first.weekday()) == ("starts at university", 0)
    jonas = card_of(sample_shop, "Jonas").facts.celebrations[0]
    assert jonas.date.is_leap_day
    leo = card_of(sample_shop, "Leo").card.celebrations[0]
    assert (leo.celebration.species, leo.days) == (Species.CHILD, 0)
    umbrella = card_of(sample_shop, "red umbrella").card
    assert (umbrella.customer.name, words(umbrella.greeting)) == ("", "Good morning!")
    assert umbrella.usual.state is UsualState.OFTEN
    assert [words(hit.detail)[:9] for hit in find(sample_shop, "anna rossi")] == [
        "phone …98",
        "phone …12",
    ]
    sven = card_of(sample_shop, "Sven")
    assert sven.facts.known[0].discretion is Discretion.LOCKED
    assert sven.card.facts == ()


def test_the_board_and_the_shelf_have_something_to_tell(sample_shop):
    today = board(sample_shop)
    assert [words(row.text) for row in today.rows] == [
        "Owed: a fresh oat-milk coffee on us",
        "Leo (Anna’s son) has a birthday today",
        "Biscuit (Rosa’s dog) has a birthday tomorrow",
        "Not seen for 6 weeks",
    ]
    assert today.visits == 4
    assert [(gift.name, gift.on_hand, gift.is_low) for gift in shelf(sample_shop)[:3]] == [
        ("Dog biscuit, peanut-free", 23, False),
        ("Cookie with nuts", 4, True),
        ("Birthday candle", 11, False),
    ]


def test_every_picture_named_is_there(sample_shop):
    icons = {row[0] for row in sample_shop.storage.rows("SELECT icon FROM product")}
    icons |= {gift.icon for gift in shelf(sample_shop)}
    assert [one for one in icons if not (RESOURCES / "icons" / f"{one}.svg").is_file()] == []


def test_it_is_filled_once_and_a_real_shop_never(sample_shop, shop):
    with pytest.raises(RefusedError, match="sample shop only"):
        fill_sample_shop(shop)
    assert everybody(shop) == []


def test_filling_again_changes_nothing(sample_shop, clock):
    before = everybody(sample_shop)
    clock.passes(days=3)
    fill_sample_shop(sample_shop)
    assert everybody(sample_shop) == before
    assert str(sample_day(sample_shop)) == "2025-11-21"
    assert len(before) == 12
    assert sample_shop.storage.check() == []


def test_the_sample_shop_is_a_shop_to_work_in(sample_shop):
    found = card_of(sample_shop, "4471")
    lines = basket("Flat white, oat milk")
    deed = VisitDeed(found.visit_uid, found.card.customer.id, lines, take=found.offers[:1])
    (given,) = record_visit(sample_shop, deed).redemptions
    assert given.cost == 40
    assert shelf(sample_shop)[0].on_hand == 22
    assert add_customer("New Face").visits == 0
    assert sample_shop.storage.check() == []


@pytest.fixture(scope="module")
def filled_on(tmp_path_factory):
    """Makes a sample shop that is first opened at some time."""
    folders = (tmp_path_factory.mktemp("other days") for _ in count())
    return lambda at: open_sample_shop(next(folders), at)


@settings(max_examples=6)
@given(
    day=st.dates(min_value=date(2024, 1, 1), max_value=date(2090, 12, 31)),
    hour=st.integers(0, 23),
)
def test_whatever_the_day_the_sample_shop_is_alive(filled_on, day, hour):
    shop = filled_on(f"{day}T{hour:02}:10")
    found = card_of(shop, "4471")
    assert found.card.usual.state is UsualState.ARMED
    assert words(found.card.usual.reason) == "9 of the last 10 visits"
    assert offered(found)[0] == "pet-birthday"
    assert [one.days for one in found.card.celebrations] == [1, 8, 23]
    shop.close()
