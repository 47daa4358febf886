"""What is to pay, line by line, while discounts are taken off it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine


@dataclass(frozen=True)
class TicketLine:
    """One line with a known price.

    Attributes:
        full: what it cost before any discount; negative for something brought back.
        left: what it costs now.
    """

    line: BasketLine
    full: Money
    left: Money


@dataclass(frozen=True)
class Ticket:
    """The lines whose price is known, in the basket's order; may be empty."""

    lines: tuple[TicketLine, ...]
    currency: str

    @classmethod
    def of(cls, basket: Basket, currency: str) -> "Ticket":
        """The ticket of a basket before any discount; lines without a price are left out."""
        priced = [(line, line.amount) for line in basket.lines if line.amount is not None]
        return cls(tuple(TicketLine(line, full, full) for line, full in priced), currency)

    @property
    def zero(self) -> Money:
        """No money in the ticket's currency."""
        return Money(0, self.currency)

    @property
    def nothing(self) -> tuple[Money, ...]:
        """Nothing off any line."""
        return (self.zero,) * len(self.lines)

    @property
    def total(self) -> Money:
        """What is to pay now; negative only when more is brought back than taken."""
        return Money(sum(line.left.amount for line in self.lines), self.currency)

    @property
    def eligible(self) -> Money:
        """The full price of all that is taken: what a per cent of the original counts from."""
        return self._positive([line.full for line in self.lines])

    @cached_property
    def remaining(self) -> Money:
        """What is left of it: the most a discount may still take off; never below zero."""
        left = self._positive([line.left for line in self.lines])
        return max(self.zero, left.at_most(self.total))

    def shared(self, discount: Money) -> tuple[Money, ...]:
        """A discount over all that is taken, in proportion to the price, to the last cent.

        It is cut to what remains, so that no line and no total falls below zero.
        """
        discount = max(self.zero, discount.at_most(self.remaining))
        if not discount:
            return self.nothing
        return discount.share_out([max(0, line.left.amount) for line in self.lines])

    def less(self, off: Sequence[Money]) -> "Ticket":
        """The ticket after something was taken off each line."""
        pairs = zip(self.lines, off, strict=True)
        return replace(
            self, lines=tuple(replace(line, left=line.left - part) for line, part in pairs)
        )

    def _positive(self, amounts: Sequence[Money]) -> Money:
        return Money(sum(max(0, amount.amount) for amount in amounts), self.currency)
