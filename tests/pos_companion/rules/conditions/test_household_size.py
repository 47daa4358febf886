"""How many live with them."""

from dataclasses import replace

import pytest

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.household_size import Counted, HouseholdSize
from tests.pos_companion.rules.cases import ANA, BISCUIT, MISO, TOMAS, facts, says


@pytest.mark.parametrize(
    ("who", "count"),
    [
        (Counted.EVERYBODY, 5),
        (Counted.PEOPLE, 3),
        (Counted.CHILDREN, 1),
        (Counted.PETS, 2),
    ],
)
def test_who_is_counted_is_counted_the_customer_too(who: Counted, count: int) -> None:
    seen = facts(members=(TOMAS, ANA, BISCUIT, MISO))
    assert HouseholdSize(count, count, who).judge(seen).is_yes
    assert not HouseholdSize(count + 1, 0, who).judge(seen).is_yes
    assert HouseholdSize(0, 0, who).judge(seen).is_yes


def test_too_few_and_too_many_say_how_many() -> None:
    assert says(HouseholdSize(4).judge(facts())) == (
        Verdict.NO,
        "We know of 2 people at home; this is for 4.",
    )
    assert says(HouseholdSize(0, 1).judge(facts())) == (
        Verdict.NO,
        "We know of 2 people at home; this is for 1.",
    )


def test_who_is_gone_is_not_counted() -> None:
    seen = facts(members=(replace(BISCUIT, gone=True),))
    assert not HouseholdSize(1, 0, Counted.PETS).judge(seen).is_yes
