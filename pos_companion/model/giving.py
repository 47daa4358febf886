"""Kindness beyond the rules, and what is going on at the shop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from pos_companion.i18n import N_


class OwnReason(StrEnum):
    """Why a cashier gives something of their own accord; one is always chosen."""

    ROUGH_DAY = "rough_day"
    GOOD_NEWS = "good_news"
    WAITED = "waited"
    OUR_MISTAKE = "our_mistake"
    DAY_JUST_LEARNED = "day_just_learned"
    OLD_COUPON = "old_coupon"
    THANK_YOU = "thank_you"


OWN_REASONS: Mapping[OwnReason, str] = MappingProxyType(
    {
        OwnReason.ROUGH_DAY: N_("They have a rough day"),
        OwnReason.GOOD_NEWS: N_("They had good news"),
        OwnReason.WAITED: N_("They had to wait"),
        OwnReason.OUR_MISTAKE: N_("We got something wrong"),
        OwnReason.DAY_JUST_LEARNED: N_("We only just learned of their day"),
        OwnReason.OLD_COUPON: N_("Their coupon is a little too old"),
        OwnReason.THANK_YOU: N_("They were kind to us"),
    }
)
"""In words, in the order in which they are offered."""


class NotToday(StrEnum):
    """Why somebody did not want what was offered."""

    NO_REASON = ""
    NOT_NOW = "not_now"
    HAS_IT = "has_it"
    NOT_THEIRS = "not_theirs"
    CANNOT_HAVE_IT = "cannot_have_it"
    NO_GIFTS = "no_gifts"


NOT_TODAY: Mapping[NotToday, str] = MappingProxyType(
    {
        NotToday.NOT_NOW: N_("Not now"),
        NotToday.HAS_IT: N_("They have it already"),
        NotToday.NOT_THEIRS: N_("They do not care for it"),
        NotToday.CANNOT_HAVE_IT: N_("They cannot have it"),
        NotToday.NO_GIFTS: N_("They would rather have no gifts"),
    }
)
"""In words, in the order in which they are offered; nobody has to choose."""


class Waiver(StrEnum):
    """Why something is given although it is known not to suit them."""

    NONE = ""
    ASKED_THEM = "asked_them"
    FOR_SOMEBODY_ELSE = "for_somebody_else"


WAIVERS: Mapping[Waiver, str] = MappingProxyType(
    {
        Waiver.ASKED_THEM: N_("We asked: they can have it"),
        Waiver.FOR_SOMEBODY_ELSE: N_("It is for somebody else"),
    }
)


class Beyond(StrEnum):
    """In which way something went beyond what was planned; a manager sees it the day after."""

    YES_ANYWAY = "yes_anyway"
    WAIVED = "waived"
    LAST_ONE = "last_one"
    OLD_COUPON = "old_coupon"
    MOVED = "moved"
    CORRECTED = "corrected"


BEYOND: Mapping[Beyond, str] = MappingProxyType(
    {
        Beyond.YES_ANYWAY: N_("Given although the rules said no"),
        Beyond.WAIVED: N_("Given although it may not suit them"),
        Beyond.LAST_ONE: N_("Two tills gave the last one at the same moment"),
        Beyond.OLD_COUPON: N_("A coupon was used after its last day"),
        Beyond.MOVED: N_("It came with a visit that was moved to them"),
        Beyond.CORRECTED: N_("It is too much since the visit was put right"),
    }
)


class WhenLastIsGone(StrEnum):
    """What becomes of a promise when two tills use up a limit at the same moment; rules.md §4."""

    STRICT = "strict"
    HONOUR = "honour"


@dataclass(frozen=True)
class OwnBudget:
    """What a cashier may give of their own accord, without a rule and without asking.

    Attributes:
        per_day: minor units for each cashier and business day; 0 is nothing at all.
        per_customer: minor units for each customer in `days` days, today included.
        most_off: the most that may be taken off a ticket at once, in minor units.
        by_stage: per cent of `per_customer` by the name of a stage; 100 for those not named.
    """

    per_day: int = 1000
    per_customer: int = 500
    days: int = 30
    most_off: int = 300
    by_stage: Mapping[str, int] = field(default_factory=dict)

    def for_stage(self, stage: str) -> int:
        """What a customer of a stage may be given in the days, in minor units."""
        return self.per_customer * self.by_stage.get(stage, 100) // 100


@dataclass(frozen=True)
class ContextFlag:
    """Something that is going on now, set by hand: rain, heat, a queue, a power cut.

    Attributes:
        until: instant at which it is over by itself.
        staff: who set it; empty when nobody was signed in.
    """

    name: str
    until: datetime
    staff: str = ""


@dataclass(frozen=True)
class LocalEvent:
    """A day, or some days, of the shop's own calendar: the street festival, the market."""

    name: str
    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Whether a business date is one of its days."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Circumstances:
    """What holds for everybody who comes in now.

    Attributes:
        flags: as set, those that are over too.
        events: in the order of their days.
        colleagues: numbers of customers who work here, also those of before a merge.
    """

    flags: tuple[ContextFlag, ...] = ()
    events: tuple[LocalEvent, ...] = ()
    own: OwnBudget = field(default_factory=OwnBudget)
    colleagues: frozenset[int] = frozenset()
