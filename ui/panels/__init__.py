"""The boxes on the card: one file, one panel, found by themselves.

A panel draws one part of what is open at the counter and decides nothing: what the person at the
till wants comes out as an `Intent`, and the page does it.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import Phrase
from pos_companion.model.card import CustomerCard, ShownFact
from pos_companion.model.giving import OwnReason, Waiver
from pos_companion.model.guesses import Guess
from pos_companion.model.needs import Need, NeedState
from pos_companion.model.prompts import Outcome, Prompt
from pos_companion.model.visits import NOTHING_SAID, Impression, Product
from pos_companion.rules import Offer
from pos_companion.services.celebration_days import CardDays, NearDay


class Wish(StrEnum):
    """What somebody wants when they press something on a panel; the value that comes with it."""

    GIFT = "gift"  # take the offer, or leave it again
    ANOTHER = "another"  # the next offer
    PICK = "pick"  # the Offer they chose among several
    LEAVE = "leave"  # the Offer beyond the rules that is not to be given after all
    NOT_TODAY = "not_today"  # nothing; they do not want the offer
    SAID_NO = "said_no"  # the NotToday: why they did not want it
    AFTER_ALL = "after_all"  # nothing; they want it after all
    WHY = "why"  # why this offer and not the others
    OWN = "own"  # something of one's own budget; the WhyNot it is to answer, or nothing
    COUPON = "coupon"  # nothing; the coupon the last visit earned
    PRINT = "print"  # nothing; what is open is wanted on paper
    AGREE = "agree"  # the GivenBeyond a second person has to agree to
    ASKED = "asked"  # the AskedAbout
    OWED = "owed"  # the Concern
    CELEBRATION = "celebration"  # the Celebration to change; None for a new one
    WISHED = "wished"  # the WishSaid
    FACT = "fact"  # the FactWish
    NEED = "need"  # the SettledNeed
    IDEA_TOLD = "idea_told"  # the Idea they have heard of now
    MEMBER = "member"  # the HouseholdMember
    ADD_MEMBER = "add_member"  # family and pets, with the line for one more
    CONSENTS = "consents"  # what they allow us to keep; the value is the way back, or nothing
    KEPT = "kept"  # all we keep about them; the way back, or nothing
    FORGET = "forget"  # they ask to be forgotten; the way back, or nothing
    VISITS = "visits"  # their last visits; the same
    SAME = "same"  # another record of theirs: its number and the way back, or nothing
    STANDING = "standing"  # how well we know them
    NOT_NEEDED = "not_needed"  # the Guess that was not needed
    NOT_USUAL = "not_usual"  # the Product that is not their usual any more
    PRODUCT = "product"  # the Product to put in or take out
    SEEK = "seek"  # the text to find a product by
    IMPRESSION = "impression"  # the Impression: who came along, and how they seem
    TAKE_FIRST = "take_first"  # put in the first product found


@dataclass(frozen=True)
class Intent:
    """A wish and what it is about."""

    wish: Wish
    about: object = None


@dataclass(frozen=True)
class AskedAbout:
    """A question that was asked, and what came of it.

    Attributes:
        answer: what they said, in the words of whoever asked; empty unless they answered.
    """

    prompt: Prompt
    outcome: Outcome
    answer: str = ""


class FactDeed(StrEnum):
    """What somebody does with a fact."""

    OPEN = "open"
    USED = "used"
    STILL_TRUE = "still_true"
    WRONG = "wrong"


@dataclass(frozen=True)
class FactWish:
    """A fact, and what is to become of it."""

    shown: ShownFact
    deed: FactDeed = FactDeed.OPEN


@dataclass(frozen=True)
class SettledNeed:
    """A need that was met, or that they do not have any more."""

    need: Need
    state: NeedState


@dataclass(frozen=True)
class WishSaid:
    """Somebody was wished well, or was not after all; or answered the question that goes with it.

    Attributes:
        said: whether it was said; an answer leaves that as it was.
        answer: what they said, in the words of whoever asked; empty for none.
        about: the member the answer tells of; None for the customer.
    """

    day: NearDay
    said: bool
    answer: str = ""
    about: int | None = None


@dataclass(frozen=True)
class GivenBeyond:
    """Something to be given otherwise than by a rule that fits.

    Attributes:
        reason: why; None for an offer of a rule that only waits for a second person.
        waiver: why it is given although it may not suit them.
    """

    offer: Offer
    reason: OwnReason | None = None
    waiver: Waiver = Waiver.NONE


@dataclass(frozen=True)
class ProductChoice:
    """A product that can be put into the basket with one tap.

    Attributes:
        label: the product and how they have it.
        on: it is in the basket.
    """

    product: Product
    label: str
    on: bool


@dataclass(frozen=True)
class OpenCard:
    """All that the panels draw.

    Attributes:
        greeting: what to say first.
        last_day: business date of the visit before this one; None before the first.
        offer: the one to show; None when nothing fits or they said "not today".
        given: it will be given with this visit.
        another: there is another one to show.
        instead: what they can choose between, the one on show among it; empty without a choice.
        refused: the offer they have just said no to, to be asked why; None else.
        beyond: what goes with this visit beyond the rules.
        explained: there is an answer to "why this, why not that".
        choices: what can be put into the basket; empty while the usual is just confirmed.
        choosing: somebody chooses something else: a product can also be typed.
        sought: the text somebody looks for a product with.
        guess: the one thing they may need beside what is on the counter; None on most days.
        days: what is celebrated about now, and what has to be asked for.
        impression: who came along and how they seem, as far as somebody said so.
    """

    card: CustomerCard
    greeting: Phrase
    last_day: date | None = None
    offer: Offer | None = None
    given: bool = False
    another: bool = False
    instead: tuple[Offer, ...] = ()
    refused: Offer | None = None
    beyond: tuple[Offer, ...] = ()
    explained: bool = False
    choices: tuple[ProductChoice, ...] = ()
    choosing: bool = False
    sought: str = ""
    guess: Guess | None = None
    days: CardDays = field(default_factory=CardDays)
    impression: Impression = NOTHING_SAID


class CardPanel(QWidget):
    """One box on the card.

    A kind of panel says what it draws (`part`) and how (`draw`); it is drawn again only when that
    has changed. One that must keep the keyboard while it changes overrides `show_card`.

    Attributes:
        title: msgid of its heading, also what a screen reader calls it.
        order: its place from the top when there is one column; the smallest comes first.
        aside: with two columns it stands in the second.

    Signals:
        intended: an `Intent`.
    """

    title: ClassVar[str] = ""
    order: ClassVar[int] = 100
    aside: ClassVar[bool] = False

    intended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: object = None
        self._body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    @property
    def takes_enter(self) -> bool:
        """Whether a line of its own has the keyboard, so that Enter records nothing."""
        return False

    def show_card(self, shown: OpenCard) -> bool:
        """Draw it.

        Returns:
            False when there is nothing to say: the panel is then absent.
        """
        part = self.part(shown)
        if part is not None and part != self._drawn:
            self.put(self.draw(shown))
        self._drawn = part
        return part is not None

    def part(self, shown: OpenCard) -> object | None:
        """The values it draws, to be compared; None when there is nothing to say."""
        raise NotImplementedError

    def draw(self, shown: OpenCard) -> QWidget:
        """Make the box."""
        raise NotImplementedError

    def put(self, body: QWidget) -> None:
        """Show another box instead of the one there was."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.addWidget(body)

    def wish(self, wish: Wish, about: object = None) -> None:
        """Say what somebody wants."""
        self.intended.emit(Intent(wish, about))
