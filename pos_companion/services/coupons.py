"""Coupons for the next visit: codes that can be read aloud and typed without a mistake.

A coupon is used with the promise of its use, and comes back with it. When it expired while it was
used by a visit that is taken back, it is good for as many days longer as were lost.
"""

import secrets
from dataclasses import replace
from datetime import date

from pos_companion.errors import BadInputError, LimitReachedError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.rules import Ledger, Offer, Redemption, RedemptionState
from pos_companion.rules.coupons import Brought, brought_coupon
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.ledger import Slip
from pos_companion.rules.limits import Limits
from pos_companion.rules.once import COUPON_USE
from pos_companion.services import Shop
from pos_companion.services.look_up import Found
from pos_companion.storage.coupons import KeptCoupon

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, O, 1 and I, which look alike."""
LENGTH = 8
_BETWEEN = str.maketrans("", "", " -–.\t")


def make_coupon(shop: Shop, offer: Offer, redemption: Redemption) -> None:
    """Keep the coupon an offer promises; nothing for other offers. In the visit's transaction."""
    effect = offer.effect
    if not isinstance(effect, Coupon):
        return
    span = effect.valid(redemption.day)
    shop.storage.ledger.add_coupon(
        new_code(),
        redemption,
        {
            "customer_id": None if effect.bearer else redemption.customer,
            "amount": effect.amount.amount,
            "basis_points": effect.basis_points,
            "currency": effect.amount.currency,
            "valid_from": span.first,
            "valid_through": span.last,
        },
    )


def looks_like_code(text: str) -> bool:
    """Whether a scan or a typed text can be the code of a coupon, to the check letter."""
    code = _plain(text)
    fits = len(code) == LENGTH and set(code) <= set(LETTERS)
    return fits and check_letter(code[:-1]) == code[-1]


def coupon_called(shop: Shop, code: str) -> KeptCoupon:
    """The coupon of a code, as it was read or typed.

    Raises:
        BadInputError: it is mistyped.
        NotFoundError: there is no such coupon here.
    """
    if not looks_like_code(code):
        raise BadInputError(N_("This is no code of a coupon. Please read it once more."))
    kept = shop.storage.coupons.get(_plain(code))
    if kept is None:
        raise NotFoundError(N_("This coupon was not made here."))
    return kept


def coupon_offer(shop: Shop, found: Found, code: str) -> Offer:
    """What a coupon brings on this visit; accepted like every other offer.

    Returns:
        An offer that `needs` `coupon_expired` when it is honoured after its last day.

    Raises:
        BadInputError, NotFoundError: as `coupon_called`.
        LimitReachedError: it was used, or this visit has all its discounts.
        RefusedError: it is for somebody else, of another day or another currency; and which.
    """
    kept = coupon_called(shop, code)
    if promise_of(shop, found, code) is not None:
        raise LimitReachedError(N_("This coupon is on this visit already."))
    return offer_of(shop, found, kept, found.ledger)


def promise_of(shop: Shop, found: Found, code: str) -> Redemption | None:
    """The promise on this visit that uses a coupon; None when no promise here does.

    Raises:
        BadInputError, NotFoundError: as `coupon_called`.
    """
    used_by = coupon_called(shop, code).used_by
    return next(
        (
            line
            for line in shop.storage.ledger.of_visit(found.visit_uid)
            if line.id == used_by
            and line.state is RedemptionState.ACCEPTED
            and line.customer == found.card.customer.id
        ),
        None,
    )


def offer_of(shop: Shop, found: Found, kept: KeptCoupon, ledger: Ledger) -> Offer:
    """What a kept coupon brings, by the ledger as it is.

    Raises:
        as `coupon_offer`.
    """
    row = shop.storage.ledger.by_key(kept.key)
    rule = next((one for one in found.rules if one.id == kept.rule), None)
    if row is None or rule is None:
        raise NotFoundError(N_("This coupon was not made here."))
    slip = Slip(kept.code, _state(kept, ledger), kept.first, kept.last, kept.customer is None)
    brought = Brought(row, slip, rule, kept.customer, shop.profile.coupon_grace)
    facts = replace(found.facts, today=shop.today)
    made = brought_coupon(brought, facts, Limits(facts, ledger))
    if isinstance(made, Offer):
        return made
    used_up = made.code == "coupon_used" or made.code.startswith("cap_")
    kind = LimitReachedError if used_up else RefusedError
    raise kind(made.sentence.text, **made.sentence.values)


def use_coupon(shop: Shop, line: Redemption) -> None:
    """Take the coupon that a line uses; nothing for other lines. In the line's transaction.

    Raises:
        LimitReachedError: somebody else was quicker.
    """
    kept = _used_by(shop, line)
    if kept is None or kept.used_by == line.id:
        return
    if not shop.storage.coupons.take(kept.code, line.id):
        raise LimitReachedError(N_("This coupon was used already."))


def close_coupon(shop: Shop, line: Redemption) -> None:
    """Take the coupon of a line that is given now, if its promise could not take it yet.

    One that is used on the visit that earns it is made when that visit is recorded.

    Raises:
        LimitReachedError: the coupon itself is not given on this visit.
    """
    if not line.period_key.startswith(COUPON_USE):
        return
    if _used_by(shop, line) is None:
        raise LimitReachedError(N_("This coupon is not given on this visit, so it is not used."))
    use_coupon(shop, line)


def give_coupon_back(shop: Shop, line: Redemption) -> None:
    """Let the coupon that a line used be good again; nothing for other lines."""
    kept = _used_by(shop, line)
    if kept is None or kept.used_by != line.id:
        return
    shop.storage.coupons.give_back(kept, _last_day(kept, line, shop.today))


def new_code() -> str:
    """Seven random letters and a check letter that catches every single mistake."""
    body = "".join(secrets.choice(LETTERS) for _ in range(LENGTH - 1))
    return body + check_letter(body)


def check_letter(body: str) -> str:
    """The letter that belongs behind a code: weights 1, 3, 5 … modulo 32.

    Odd weights are units modulo 32, so that no single wrong letter keeps the sum.
    """
    total = sum((2 * at + 1) * LETTERS.index(letter) for at, letter in enumerate(body))
    return LETTERS[total % len(LETTERS)]


def _plain(text: str) -> str:
    return text.translate(_BETWEEN).upper()


def _state(kept: KeptCoupon, ledger: Ledger) -> str:
    # Before uses were noted with the coupon, the ledger alone told them.
    use = f"{COUPON_USE}{kept.key}"
    if kept.state == "open" and any(row.period_key == use for row in ledger.own):
        return "used"
    return kept.state if kept.was_given or kept.state != "open" else "void"


def _used_by(shop: Shop, line: Redemption) -> KeptCoupon | None:
    if not line.period_key.startswith(COUPON_USE):
        return None
    return shop.storage.coupons.earned_by(line.period_key.removeprefix(COUPON_USE))


def _last_day(kept: KeptCoupon, line: Redemption, today: date) -> date:
    """As many days longer as were lost, for one that expired meanwhile."""
    return kept.last if today <= kept.last else kept.last + (today - line.day)
