"""Money: an amount in minor units and its currency, never a float."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, total_ordering


@lru_cache(maxsize=64)
def _is_code(currency: str) -> bool:
    return len(currency) == 3 and currency.isalpha() and currency.isupper()


@total_ordering
@dataclass(frozen=True)
class Money:
    """An amount of money.

    Attributes:
        amount: minor units (cents for EUR, whole yen for JPY); may be negative.
        currency: ISO 4217 code in capitals.
    """

    amount: int
    currency: str

    def __post_init__(self) -> None:
        if not _is_code(self.currency):
            raise ValueError(f"not an ISO 4217 code: {self.currency!r}")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __bool__(self) -> bool:
        return self.amount != 0

    def times(self, count: int) -> "Money":
        """The amount `count` times over."""
        return Money(self.amount * count, self.currency)

    def at_most(self, limit: "Money") -> "Money":
        """This amount, but never above `limit`."""
        return min(self, limit)

    def percent(self, basis_points: int) -> "Money":
        """A share of this amount, rounded half up (away from zero) to the smallest coin.

        Args:
            basis_points: 1250 is 12.5 %; 0 to 10 000.

        Raises:
            ValueError: basis_points outside 0 to 10 000.
        """
        if not 0 <= basis_points <= 10_000:
            raise ValueError(f"not between 0 and 10000 basis points: {basis_points}")
        share = (abs(self.amount) * basis_points * 2 + 10_000) // 20_000
        return Money(share if self.amount >= 0 else -share, self.currency)

    def share_out(self, weights: Sequence[int]) -> tuple["Money", ...]:
        """Split the amount in proportion to the weights, by largest remainder.

        Args:
            weights: one per part, none negative, not all zero.

        Returns:
            As many amounts as weights, in their order; together exactly this amount.

        Raises:
            ValueError: a negative weight, or nothing to share out to.
        """
        whole = sum(weights)
        if whole <= 0 or min(weights) < 0:
            raise ValueError("weights must not be negative and not all zero")
        size = abs(self.amount)
        parts = [size * weight // whole for weight in weights]
        left = size - sum(parts)
        by_remainder = sorted(
            range(len(weights)), key=lambda at: (-(size * weights[at] % whole), at)
        )
        for at in by_remainder[:left]:
            parts[at] += 1
        sign = 1 if self.amount >= 0 else -1
        return tuple(Money(sign * part, self.currency) for part in parts)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"{other.currency} cannot be combined with {self.currency}")
        return other.amount
