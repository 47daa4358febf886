"""Finds the customer and the people and pets around them that a deed is about."""

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services import Shop


def household_of(shop: Shop, customer_id: int) -> tuple[HouseholdMember, ...]:
    """Everybody at a customer's home, those who are gone too.

    Raises:
        NotFoundError: there is no such customer.
    """
    return shop.storage.people.members(customer_of(shop, customer_id).household)


def customer_of(shop: Shop, customer_id: int) -> Customer:
    """A customer.

    Raises:
        NotFoundError: there is none, or they were forgotten.
    """
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return customer


def member_of(shop: Shop, customer: Customer, being: int) -> HouseholdMember:
    """A member of a customer's home.

    Raises:
        NotFoundError: there is nobody like that.
    """
    member = shop.storage.people.member(customer.household, being)
    if member is None:
        raise NotFoundError(N_("Nobody like that belongs to this household."))
    return member


def note(shop: Shop, deed: str, **ids: int | None) -> None:
    """Add a deed about people at home to the audit trail."""
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, **ids)
