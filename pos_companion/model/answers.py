"""What the shop knows when it is asked, and what it has promised to find out."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class ShopAnswer:
    """A question people ask, and what to say; or one nobody could answer yet.

    Attributes:
        id: 0 before it is kept.
        question: as people ask it.
        say: the words to say; empty while nobody knows.
        details: for the colleague's eyes.
        tags: other words people use for it.
        verified_on: the day somebody last made sure; None while nobody has.
        good_for: days after which somebody should make sure again; 0 for never.
        author: who wrote it.
        asked_by: whose question it is, as typed; empty when it is nobody's in particular.
        asked_on: the day it was asked; None for answers nobody waits for.
        owner: who finds out, or makes sure; empty when nothing is to be found out.
        due: the day by which they do.
        doubt: what somebody said is wrong with it; empty when nobody did.
    """

    id: int
    question: str
    say: str = ""
    details: str = ""
    tags: tuple[str, ...] = ()
    verified_on: date | None = None
    good_for: int = 365
    author: str = ""
    asked_by: str = ""
    asked_on: date | None = None
    owner: str = ""
    due: date | None = None
    doubt: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there are words to say."""
        return bool(self.say)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has to find out or to make sure."""
        return bool(self.owner)

    def needs_check(self, today: date) -> bool:
        """Whether it may not be right any more: doubted, never verified, or beyond its limit."""
        if not self.is_known:
            return False
        if self.doubt or self.verified_on is None:
            return True
        return 0 < self.good_for < (today - self.verified_on) // timedelta(days=1)
