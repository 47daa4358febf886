"""How many people are in a segment, as they are known today."""

import dataclasses

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.money import Money
from pos_companion.model.stages import Stage
from pos_companion.rules.as_json import CONDITIONS
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.came_from import CameFrom
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.conditions.stage import Stage as AtStage
from pos_companion.rules.conditions.usual_item import UsualItem
from pos_companion.rules.conditions.visits_in_all import VisitsInAll
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.segments import Segment
from pos_companion.services import segment_count
from pos_companion.services.segment_count import Counted, count_people, who_is_in
from pos_companion.services.segments import save_segment
from pos_companion.services.simulation import simulate, try_on
from pos_companion.services.steps import finished
from tests.builders import add_customer, add_rule, add_visits
from tests.state import everything


def counted(shop, when):
    return finished(count_people(shop, [when]))[0]


def test_everybody_is_asked_and_nothing_is_written(shop):
    add_customer("Ana", family=[("Rex", "dog")])
    add_customer("Ben")
    add_customer("Cleo", family=[("Tiger", "cat")])
    before = everything(shop)
    assert counted(shop, HasPet()) == Counted(2, 0, 3, ("Ana", "Cleo"))
    assert counted(shop, Not(HasPet())) == Counted(1, 0, 3, ("Ben",))
    assert counted(shop, AllOf((HasPet(), CameFrom()))) == Counted(0, 2, 3)
    assert everything(shop) == before


def test_visits_the_usual_and_where_they_stand_are_of_today(shop):
    ana, _ben = add_customer("Ana"), add_customer("Ben")
    add_visits(ana, 12)
    assert counted(shop, VisitsInAll(12)).names == ("Ana",)
    assert counted(shop, UsualItem("Coffee")).names == ("Ana",)
    assert counted(shop, DaysSinceLast(400)).people == 0
    everywhere = AtStage(tuple(Stage))
    assert counted(shop, everywhere).people == 2


def test_what_is_no_meaning_of_a_segment_is_refused(shop):
    for when in (Weekday((1,)), InSegment("dogs"), AnyOf(())):
        with pytest.raises(BadInputError):
            counted(shop, when)


def test_a_rule_that_is_tried_knows_its_segment(sample_shop):
    save_segment(sample_shop, Segment("", "Everybody", VisitsInAll(1)))
    draft = add_rule("All of them", InSegment("everybody"), shop=sample_shop)
    report = finished(simulate(sample_shop, [draft], 30)).report
    (rule,) = report.rules
    assert rule.qualified == report.visits > 0
    (someone, *_others) = sample_shop.storage.segments.everybody()
    assert draft.id in {one.rule.id for one in try_on(sample_shop, draft, someone).offers}


def test_it_can_be_asked_who_is_in_it_among_some(shop):
    ana = add_customer("Ana", family=[("Rex", "dog")])
    ben, _cleo = add_customer("Ben"), add_customer("Cleo", family=[("Tiger", "cat")])
    steps = who_is_in(shop, [HasPet(), Not(HasPet())], [ana.id, ben.id, 12345])
    assert finished(steps) == (frozenset({ana.id}), frozenset({ben.id}))


@pytest.mark.parametrize("kind", sorted(kind for kind, one in CONDITIONS.items() if one.of_person))
def test_what_is_not_read_is_not_asked_for(sample_shop, kind, monkeypatch):
    """A condition says the same of everybody whether all is read or only what it looks at."""
    part = CONDITIONS[kind]
    given = {"subject": "rye", "amount": Money(100, "EUR"), "part": HasPet()}
    when = part(**{name: given[name] for name in lacking(part)})
    if part in {AllOf, AnyOf}:
        when = part((HasPet(),))
    lean = counted(sample_shop, when)
    for name in ("WITHOUT_VISITS", "WITHOUT_REMARKS", "WITHOUT_HOME"):
        monkeypatch.setattr(segment_count, name, frozenset())
    assert counted(sample_shop, when) == lean


def lacking(part):
    fields = dataclasses.fields(part)
    missing = dataclasses.MISSING
    return [one.name for one in fields if one.default is one.default_factory is missing]
