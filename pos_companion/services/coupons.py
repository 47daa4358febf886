"""Coupons for the next visit: codes that can be read aloud and typed without a mistake."""

import secrets

from pos_companion.rules import Offer, Redemption
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services import Shop

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, O, 1 and I, which look alike."""
_RANDOM_LETTERS = 7


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
            "customer_id": redemption.customer,
            "amount": effect.amount.amount,
            "basis_points": effect.basis_points,
            "currency": effect.amount.currency,
            "valid_from": span.first,
            "valid_through": span.last,
        },
    )


def new_code() -> str:
    """Seven random letters and a check letter that catches every single mistake."""
    body = "".join(secrets.choice(LETTERS) for _ in range(_RANDOM_LETTERS))
    return body + check_letter(body)


def check_letter(body: str) -> str:
    """The letter that belongs behind a code: weights 1, 3, 5 … modulo 32.

    Odd weights are units modulo 32, so that no single wrong letter keeps the sum.
    """
    total = sum((2 * at + 1) * LETTERS.index(letter) for at, letter in enumerate(body))
    return LETTERS[total % len(LETTERS)]
