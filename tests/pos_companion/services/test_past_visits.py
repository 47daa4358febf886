"""The list of somebody's last visits."""

import pytest

from pos_companion.errors import NotFoundError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.staff import Role
from pos_companion.model.visits import Impression
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.consents import set_consent
from pos_companion.services.correct_visit import PutRight, WhyPutRight, correct_visit
from pos_companion.services.households import join_households
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge
from pos_companion.services.past_visits import CameAlong, came_along, last_visit, last_visits
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.staff import add_person
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


def test_whoever_came_along_with_somebody_at_home_was_here_too(shop):
    ana, tom = add_customer("Ana Silva"), add_customer("Tom Silva")
    join_households(shop, ana.id, tom.id)
    home = shop.storage.people.members(shop.storage.people.get(ana.id).household)
    being = next(one.id for one in home if one.customer == tom.id)
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), impression=Impression((being,))))
    assert came_along(shop, tom.id) == (CameAlong(ana.id, "Ana Silva", shop.today),)
    assert came_along(shop, ana.id) == ()
    set_consent(shop, tom.id, ConsentKind.FAMILY, False)
    assert came_along(shop, tom.id) == ()
    set_consent(shop, tom.id, ConsentKind.FAMILY, True)
    undo_visit(shop, "one")
    assert came_along(shop, tom.id) == ()
    with pytest.raises(NotFoundError):
        came_along(shop, 4711)


def test_how_it_was_before_is_for_whoever_may_look_at_exceptions(shop):
    ana = add_customer("Ana Silva")
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    correct_visit(shop, "one", PutRight(basket("Cake").lines), WhyPutRight.ITEMS)
    (said,) = last_visits(shop, ana.id)[0].was_said
    assert words(said) == (
        "Until it was put right on Friday 21 November: Friday 21 November, Tea and €3.00"
    )
    mia = add_person(shop, "Mia", Role.MANAGER, "862047").after
    tom = add_person(shop, "Tom", Role.COUNTER, "8264").after
    shop.staff, shop.person = tom.name, tom.id
    assert last_visit(shop, "one").was == ()
    shop.staff, shop.person = mia.name, mia.id
    assert len(last_visit(shop, "one").was) == 1
    with pytest.raises(NotFoundError):
        last_visit(shop, "two")
