import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError, WrongPinError
from pos_companion.model.staff import Role
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.deeds import do
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_gift, add_rule

ALWAYS = Weekday(tuple(range(7)))


def accept(shop, customer, offer, **more):
    return do(shop, "accept", {"customer": customer.id, "visit": "v1", "offer": offer, **more})


def test_a_promise_sent_three_times_is_one_and_goes_with_the_visit(shop, ana):
    lines = [accept(shop, ana, "dog-biscuit") for _ in range(3)]
    assert lines[0] == lines[1] == lines[2]
    assert (lines[0]["state"], lines[0]["cost"]["amount"]) == ("accepted", 50)
    taken = do(shop, "visit", {"customer": ana.id, "uid": "v1", "take": [lines[0]["offer"]]})
    assert [one["id"] for one in taken["redemptions"]] == [lines[0]["redemption"]]


def test_what_was_promised_is_given_back_once(shop, ana):
    line = accept(shop, ana, "dog-biscuit")
    assert do(shop, "release", {"visit": "v1"}) == {"visit": "v1", "released": [line["offer"]]}
    assert do(shop, "release", {"visit": "v1"})["released"] == []
    assert accept(shop, ana, "dog-biscuit")["state"] == "accepted"


def test_of_the_own_budget_something_is_given_for_a_reason(shop, ana):
    with pytest.raises(BadInputError, match="reason is one of"):
        accept(shop, ana, "own:self:gift:1")
    line = accept(shop, ana, "own:self:gift:1", reason="rough_day")
    assert (line["rule"], line["exception"]) == ("own", "")
    taken = do(shop, "visit", {"customer": ana.id, "uid": "v1", "take": ["own:self:gift:1"]})
    assert [one["rule"] for one in taken["redemptions"]] == ["own"]


def test_a_rule_that_says_no_is_passed_over_for_a_reason_and_listed_for_a_manager(shop, ana):
    with pytest.raises(NotFoundError):
        accept(shop, ana, "ten")
    line = accept(shop, ana, "ten", reason="thank_you")
    assert line["exception"] == "yes_anyway"
    do(shop, "visit", {"customer": ana.id, "uid": "v1", "take": [line["offer"]]})
    (listed,) = do(shop, "exceptions", {})["exceptions"]
    assert (listed["name"], listed["rule_name"], listed["how"]) == (
        "Ana", "Ten", "Given although the rules said no",
    )  # fmt: skip
    assert "They were kind to us" in listed["why"]
    assert do(shop, "exceptions", {"since": "2025-11-22", "until": "2025-11-23"}) == {
        "exceptions": [],
        "totals": [],
        "together": [],
    }


def test_a_second_person_agrees_by_name_and_pin(shop):
    add_rule("Cake", ALWAYS, needs_approval=True)
    add_gift("Cake")
    add_person(shop, "Mia", Role.MANAGER, "739154")
    sam = add_person(shop, "Sam", Role.COUNTER, "8264").after
    sign_in(shop, sam.id, "8264")
    bea = add_customer("Bea")
    with pytest.raises(NotAllowedError):
        accept(shop, bea, "cake")
    for person, pin in (("Mia", "000000"), ("Nobody", "739154")):
        with pytest.raises(WrongPinError):
            accept(shop, bea, "cake", approver=person, pin=pin)
    assert accept(shop, bea, "cake", approver="mia", pin="739154")["approver"] == "Mia"


def test_what_is_not_there_is_said_to_be_so(shop, ana):
    for offer, more in (("nothing", {}), ("own:self:gift:99", {"reason": "waited"})):
        with pytest.raises(NotFoundError):
            accept(shop, ana, offer, **more)
