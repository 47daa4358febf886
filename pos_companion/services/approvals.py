"""A second person's yes to something that is given: the person is chosen first, then the PIN.

It holds five minutes, for this one thing on this one visit. Nobody agrees to their own deed, and
nobody to what goes to their own household.
"""

from pos_companion.errors import NotAllowedError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Approval, Right, Staff
from pos_companion.rules import Offer
from pos_companion.services import Shop
from pos_companion.services.look_up import Found
from pos_companion.services.sign_in import approve, is_shared, who_can_sign_in

NEEDS_APPROVAL = frozenset({"needs_approval", "staff_beneficiary"})
"""Reason codes that nothing but a second person's yes takes out of the way."""


def who_may_agree(shop: Shop, found: Found) -> tuple[Staff, ...]:
    """Who can be asked for a yes: not who stands here, and nobody who gains by it."""
    around = _around(found)
    return tuple(
        one
        for one in who_can_sign_in(shop)
        if one.may(Right.APPROVE) and one.id != shop.person and one.customer not in around
    )


def agree(shop: Shop, found: Found, offer: Offer, person: int, pin: str) -> Approval:
    """Say yes to an offer as a second person, by PIN.

    Raises:
        RefusedError: it is their own deed, or goes to their own household.
        WrongPinError, NotAllowedError: as `sign_in.approve`.
    """
    kept = shop.storage.staff.get(person)
    if kept is not None and kept.staff.customer in _around(found):
        raise RefusedError(N_("This goes to their own household. Somebody else has to say yes."))
    return approve(shop, person, pin, what_for(found, offer))


def what_for(found: Found, offer: Offer) -> str:
    """What an approval is about: this offer on this visit, and nothing else."""
    return f"give:{found.visit_uid}:{offer.id}"


def require_approval(shop: Shop, found: Found, offer: Offer, approval: Approval | None) -> str:
    """Go on only with a yes that holds; in a shop of one person nobody else is there to ask.

    Returns:
        The name of who agreed; empty in a shop of one person.

    Raises:
        NotAllowedError: nobody agreed to this, or too long ago.
    """
    if approval is None:
        if not is_shared(shop):
            return ""
        raise NotAllowedError(N_("A manager has to agree to this first."))
    if not approval.holds(what_for(found, offer), shop.clock.now()):
        raise NotAllowedError(N_("That yes was for something else, or too long ago. Ask again."))
    return approval.name


def _around(found: Found) -> frozenset[int | None]:
    """The customer and everybody of the household who is a customer too."""
    members = {member.customer for member in found.facts.members}
    return frozenset({found.facts.customer.id, *members} - {None})
