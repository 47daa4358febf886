"""They do not want it today; and offered anew after it rested."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, declining, deed
from pos_companion.services.deeds.accept import line_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import text_of, uid_of
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import offer_called


@deed
def decline(
    shop: Shop, customer: str | int, visit: str, offer: str, why: str = ""
) -> Mapping[str, Any]:
    """Write down that they did not want it: not offered again on this visit, no limit is used up.

    Twice in a row, and the rule rests for them.

    Args:
        customer: see the package.
        visit: uid of the visit.
        offer: the id of an offer of the deed `offers`, or of a rule.
        why: not_now, has_it, not_theirs, cannot_have_it or no_gifts; empty when nobody said.

    Returns:
        A line as the deed `accept` answers it; its state is `declined`.
    """
    found = open_card(shop, resolve(shop, customer), uid_of(visit))
    wanted = offer_called(found, text_of(offer, "offer"))
    return line_values(declining.decline_offer(shop, found, wanted, text_of(why, "why")))


@deed
def offer_anew(shop: Shop, customer: str | int, rule: str) -> Mapping[str, Any]:
    """Let a rule that rests for somebody, after two refusals in a row, be offered to them again.

    Args:
        customer: see the package.
        rule: its id.

    Returns:
        `{"rule", "customer": id, "refusals": how many no longer count}`.
    """
    number, name = resolve(shop, customer), text_of(rule, "rule")
    noes = declining.offer_anew(shop, number, name)
    return {"rule": name, "customer": str(number), "refusals": len(noes)}
