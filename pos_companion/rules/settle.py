"""What discounts really come to on a ticket."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket
from pos_companion.rules.parts import Effect, Turn
from pos_companion.rules.ticket import Ticket


@dataclass(frozen=True)
class Settlement:
    """A ticket with its discounts.

    Attributes:
        taken: what each effect came to, in the order they were given.
        ticket: what is to pay line by line afterwards.
    """

    taken: tuple[Money, ...]
    ticket: Ticket


def settle(effects: Sequence[Effect], basket: Basket, currency: str) -> Settlement:
    """Take several effects off one basket.

    Single items first, then amounts, then per cents, each off what the one before left unless it
    counts from the original price. Nothing falls below zero; the lines always add up.

    Args:
        effects: in the order they were accepted; those that are no price come to nothing.
        basket: lines without a price take no part.
        currency: of the shop.
    """
    ticket = Ticket.of(basket, currency)
    taken = [ticket.zero] * len(effects)
    for at in sorted(range(len(effects)), key=lambda at: (effects[at].turn, at)):
        if effects[at].turn is Turn.NEVER:
            continue
        off = effects[at].taken_off(ticket)
        taken[at] = sum(off, ticket.zero)
        ticket = ticket.less(off)
    return Settlement(tuple(taken), ticket)
