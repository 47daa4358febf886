from datetime import timedelta

import pytest

from pos_companion.model.money import Money
from pos_companion.rules import Cap, GroupMode, Period, Scope
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.has_pet import HasPet
from tests.pos_companion.rules.cases import TODAY
from tests.pos_companion.rules.lint.linting import BUDGET, SOUND, codes, sound

WIDER = sound(id="wider", priority=10, group="thanks", group_mode=GroupMode.FIRST)
NARROW = sound(when=AllOf((SOUND.when, HasPet())), group="thanks", priority=20)


def beaten(rule, other, **worth):
    euros = {name: (Money(amount, "EUR"),) for name, amount in worth.items()}
    return "always_beaten" in codes(rule, others=(other,), worth=euros)


def test_a_rule_that_fits_whenever_this_one_does_and_comes_first():
    assert beaten(NARROW, WIDER)
    assert not beaten(WIDER, NARROW)
    assert not beaten(sound(when=HasPet(), group="thanks", priority=20), WIDER)


@pytest.mark.parametrize(
    "changes",
    [
        {"group": ""},
        {"group_mode": GroupMode.STACK},
        {"priority": 30},
        {"needs_approval": True},
        {"valid_through": TODAY + timedelta(days=30)},
        {"valid_from": TODAY},
        {"caps": (BUDGET, Cap(Scope.PERSON, Period.WEEK, 1))},
    ],
)
def test_a_rule_that_leaves_room_beats_nobody_always(changes):
    other = sound(**{"id": "wider", "priority": 10, "group": "thanks",
                     "group_mode": GroupMode.FIRST, **changes})  # fmt: skip
    assert not beaten(NARROW, other)


def test_the_best_of_a_group_is_the_dearer_one_and_of_equals_the_first():
    best = sound(id="best", priority=10, group="thanks", group_mode=GroupMode.BEST)
    assert beaten(NARROW, best, sound=40, best=90)
    assert beaten(NARROW, best, sound=40, best=40)
    assert not beaten(NARROW, best, sound=90, best=40)
    assert not beaten(NARROW, best)


def test_a_rule_that_is_excluded_whenever_it_fits():
    excluding = sound(id="other", priority=10, excludes=("sound",))
    assert beaten(sound(priority=20), excluding)
    assert beaten(sound(priority=5), excluding)
    assert not beaten(sound(priority=5, excludes=("other",)), excluding)
