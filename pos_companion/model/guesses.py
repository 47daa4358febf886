"""What somebody may need and has not asked for: always a guess, always with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from pos_companion.i18n import Phrase
from pos_companion.model.visits import Product


class GuessKind(StrEnum):
    """What a guess rests on."""

    TOGETHER = "together"
    DUE = "due"
    SEASON = "season"


@dataclass(frozen=True)
class Guess:
    """One thing they may need today; they have bought it before.

    Attributes:
        because: the reason in countable facts; for the eyes of the cashier.
    """

    product: Product
    kind: GuessKind
    because: Phrase
