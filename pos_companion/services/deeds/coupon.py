"""A coupon by its code: how it stands, and what it brings on a visit."""

from collections.abc import Mapping
from typing import Any

from pos_companion.rules import Offer, Redemption
from pos_companion.services import Shop, deed
from pos_companion.services.coupons import coupon_called, coupon_offer, promise_of
from pos_companion.services.deeds.accept import line_values
from pos_companion.services.deeds.offers import whole_offer
from pos_companion.services.finding import resolve
from pos_companion.services.forms import flag_of, text_of, uid_of
from pos_companion.services.ledger_lines import offer_of_line
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer


@deed
def coupon(
    shop: Shop, code: str, customer: str | int = "", visit: str = "", accept: bool = False
) -> Mapping[str, Any]:
    """Look at a coupon, and use it on a visit.

    Args:
        code: as read or typed; spaces, dashes and small letters are understood.
        customer: who brings it; empty only looks at it.
        visit: uid of a visit already begun.
        accept: promise its use on this visit; it is used from then on, and given back with it.

    Returns:
        `{"code", "state": open, used or void, "bound": the customer's id or "", "worth":
        {"amount", "currency"}, "basis_points", "valid_from", "valid_through", "visit": uid or "",
        "offer": as in the deed `offers`, or null, "redemption": as in the deed `accept`, or null}`.
        What is not good for whoever brings it is refused with its reason.
    """
    kept = coupon_called(shop, text_of(code, "code"))
    offer: Offer | None = None
    line: Redemption | None = None
    uid = uid_of(visit)
    if customer != "":
        found = open_card(shop, resolve(shop, customer), uid)
        uid, line = found.visit_uid, promise_of(shop, found, kept.code)
        wanted = flag_of(accept, "accept")
        if line is not None:
            offer = offer_of_line(found, line)
        else:
            offer = coupon_offer(shop, found, kept.code)
            line = accept_offer(shop, found, offer) if wanted else None
            kept = coupon_called(shop, kept.code)
    return {
        "code": kept.code,
        "state": kept.state,
        "bound": "" if kept.customer is None else str(kept.customer),
        "worth": {"amount": kept.amount, "currency": kept.currency},
        "basis_points": kept.basis_points,
        "valid_from": kept.first.isoformat(),
        "valid_through": kept.last.isoformat(),
        "visit": uid,
        "offer": whole_offer(offer) if offer else None,
        "redemption": line_values(line) if line else None,
    }
