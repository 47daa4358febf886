"""The list of somebody's last visits."""

import pytest

from pos_companion.errors import NotFoundError
from pos_companion.i18n import words
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge
from pos_companion.services.past_visits import last_visits
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import add_customer, add_rule, add_visit, basket, offer_called


def test_the_latest_comes_first_with_what_they_had_and_what_was_given(shop):
    ana = add_customer("Ana Silva")
    add_visit(ana, 4, items=("Coffee", "Bun"))
    add_rule("Biscuit", Weekday(tuple(range(7))))
    take = (offer_called(open_card(shop, ana.id, "one"), "Biscuit"),)
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), take=take))
    latest, first = last_visits(shop, ana.id)
    assert (latest.uid, latest.day) == ("one", shop.today)
    assert [words(one) for one in latest.had] == ["Tea"]
    assert [words(one) for one in latest.given] == ["Biscuit"]
    assert [words(one) for one in first.had] == ["Coffee", "Bun"]
    assert first.given == ()


def test_at_most_twenty_and_none_that_was_taken_back(shop):
    ana = add_customer("Ana Silva")
    for days in range(1, 25):
        add_visit(ana, days)
    undo_visit(shop, last_visits(shop, ana.id)[0].uid)
    listed = last_visits(shop, ana.id)
    assert len(listed) == 20
    assert (shop.today - listed[0].day).days == 2


def test_whoever_became_part_of_another_record_is_found_there(shop):
    ana, anna = add_customer("Ana Silva"), add_customer("Anna Silva")
    add_visit(ana, 2)
    add_visit(anna, 3)
    merge(shop, Joining(ana.id, anna.id))
    assert len(last_visits(shop, anna.id)) == 2


def test_nobody_has_no_visits(shop):
    with pytest.raises(NotFoundError):
        last_visits(shop, 99)
