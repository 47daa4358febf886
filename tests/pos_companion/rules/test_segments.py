"""What segments are made of, and how rules come by their meaning."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.rules import Condition
from pos_companion.rules.as_json import CONDITIONS, rule_from_json, rule_to_json
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.language import Language
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.segments import Segment, asked_for, bound, require_people
from pos_companion.rules.unknown import UnknownCondition
from tests.pos_companion.rules.cases import rule

PETS = Segment("pets", "Pet people", HasPet())
DEEP = AllOf((Weekday((5,)), Not(AnyOf((InSegment("pets"), Language(("pt",)))))))


def meaning(condition: Condition) -> InSegment:
    found = condition.branches[1].branches[0].branches[0]
    assert isinstance(found, InSegment)
    return found


def test_a_rule_gets_the_meaning_however_deep_it_asks() -> None:
    made = bound(rule(DEEP), {"pets": PETS})
    assert (meaning(made.when).name, meaning(made.when).means) == ("Pet people", HasPet())
    assert asked_for(made.when) == {"pets"}


def test_a_rule_that_asks_for_none_stays_the_very_same() -> None:
    plain = rule(AllOf((HasPet(), Not(Weekday((1,))))))
    assert bound(plain, {"pets": PETS}) is plain
    once = bound(rule(DEEP), {"pets": PETS})
    assert bound(once, {"pets": PETS}) is once


def test_what_a_segment_meant_is_forgotten_with_it() -> None:
    lost = bound(bound(rule(DEEP), {"pets": PETS}), {})
    assert (meaning(lost.when).name, meaning(lost.when).means) == ("Pet people", None)


def test_only_the_id_is_written_and_the_meaning_makes_no_other_rule() -> None:
    made = bound(rule(DEEP), {"pets": PETS})
    written = rule_to_json(made)
    assert "Pet people" not in str(written)
    assert rule_from_json(written) == made


@pytest.mark.parametrize("kind", CONDITIONS)
def test_every_condition_says_whether_it_is_about_people(kind: str) -> None:
    """A day, a ticket and what is going on are no people; a new kind has to be decided here."""
    of_a_visit = {
        "celebration", "first_visit", "item_bought", "known_since", "local_calendar", "segment",
        "shop_context", "spend_at_least", "time_of_day", "usual_missed", "visits_nth", "weekday",
    }  # fmt: skip
    assert CONDITIONS[kind].of_person is (kind not in of_a_visit)


@pytest.mark.parametrize(
    ("when", "why"),
    [
        (AllOf((HasPet(), Weekday((5,)))), "is about a day or a purchase"),
        (Not(InSegment("pets")), "cannot be made of other segments"),
        (AnyOf((AllOf(()),)), "choose at least one condition"),
        (UnknownCondition('{"kind": "moon"}'), "needs a newer version of the program: “moon”"),
    ],
)
def test_what_is_not_about_people_is_refused_with_a_sentence(when: Condition, why: str) -> None:
    with pytest.raises(BadInputError, match=why):
        require_people(when)
