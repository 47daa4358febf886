"""The days worth remembering as an open card shows them: near, just gone by, and in want of a day.

Everything is worked out from what the card was read with; no statement is asked for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from pos_companion.insight.celebration_script import celebration_script
from pos_companion.insight.celebrations import owner_of
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind, Wished
from pos_companion.rules import Condition
from pos_companion.rules.conditions.celebration import Celebration as CelebrationNear
from pos_companion.services.look_up import Found

BELATED = 2
"""Days after a celebration on which a wish is still meant kindly, where no rule says otherwise."""


@dataclass(frozen=True)
class NearDay:
    """A celebration of the coming days, of today, or of the days just gone by.

    Attributes:
        coming: `days` is negative after it.
        wished: the wish they heard for it; None as long as nobody said one.
        has_words: there is something to say about it to this customer.
    """

    coming: ComingUp
    wished: Wished | None = None
    has_words: bool = True

    @property
    def is_due(self) -> bool:
        """Whether it is today, or a belated wish still fits: this is the visit to say it."""
        return self.coming.days <= 0 and self.coming.celebration.is_exact and self.has_words

    @property
    def is_said_last(self) -> bool:
        """Whether the last words of a visit of today tell of it, so that it counts as wished.

        A couple's day and a surprise are never said before the queue, and what is belated is said
        first, not last.
        """
        celebration = self.coming.celebration
        discreet = celebration.hidden_from or celebration.kind is CelebrationKind.ANNIVERSARY
        return self.is_due and self.coming.days == 0 and not discreet


@dataclass(frozen=True)
class CardDays:
    """What a card knows of days.

    Attributes:
        near: what is just gone by first, then soonest first.
        wanted: celebrations that come again on a day nobody knows: somebody has to ask.
    """

    near: tuple[NearDay, ...] = ()
    wanted: tuple[Celebration, ...] = ()

    @property
    def due(self) -> tuple[NearDay, ...]:
        """Those to be wished for on this visit that nobody wished them yet."""
        return tuple(day for day in self.near if day.is_due and day.wished is None)


def days_on_card(found: Found) -> CardDays:
    """The days of an open card.

    Returns:
        Nothing for those who do not celebrate, and in a time in which cheer would hurt.
    """
    facts = found.facts
    if facts.customer.no_celebrations or facts.tender is not None:
        return CardDays()
    near = (*_belated(found), *found.card.celebrations)
    wanted = (one.celebration for one in facts.occasions if one.lacks_a_day)
    return CardDays(tuple(_near_day(found, coming) for coming in near), tuple(wanted))


def known_birthday(found: Found, celebration: Celebration) -> Celebration | None:
    """The birthday of the same being that stands in the way of another one."""
    members = found.facts.members
    owner = owner_of(celebration, members)
    for known in found.facts.celebrations:
        is_other = (known.customer, known.n) != (celebration.customer, celebration.n)
        is_birthday = known.kind is CelebrationKind.BIRTHDAY is celebration.kind
        if is_other and is_birthday and owner_of(known, members) == owner:
            return known if known.day_key != celebration.day_key else None
    return None


def _belated(found: Found) -> list[ComingUp]:
    """Celebrations gone by that a belated wish still fits, the longest gone first."""
    today = found.facts.today
    gone = []
    for one in found.facts.occasions:
        after = timedelta(days=_days_after(found, one.celebration.kind))
        for span in () if one.is_whole_month else one.spans:
            if span.last < today <= span.last + after:
                gone.append(ComingUp(one.celebration, span, span.days_from(today)))
    return sorted(gone, key=lambda coming: coming.days)


def _days_after(found: Found, kind: CelebrationKind) -> int:
    """As long as a rule about this kind of day allows; the usual two days without one."""
    windows = (
        part.after
        for rule in found.rules
        for part in _parts(rule.when)
        if isinstance(part, CelebrationNear) and part.what is kind
    )
    return max(windows, default=BELATED)


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for branch in condition.branches:
        yield from _parts(branch)


def _near_day(found: Found, coming: ComingUp) -> NearDay:
    customer, celebration = found.facts.customer, coming.celebration
    owner = owner_of(celebration, found.facts.members, customer.household)
    key = (owner, celebration.kind, coming.span.first)
    said = (one for one in found.wishes if (one.whose, one.kind, one.first) == key)
    has_words = celebration_script(coming, customer) is not None
    return NearDay(coming, next(said, None), has_words)
