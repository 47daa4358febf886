"""What discounts really come to on a ticket."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.model.money import Money
from pos_companion.model.visits import Basket
from pos_companion.rules.as_json import effect_from_json
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption
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


def taken_off_already(facts: Facts, ledger: Ledger) -> int:
    """What the gestures of this visit take off its ticket so far, in minor units."""
    if facts.basket is None:
        return 0
    rows = [row for row in ledger.own if row.visit == facts.visit_uid and row.state.counts]
    effects = [effect for effect in map(effect_of, rows) if effect is not None]
    if not effects:
        return 0
    taken = settle(effects, facts.basket, facts.shop.currency).taken
    return sum(one.amount for one in taken)


def effect_of(row: Redemption) -> Effect | None:
    """What a line of the ledger gave, by its terms of then.

    Returns:
        None when they cannot be read: terms written by another version are no reason to keep the
        whole card from the counter.
    """
    written: Any = row.reason.get("effect")
    if not isinstance(written, Mapping):
        return None
    try:
        return effect_from_json(dict(written))
    except BadInputError:
        return None
