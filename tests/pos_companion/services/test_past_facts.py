from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pos_companion.model.care import Concern
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import FactKind
from pos_companion.model.giving import Circumstances
from pos_companion.model.people import Customer, Gone, HouseholdMember, Species
from pos_companion.model.shop import ShopProfile
from pos_companion.rules.simulate.past import Knowledge
from pos_companion.services.past_facts import Moment, Person, facts_then
from pos_companion.storage.care import Remarks
from tests.pos_companion.rules.cases import birthday, fact

DAY = date(2026, 11, 20)
LATER = DAY + timedelta(days=5)
REX = HouseholdMember(12, "Rex", species=Species.DOG)
ROSA = Customer(1, "Rosa", first_visit=DAY - timedelta(days=99), visits=40, household=7)
ROSA_NOW = Person(ROSA, (REX,), (), Remarks())


def then(person=ROSA_NOW, knowledge=Knowledge.THEN, around=None):
    moment = Moment("v", datetime(2026, 11, 20, 8, tzinfo=UTC), datetime(2026, 11, 20, 9), DAY)  # noqa: DTZ001
    return facts_then(person, moment, ShopProfile(), around or Circumstances(), knowledge)


def test_the_counters_are_those_of_then():
    seen = then()
    assert (seen.visit_count, seen.customer.visits, seen.customer.first_visit) == (0, 0, None)
    assert (seen.today, seen.now.hour, seen.visit_uid) == (DAY, 9, "v")


@pytest.mark.parametrize(("knowledge", "known"), [(Knowledge.THEN, 1), (Knowledge.NOW, 2)])
def test_what_was_told_later_is_known_now_alone(knowledge, known):
    days = (birthday("05-01", known_since=DAY), birthday("05-02", n=2, known_since=LATER))
    facts = (
        fact(FactKind.LIKE, "tea", heard_on=DAY),
        fact(FactKind.LIKE, "cake", heard_on=LATER, n=6),
    )
    person = replace(ROSA_NOW, celebrations=days, remarks=Remarks(facts=facts))
    seen = then(person, knowledge)
    assert (len(seen.celebrations), len(seen.known)) == (known, known)


@pytest.mark.parametrize("knowledge", Knowledge)
def test_what_happened_holds_on_its_own_days(knowledge):
    grief = fact(FactKind.TENDER, "loss", heard_on=LATER)
    owed = [
        Concern(1, 1, "Milk", "a new one", "Sam", LATER, DAY, closed_on=LATER),
        Concern(1, 2, "Bread", "a new one", "Sam", LATER, LATER),
    ]
    person = Person(
        replace(ROSA, gone=Gone.DIED, gone_on=LATER),
        (replace(REX, gone=Gone.DIED, gone_on=LATER),),
        (),
        Remarks(facts=(grief,), concerns=tuple(owed)),
    )
    seen = then(person, knowledge)
    assert (seen.tender, seen.customer.gone, seen.members[0].gone) == (None, Gone.NO, Gone.NO)
    assert [(one.title, one.closed_on) for one in seen.concerns] == [("Milk", None)]


def test_who_was_gone_by_then_stays_gone_and_what_they_refuse_is_not_used():
    gone = replace(ROSA_NOW, members=(replace(REX, gone=Gone.DIED, gone_on=DAY),))
    assert then(gone).members[0].gone is Gone.DIED
    shy = replace(ROSA_NOW, customer=replace(ROSA, refused=frozenset({ConsentKind.FAMILY})))
    assert then(shy).members == ()


def test_a_colleague_is_a_colleague():
    assert then(around=Circumstances(colleagues=frozenset({1}))).works_here
    assert not then().works_here
