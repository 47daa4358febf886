"""Who came along and how they seemed: said with a visit or afterwards, and never required."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.model.visits import NOTHING_SAID, Impression, Visit
from pos_companion.services import Shop
from pos_companion.services.finding import whoever
from pos_companion.services.withheld import is_forgetful, members_for


@dataclass(frozen=True)
class ChangedImpression:
    """What is said of a visit now, and what was said of it before."""

    uid: str
    before: Impression
    after: Impression


def to_keep(shop: Shop, customer: Customer, felt: Impression) -> Impression:
    """What may be kept of an impression: nothing of who wants no more than their name known.

    Who came along has to belong to them; somebody who does not any more is left out.
    """
    if felt == NOTHING_SAID or is_forgetful(customer):
        return NOTHING_SAID
    if not felt.company:
        return felt
    here = {one.id for one in around(customer, shop.storage.people.members(customer.household))}
    company = tuple(being for being in dict.fromkeys(felt.company) if being in here)
    return replace(felt, company=company)


def around(customer: Customer, members: Sequence[HouseholdMember]) -> tuple[HouseholdMember, ...]:
    """The people and pets who may come along with a customer."""
    return tuple(
        member
        for member in members_for(customer, members)
        if not member.gone and member.customer != customer.id
    )


def say_of_visit(shop: Shop, uid: str, felt: Impression) -> ChangedImpression:
    """Say afterwards who came along and how they seemed; all of it anew.

    Raises:
        NotFoundError: there is no such visit.
        RefusedError: it was taken back.
    """
    with shop.storage.transaction():
        visit = _counting(shop, uid)
        customer = whoever(shop, visit.customer)
        if customer is None:
            raise NotFoundError(N_("This customer is not in the records any more."))
        felt = to_keep(shop, customer, felt)
        _write(shop, visit, felt)
    return ChangedImpression(uid, visit.impression, felt)


def unsay_of_visit(shop: Shop, changed: ChangedImpression) -> None:
    """Undo it: what was said before is what is said.

    Raises:
        NotFoundError: there is no such visit.
        RefusedError: it was taken back, or something else was said meanwhile.
    """
    with shop.storage.transaction():
        visit = _counting(shop, changed.uid)
        if visit.impression != changed.after:
            raise RefusedError(N_("Something else was said about this visit meanwhile."))
        _write(shop, visit, changed.before)


def _counting(shop: Shop, uid: str) -> Visit:
    visit = shop.storage.visits.get(uid)
    if visit is None:
        raise NotFoundError(N_("There is no visit with this id."))
    if visit.voided_at is not None:
        raise RefusedError(N_("This visit was taken back."))
    return visit


def _write(shop: Shop, visit: Visit, felt: Impression) -> None:
    shop.storage.visits.keep_impression(visit.uid, felt)
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, "visit_mood", visit=visit.uid, customer=visit.customer
    )
