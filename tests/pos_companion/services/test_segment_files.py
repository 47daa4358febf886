"""Segments travel with the rules that ask for them."""

import json

import pytest

from pos_companion.errors import CompanionError
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.segments import Segment
from pos_companion.services.rule_files import rules_as_file, take_in_rules, undo_take_in
from pos_companion.services.segments import save_segment
from tests.builders import add_gift, add_rule, open_test_shop
from tests.state import everything

BUDGET = Cap(Scope.RULE, Period.MONTH, 5000, Unit.COST)


@pytest.fixture
def file(shop):
    """A rule for dog people; a segment nobody asks for stays at home."""
    save_segment(shop, Segment("", "Dog people", HasPet()))
    save_segment(shop, Segment("", "Cat people", HasPet()))
    add_rule("Biscuit", InSegment("dog-people"), caps=(BUDGET,))
    return rules_as_file(shop)


def test_a_rule_means_the_same_people_in_another_shop(shop, file, tmp_path):
    there = open_test_shop(tmp_path / "there")
    add_gift("Biscuit", shop=there)
    before = everything(there)
    taken = take_in_rules(there, file)
    assert list(there.storage.segments.all()) == ["dog-people"]
    (rule,) = there.storage.rulebook.rules()
    assert rule.when.branches == (HasPet(),)
    undo_take_in(there, taken)
    assert everything(there) == before


def test_one_that_is_there_already_stays_as_it_is(shop, file):
    before = shop.storage.segments.all()
    assert take_in_rules(shop, file).segments == ()
    assert shop.storage.segments.all() == before


@pytest.mark.parametrize(
    ("segments", "why"),
    [
        ([], "object: id to segment"),
        ({"dogs": {"name": "Dogs"}}, "has a “name” and a condition"),
        ({"dogs": {"name": "Dogs", "when": {"kind": "weekday", "days": [1]}}}, "about a day"),
        ({"dogs": {"name": "Dogs", "when": {"animal": "dog"}}}, "The segment “dogs”: "),
    ],
)
def test_bad_segments_are_refused_and_nothing_is_kept(shop, file, segments, why):
    before = everything(shop)
    with pytest.raises(CompanionError, match=why):
        take_in_rules(shop, json.dumps({**json.loads(file), "segments": segments}))
    assert everything(shop) == before
