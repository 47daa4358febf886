"""Gifts on the shelf, and what came and went otherwise than by being given."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from pos_companion.i18n import N_
from pos_companion.model.money import Money


class GiftTag(StrEnum):
    """What the shelf offers to tick; any other word of the shop's own is a tag too."""

    NUTS = "nuts"
    ALCOHOL = "alcohol"
    SWEET = "sweet"
    CHOCOLATE = "chocolate"
    GLUTEN = "gluten"
    MILK = "milk"
    EGG = "egg"
    SOY = "soy"
    SESAME = "sesame"
    HONEY = "honey"
    MEAT = "meat"
    PORK = "pork"
    FISH = "fish"
    SHELLFISH = "shellfish"
    GELATINE = "gelatine"
    DOG = "dog"
    CAT = "cat"
    PET = "pet"
    TOY = "toy"

    @property
    def label(self) -> str:
        """What it means, a msgid."""
        return _LABELS[self]


_LABELS = {
    GiftTag.NUTS: N_("Contains nuts"),
    GiftTag.ALCOHOL: N_("Alcohol, from 18"),
    GiftTag.SWEET: N_("Sweet"),
    GiftTag.CHOCOLATE: N_("Chocolate"),
    GiftTag.GLUTEN: N_("Contains gluten"),
    GiftTag.MILK: N_("Contains milk"),
    GiftTag.EGG: N_("Contains egg"),
    GiftTag.SOY: N_("Contains soy"),
    GiftTag.SESAME: N_("Contains sesame"),
    GiftTag.HONEY: N_("Contains honey"),
    GiftTag.MEAT: N_("Contains meat"),
    GiftTag.PORK: N_("Contains pork"),
    GiftTag.FISH: N_("Contains fish"),
    GiftTag.SHELLFISH: N_("Contains shellfish"),
    GiftTag.GELATINE: N_("Contains gelatine"),
    GiftTag.DOG: N_("For dogs"),
    GiftTag.CAT: N_("For cats"),
    GiftTag.PET: N_("For pets"),
    GiftTag.TOY: N_("Toy, from 3"),
}


@dataclass(frozen=True)
class Gift:
    """Something small the shop gives away.

    Attributes:
        on_hand: pieces on the shelf, those promised but not yet handed over included.
        reserved: pieces promised to visits that are not recorded yet.
        cost: what one costs the shop.
        tags: what it contains or whom it is for: those of `GiftTag`, or the shop's own words.
        reorder_at: at this many left it is time to order.
        icon: name of the picture; empty for the plain one.
        on_order: pieces that are on their way.
    """

    id: int
    name: str
    on_hand: int
    cost: Money
    reserved: int = 0
    tags: frozenset[str] = field(default_factory=frozenset)
    reorder_at: int = 0
    icon: str = ""
    on_order: int = 0

    @property
    def free(self) -> int:
        """Pieces that can still be promised; never negative."""
        return max(0, self.on_hand - self.reserved)

    @property
    def is_low(self) -> bool:
        """Whether it is time to order."""
        return self.on_hand <= self.reorder_at


class MoveKind(StrEnum):
    """Why pieces came or went; what was given stands in the ledger."""

    NEW = "new"
    RECEIVED = "received"
    COUNTED = "counted"


@dataclass(frozen=True)
class StockMove:
    """Pieces that came to the shelf, or were found to be more or fewer.

    Attributes:
        id: 0 before it is written.
        day: business date.
        pieces: negative when there were fewer than the records said.
        reason: in their words; may be empty for what was received.
        staff: the name of the colleague; empty when nobody was signed in.
    """

    id: int
    gift: int
    at: datetime
    day: date
    kind: MoveKind
    pieces: int
    reason: str = ""
    staff: str = ""
