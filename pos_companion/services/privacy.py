"""All a manager looks after about what is kept, read at once."""

from dataclasses import dataclass

from pos_companion.services import Shop
from pos_companion.services.forgetting import Hidden, hidden
from pos_companion.services.looks import Look, looks
from pos_companion.services.retention import Outdated, outdated


@dataclass(frozen=True)
class Kept:
    """What stands on the page about what is kept.

    Attributes:
        hidden: who can still be brought back.
        outdated: what is proposed to go.
        looks: who looked at whose card lately; empty where nobody signs in.
    """

    hidden: tuple[Hidden, ...]
    outdated: Outdated
    looks: tuple[Look, ...]


def what_is_kept(shop: Shop) -> Kept:
    """Read it all at once.

    Raises:
        NotAllowedError: only a manager sees this.
    """
    return Kept(hidden(shop), outdated(shop), looks(shop))
