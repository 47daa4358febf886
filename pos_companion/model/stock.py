"""Gifts on the shelf."""

from dataclasses import dataclass, field

from pos_companion.model.money import Money


@dataclass(frozen=True)
class Gift:
    """Something small the shop gives away.

    Attributes:
        on_hand: pieces on the shelf, those promised but not yet handed over included.
        reserved: pieces promised to visits that are not recorded yet.
        cost: what one costs the shop.
        tags: what it contains or whom it is for: `nuts`, `alcohol`, `dog`, `cat`, `sweet`, `toy`…
        reorder_at: at this many left it is time to order.
        icon: name of the picture; empty for the plain one.
    """

    id: int
    name: str
    on_hand: int
    cost: Money
    reserved: int = 0
    tags: frozenset[str] = field(default_factory=frozenset)
    reorder_at: int = 0
    icon: str = ""

    @property
    def free(self) -> int:
        """Pieces that can still be promised; never negative."""
        return max(0, self.on_hand - self.reserved)

    @property
    def is_low(self) -> bool:
        """Whether it is time to order."""
        return self.on_hand <= self.reorder_at
