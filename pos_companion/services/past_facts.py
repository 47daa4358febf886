"""What was known, and how things stood, when somebody came to the shop on a day gone by.

Grief, what we owed and who was still with us are things that happened: they hold on their own days
whatever is taken for known. What turned out to be wrong is taken for never known.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from pos_companion.model.care import Concern
from pos_companion.model.celebrations import Celebration
from pos_companion.model.facts import Fact, FactKind
from pos_companion.model.giving import Circumstances
from pos_companion.model.ideas import Idea, IdeaState
from pos_companion.model.people import Customer, Gone, HouseholdMember
from pos_companion.model.shop import ShopProfile
from pos_companion.model.visits import Basket, PastVisit
from pos_companion.rules import Facts
from pos_companion.rules.simulate.past import Knowledge
from pos_companion.services.prompts import hushed_keys
from pos_companion.services.weeks import first_weekday
from pos_companion.services.withheld import (
    around_for,
    celebrations_for,
    facts_for,
    is_forgetful,
    members_for,
)
from pos_companion.storage.care import Remarks


@dataclass(frozen=True)
class Person:
    """All we know of one customer now, with the days on which we came to know it.

    Attributes:
        members, celebrations: as a card reads them.
    """

    customer: Customer
    members: tuple[HouseholdMember, ...]
    celebrations: tuple[Celebration, ...]
    remarks: Remarks


@dataclass(frozen=True)
class Moment:
    """When, where and with what somebody came.

    Attributes:
        instant: in UTC.
        wall: what the shop's clock showed, without zone.
        visits: the last 100 before, oldest first.
        count: all that count before.
        last: the instant of the latest of them; None on the first visit.
    """

    uid: str
    instant: datetime
    wall: datetime
    day: date
    visits: tuple[PastVisit, ...] = ()
    count: int = 0
    last: datetime | None = None
    basket: Basket | None = None
    till: str = ""
    staff: str = ""


def facts_then(
    person: Person,
    moment: Moment,
    shop: ShopProfile,
    around: Circumstances,
    knowledge: Knowledge,
) -> Facts:
    """The facts of a visit gone by, without the shelf, the usual order and where they stood.

    Args:
        around: who works here, and the shop's own calendar; what was going on is not kept.
        knowledge: what is taken for known.
    """
    day, told = moment.day, person.remarks
    customer = _as_then(person.customer, moment)
    members = tuple(_present(one, day) for one in person.members)
    known = facts_for(customer, told.facts) + around_for(customer, told.around)
    theirs = {customer.id, *(member.customer for member in person.members)}
    asked = [one for one in told.asked if one.day <= day]
    touches = () if is_forgetful(customer) else told.touches
    return Facts(
        now=moment.wall,
        today=day,
        shop=shop,
        customer=customer,
        members=members_for(customer, members),
        celebrations=_celebrations(celebrations_for(customer, person.celebrations), day, knowledge),
        known=tuple(fact for fact in known if _is_known(fact, day, knowledge)),
        visits=moment.visits,
        visit_count=moment.count,
        concerns=_concerns(told.concerns, day),
        basket=moment.basket,
        visit_uid=moment.uid,
        staff=moment.staff,
        till=moment.till,
        first_weekday=first_weekday(shop.country),
        hushed=hushed_keys(asked, customer, members, day) if asked else frozenset(),
        works_here=bool(theirs & around.colleagues),
        circumstances=around,
        instant=moment.instant,
        touches=tuple(one for one in touches if knowledge is Knowledge.NOW or one.day <= day),
        referred=len(told.sent),
        ideas=() if is_forgetful(customer) else _ideas(told.ideas, day),
    )


def _as_then(customer: Customer, moment: Moment) -> Customer:
    return replace(
        customer,
        visits=moment.count,
        last_visit=moment.last,
        first_visit=customer.first_visit if moment.count else None,
        gone=_gone(customer.gone, customer.gone_on, moment.day),
    )


def _present(member: HouseholdMember, day: date) -> HouseholdMember:
    gone = _gone(member.gone, member.gone_on, day)
    return member if gone == member.gone else replace(member, gone=gone)


def _gone(gone: Gone, heard_on: date | None, day: date) -> Gone:
    return Gone.NO if gone and heard_on is not None and heard_on > day else gone


def _celebrations(
    told: Iterable[Celebration], day: date, knowledge: Knowledge
) -> tuple[Celebration, ...]:
    if knowledge is Knowledge.NOW:
        return tuple(told)
    return tuple(one for one in told if one.known_since is None or one.known_since <= day)


def _is_known(fact: Fact, day: date, knowledge: Knowledge) -> bool:
    by_day = knowledge is Knowledge.THEN or fact.kind is FactKind.TENDER
    return not by_day or fact.heard_on is None or fact.heard_on <= day


def _ideas(ideas: Iterable[Idea], day: date) -> tuple[Idea, ...]:
    """What became of an idea came to pass on its day, whatever is taken for known."""
    then = (one for one in ideas if one.heard_on is None or one.heard_on <= day)
    return tuple(
        replace(one, state=IdeaState.OPEN, settled_on=None, told_on=None)
        if one.settled_on is not None and one.settled_on > day
        else one
        for one in then
    )


def _concerns(concerns: Iterable[Concern], day: date) -> tuple[Concern, ...]:
    then = (one for one in concerns if one.opened_on <= day)
    return tuple(
        replace(one, closed_on=None) if one.closed_on is not None and one.closed_on > day else one
        for one in then
    )
