"""Not today: written down, uses up no limit, and is not offered again on this visit.

Two refusals in a row let a rule rest for that person until somebody offers it anew.
"""

from dataclasses import replace

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.giving import NotToday
from pos_companion.rules import Offer, Redemption, RedemptionState
from pos_companion.services import Shop
from pos_companion.services.ledger_lines import line_for, note_line
from pos_companion.services.look_up import Found
from pos_companion.services.offers import release_offers


def decline_offer(shop: Shop, found: Found, offer: Offer, why: str = "") -> Redemption:
    """Note that they did not want it; what was promised of it is given back.

    Args:
        why: a `NotToday`; empty when nobody said.

    Raises:
        BadInputError: there is no such reason.
    """
    try:
        reason = NotToday(why)
    except ValueError as error:
        there_are = ", ".join(one.value for one in NotToday if one)
        text = N_("They said no for one of these reasons: {reasons}.")
        raise BadInputError(text, reasons=there_are) from error
    line = line_for(shop, found, offer, RedemptionState.DECLINED)
    line = replace(line, key=line.key + "/declined", period_key="")
    line = replace(line, reason={**line.reason, "declined": reason.value})
    with shop.storage.transaction():
        release_offers(shop, found.visit_uid, offer.id)
        before = shop.storage.ledger.by_key(line.key)
        if before is not None and before.state is RedemptionState.DECLINED:
            return before
        if before is None:
            line = shop.storage.ledger.add(line, shop.clock.now())
        else:
            line = shop.storage.ledger.revive(before.id, line, shop.clock.now())
        note_line(shop, "decline", line)
    return line


def take_back_decline(shop: Shop, line: Redemption) -> None:
    """As if they had not said no."""
    with shop.storage.transaction():
        shop.storage.ledger.settle(line.id, RedemptionState.RELEASED, shop.clock.now())
        note_line(shop, "take_back_decline", line)


def offer_anew(shop: Shop, customer_id: int, rule: str) -> tuple[Redemption, ...]:
    """Let a rule that rests for somebody be offered to them again.

    Returns:
        The refusals that no longer count; `take_back_decline` undone by `rest_again`.

    Raises:
        NotFoundError: it does not rest for them.
    """
    with shop.storage.transaction():
        customer = shop.storage.people.get(customer_id)
        household = customer.household if customer else None
        noes = tuple(
            row
            for row in shop.storage.ledger.own(customer_id, household)
            if row.rule == rule and row.state is RedemptionState.DECLINED
        )
        if not noes:
            raise NotFoundError(N_("They never said no to this."))
        for row in noes:
            take_back_decline(shop, row)
    return noes


def rest_again(shop: Shop, noes: tuple[Redemption, ...]) -> None:
    """Undo `offer_anew`: the refusals count as they did."""
    with shop.storage.transaction():
        for row in noes:
            shop.storage.ledger.settle(row.id, RedemptionState.DECLINED, shop.clock.now())
            note_line(shop, "decline", row)
