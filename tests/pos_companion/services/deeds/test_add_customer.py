"""`add_customer`: a name is enough; what may not be kept is named in the answer."""

import json

import pytest

from pos_companion.errors import CompanionError
from pos_companion.services.at_home import household_of
from pos_companion.services.deeds import do
from pos_companion.services.look_up import open_card
from pos_companion.services.sources import touches
from tests.builders import add_customer
from tests.state import everything

WHOLE = {
    "name": "Siobhán Kelly",
    "call_name": "Shiv",
    "say_as": "shi-VAWN",
    "phone": "030 0110 4471",
    "email": "Shiv@example.org",
    "card": "ROSE-7",
    "description": "red pram",
    "formal": False,
    "channel": "sms",
    "best_time": "mornings",
    "street": "Rose Street 4",
    "tags": "choir, Market",
    "remember": True,
    "birthday": "05-01",
    "pet": "Rex",
    "pet_species": "dog",
    "pet_birthday": "2020-02-29",
    "source": "friend",
    "source_detail": "the school run",
    "effort": "two buses",
}


def test_a_name_or_a_description_is_enough(shop):
    answer = do(shop, "add_customer", {"name": "Ana Silva"})
    assert answer["customer"]["name"] == "Ana Silva"
    assert answer["customer"]["id"].isdigit()
    assert (answer["similar"], answer["not_kept"], answer["why"]) == ([], [], "")
    answer = do(shop, "add_customer", {"description": "lady, red pram"})
    assert answer["customer"]["shown_as"] == "lady, red pram"
    assert answer["not_kept"] == []


def test_with_their_yes_everything_is_kept(shop):
    bea = add_customer("Bea Costa")
    answer = do(shop, "add_customer", {**WHOLE, "referred_by": str(bea.id)})
    assert json.loads(json.dumps(answer)) == answer
    customer = answer["customer"]
    wanted = {**WHOLE, "phone": "+493001104471", "email": "shiv@example.org"}
    assert {name: customer[name] for name in WHOLE if name in customer} == {
        name: wanted[name] for name in WHOLE if name in customer
    }
    assert (customer["channel"], customer["referred_by"]) == ("sms", str(bea.id))
    number = int(customer["id"])
    (rex,) = household_of(shop, number)
    assert (rex.name, rex.species.value) == ("Rex", "dog")
    days = {one.who: str(one.date) for one in open_card(shop, number).facts.celebrations}
    assert days == {"Shiv": "--05-01", "Rex": "2020-02-29"}
    (touch,) = touches(shop, number)
    assert (touch.detail, touch.effort) == ("the school run", "two buses")


@pytest.mark.parametrize("remember", [None, False])
def test_without_their_yes_the_answer_says_what_was_not_kept_and_why(shop, remember):
    answer = do(shop, "add_customer", {**WHOLE, "remember": remember})
    assert sorted(answer["not_kept"]) == [
        "best_time", "birthday", "channel", "description", "email", "pet", "phone", "source",
        "street", "tags",
    ]  # fmt: skip
    assert answer["why"].startswith("They have not said yes")
    customer = answer["customer"]
    assert (customer["name"], customer["phone"], customer["channel"]) == ("Siobhán Kelly", "", "")
    for table in ("celebration", "household_member", "remark"):
        assert shop.storage.rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_people_who_may_be_the_same_are_named(shop):
    ana = add_customer("Ana Silva")
    answer = do(shop, "add_customer", {"name": "Ana Silva"})
    assert [one["id"] for one in answer["similar"]] == [str(ana.id)]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"name": 7},
        {"name": "x" * 10_000},
        {"name": "\x00\u202e"},
        {"nmae": "Ana"},
        {"phone": "4111 1111 1111 1111"},
        {"email": "nobody"},
        {"channel": "pigeon"},
        {"formal": "yes"},
        {"remember": "yes"},
        {"birthday": "30-02"},
        {"birthday": "2019-02-29"},
        {"birthday": "2999-01-01"},
        {"birthday": 19},
        {"pet_birthday": "05-01"},
        {"pet": "Rex", "pet_species": "person"},
        {"pet": "x" * 10_000},
        {"source": "the moon"},
        {"source": "other", "effort": "x" * 10_000},
        {"referred_by": "nobody at all"},
        {"no_offers": True},
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(shop, wrong):
    before = everything(shop)
    name = {} if not wrong or "nmae" in wrong else {"name": "Ana Silva", "remember": True}
    with pytest.raises(CompanionError):
        do(shop, "add_customer", {**name, **wrong})
    assert everything(shop) == before
