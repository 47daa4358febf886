"""What the sheets of a household and of one being of it show, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pos_companion.errors import CompanionError
from pos_companion.i18n import Phrase, words
from pos_companion.insight.celebrations import owner_of
from pos_companion.model.card import Hit
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Fact
from pos_companion.model.people import Customer, Gone, HouseholdMember, SadNews
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of, member_of
from pos_companion.services.consents import consents, refuse_without
from pos_companion.services.facts import history
from pos_companion.services.finding import display_name, find
from pos_companion.services.sad_news import sad_news_of
from pos_companion.services.similar import Face, Similar, similar
from pos_companion.services.withheld import celebrations_for, facts_for, members_for

_LISTED = 4


@dataclass(frozen=True)
class Missing:
    """Somebody who is not at home any more.

    Attributes:
        being: the member's number.
        how: in which way they are gone.
        day: the business date on which we heard of it; None when nobody wrote it down.
    """

    being: int
    name: str
    how: Gone
    relation: str = ""
    day: date | None = None


@dataclass(frozen=True)
class HouseholdPage:
    """A household as its sheet shows it.

    Attributes:
        customer: on whose card it was opened.
        members: people and pets who are around, without the customer, in the order they were added.
        missing: who is gone and can be brought back, the latest first.
        living: other customers who live here.
        refused: why nothing of it may be kept; None when it may.
    """

    customer: Customer
    members: tuple[HouseholdMember, ...]
    missing: tuple[Missing, ...] = ()
    living: tuple[Customer, ...] = ()
    refused: Phrase | None = None


@dataclass(frozen=True)
class MemberPage:
    """One being as its sheet shows it.

    Attributes:
        customer: on whose card it was opened; nobody else's facts are in here.
        facts: what that customer told us about them, newest first; Locked ones as well.
        birthday: None when it is not known.
        days: all their celebrations, the birthday among them.
        owners: customers of other households they belong to as well.
        has_card: they have a card of their own.
    """

    customer: Customer
    member: HouseholdMember
    today: date
    facts: tuple[Fact, ...] = ()
    birthday: Celebration | None = None
    days: tuple[Celebration, ...] = ()
    owners: tuple[Customer, ...] = ()
    has_card: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether none of their days is celebrated."""
        return bool(self.days) and all(day.quiet for day in self.days)


def household_page(shop: Shop, customer_id: int) -> HouseholdPage:
    """Read a customer's household.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = customer_of(shop, customer_id)
    refused = _refused(shop, customer)
    if refused is not None:
        return HouseholdPage(customer, (), refused=refused)
    members = shop.storage.people.members(customer.household)
    others = [one for one in members if one.customer != customer.id]
    return HouseholdPage(
        customer,
        tuple(one for one in others if not one.gone),
        _missing(shop, customer, others),
        tuple(one for one in _living(shop, customer) if one.id != customer.id),
    )


def member_page(shop: Shop, customer_id: int, being: int) -> MemberPage:
    """Read one being of a customer's household.

    Raises:
        NotFoundError: there is no such customer, or nobody like that at home.
    """
    customer = customer_of(shop, customer_id)
    member = member_of(shop, customer, being)
    people = shop.storage.people
    members = members_for(customer, people.members(customer.household))
    owner = f"customer:{member.customer}" if member.customer else f"being:{member.id}"
    days = tuple(
        day
        for day in celebrations_for(customer, people.celebrations(customer, members))
        if owner_of(day, members) == owner
    )
    linked = people.get(member.customer) if member.customer else None
    return MemberPage(
        customer=customer,
        member=member,
        today=shop.today,
        facts=tuple(
            fact
            for fact in facts_for(customer, history(shop, customer_id))
            if fact.about == being and fact.wrong_on is None and not fact.is_over(shop.today)
        ),
        birthday=next((day for day in days if day.kind is CelebrationKind.BIRTHDAY), None),
        days=days,
        owners=_owners(shop, customer, being),
        has_card=linked is not None and bool(linked.card),
    )


def news_of(shop: Shop, customer: Customer, being: int) -> SadNews | None:
    """The sad news about a being, on whichever card it was told; None when nobody told it."""
    people = shop.storage.people
    homes = {*people.homes_of(being), customer.household}
    member = people.member(customer.household, being)
    linked = member.customer if member else None
    told_on = {customer.id, *(one for home in homes if home for one in people.living_in(home))}
    told_on |= {linked} if linked else set()
    for one in sorted(told_on):
        for news in sad_news_of(shop, one):
            if news.being == being or (news.being is None and news.customer == linked):
                return news
    return None


def known_people(shop: Shop, customer_id: int, text: str) -> tuple[Hit, ...]:
    """Customers who may belong to a household, each with the evidence for it.

    Args:
        text: what was typed; empty for those who share a phone, an e-mail or a pet with them.

    Returns:
        At most four, none who lives there already.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = customer_of(shop, customer_id)
    at_home = {one.id for one in _living(shop, customer)}
    members = members_for(customer, shop.storage.people.members(customer.household))
    around = tuple(one.name for one in members if one.customer != customer.id and not one.gone)
    face = Face(phone=customer.phone, email=customer.email, around=around, customer=customer.id)
    close = {one.customer.id: one for one in similar(shop, face, _LISTED)}
    if not text.strip():
        found: tuple[Hit, ...] = tuple(close.values())
    else:
        found = tuple(
            _with_evidence(hit, close) for hit in find(shop, text, _LISTED + len(at_home))
        )
    return tuple(hit for hit in found if hit.customer.id not in at_home)[:_LISTED]


def _refused(shop: Shop, customer: Customer) -> Phrase | None:
    try:
        refuse_without(consents(shop, customer.id), ConsentKind.FAMILY)
    except CompanionError as error:
        return Phrase("{why}", {"why": str(error)})
    return None


def _living(shop: Shop, customer: Customer) -> list[Customer]:
    home = customer.household
    return [customer] if home is None else shop.storage.people.in_household(home)


def _missing(shop: Shop, customer: Customer, members: list[HouseholdMember]) -> tuple[Missing, ...]:
    """Who is gone from the list of members, and the customers who left the family and moved out."""
    found = [
        Missing(one.id, one.name, one.gone, one.relation, one.gone_on)
        for one in members
        if one.gone
    ]
    known = {one.id for one in members}
    for living in _living(shop, customer):
        for news in sad_news_of(shop, living.id):
            if news.move is None or news.being is None or news.being in known:
                continue
            known.add(news.being)
            left = shop.storage.people.get(news.move.customer)
            if left is not None:
                name = words(display_name(left))
                found.append(Missing(news.being, name, news.how, day=news.day))
    return tuple(sorted(found, key=lambda one: one.day or date.min, reverse=True))


def _owners(shop: Shop, customer: Customer, being: int) -> tuple[Customer, ...]:
    people = shop.storage.people
    homes = [home for home in people.homes_of(being) if home != customer.household]
    return tuple(one for home in homes for one in people.in_household(home))


def _with_evidence(hit: Hit, close: Mapping[int, Similar]) -> Hit:
    alike = close.get(hit.customer.id)
    return hit if alike is None else replace(hit, why=alike.why)
