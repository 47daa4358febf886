import pytest

from pos_companion.services.candidates import candidates
from tests.builders import add_customer, add_visit, add_visits


def meant(shop, typed, limit=6):
    return [
        one.customer.name
        for one in candidates(shop, shop.storage.search.at_hand.look(), typed, limit)
    ]


def test_the_owner_of_a_code_stands_before_everybody_of_that_name(shop):
    rose = add_customer("Rose Costa")
    add_visits(rose, 5)
    add_customer("Bea Silva", card="ROSE")
    assert meant(shop, "rose") == ["Bea Silva", "Rose Costa"]


def test_the_owner_of_a_code_has_a_place_even_where_one_alone_is_asked_for(shop):
    add_visits(add_customer("Rose7 Costa"), 5)
    add_customer("Bea Silva", card="ROSE7")
    assert meant(shop, "rose7", limit=1) == ["Bea Silva"]


def test_a_name_and_the_end_of_a_number_mean_the_one_who_has_both(shop):
    add_customer("Ana Silva", phone="+493001104471")
    add_customer("Ana Costa", phone="+493001109924")
    add_customer("Bea Wolf", phone="+493005554471")
    assert meant(shop, "ana 4471") == ["Ana Silva"]


def test_of_namesakes_the_one_who_comes_at_this_hour_stands_first(shop):
    evening = add_customer("Ana Evening")
    morning = add_customer("Ana Morning")
    for weeks in range(1, 5):
        add_visit(evening, days_ago=7 * weeks, at="18:00")
        add_visit(morning, days_ago=7 * weeks, at="09:15")
    assert meant(shop, "ana") == ["Ana Morning", "Ana Evening"]


def test_the_hour_is_asked_anew_when_the_clock_has_moved_on(shop, clock):
    evening = add_customer("Ana Evening")
    morning = add_customer("Ana Morning")
    for weeks in range(1, 5):
        add_visit(evening, days_ago=7 * weeks, at="18:00")
        add_visit(morning, days_ago=7 * weeks, at="09:15")
    assert meant(shop, "ana")[0] == "Ana Morning"
    clock.passes(hours=9)
    assert meant(shop, "ana")[0] == "Ana Evening"


@pytest.mark.parametrize("typed", ["bea.s@example.org", "BEA.S@EX", "bea.s"])
def test_an_address_is_looked_for_among_addresses(shop, typed):
    add_customer("Rose Wolf", email="bea.s@example.org")
    add_customer("Bea Costa")
    assert meant(shop, typed) == ["Rose Wolf"]


def test_of_many_whose_telephones_end_the_same_who_came_last_is_among_the_shown(shop):
    for n in range(40):
        add_visit(add_customer(f"Ana {n}", phone=f"+4930{n:03d}4471"), days_ago=100 - n)
    shop.storage.search.rebuild()
    assert meant(shop, "4471", limit=3) == ["Ana 39", "Ana 38", "Ana 37"]


def test_a_code_with_letters_and_digits_means_its_owner_alone(shop):
    add_customer("Rose Costa", card="LOY-4471")
    add_customer("Loy Silva", phone="+493001104471")
    assert meant(shop, "loy-4471") == ["Rose Costa"]
    assert meant(shop, "loy 4471") == ["Loy Silva"]
