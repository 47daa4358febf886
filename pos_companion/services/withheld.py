"""What stays hidden since a customer said no: kept in the records, and neither shown nor used.

Each function takes what was read and gives back what the counter may know.
"""

from collections.abc import Sequence

from pos_companion.model.care import Thread
from pos_companion.model.celebrations import Celebration
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Fact
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services.consents import HEALTH_KINDS


def is_forgetful(customer: Customer) -> bool:
    """Whether only the name and the visits may be known."""
    return customer.remember is False


def facts_for(customer: Customer, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """What they told us, as far as they still allow it."""
    if is_forgetful(customer):
        return ()
    no_family = ConsentKind.FAMILY in customer.refused
    no_health = ConsentKind.HEALTH in customer.refused
    return tuple(
        fact
        for fact in facts
        if not (no_family and fact.about is not None)
        and not (no_health and fact.kind in HEALTH_KINDS)
    )


def around_for(customer: Customer, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """What others at home told that keeps a gift back; nothing without the family."""
    no_family = is_forgetful(customer) or ConsentKind.FAMILY in customer.refused
    return () if no_family else tuple(facts)


def threads_for(customer: Customer, threads: Sequence[Thread]) -> tuple[Thread, ...]:
    """What could be asked about, as far as they still allow it."""
    if is_forgetful(customer):
        return ()
    no_family = ConsentKind.FAMILY in customer.refused
    return tuple(one for one in threads if not (no_family and one.about is not None))


def members_for(
    customer: Customer, members: Sequence[HouseholdMember]
) -> tuple[HouseholdMember, ...]:
    """Who is around them; themselves alone when they do not want the others remembered."""
    if is_forgetful(customer) or ConsentKind.FAMILY in customer.refused:
        return tuple(member for member in members if member.customer == customer.id)
    return tuple(members)


def celebrations_for(
    customer: Customer, celebrations: Sequence[Celebration]
) -> tuple[Celebration, ...]:
    """Whose days are remembered; their own alone without the family, none without memory."""
    if is_forgetful(customer):
        return ()
    if ConsentKind.FAMILY not in customer.refused:
        return tuple(celebrations)
    return tuple(one for one in celebrations if one.customer == customer.id and one.being is None)
