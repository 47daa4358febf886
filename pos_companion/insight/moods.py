"""How they seemed on their last visits, and whether somebody should take a moment for them."""

from collections.abc import Sequence
from enum import StrEnum

from pos_companion.i18n import N_, Phrase
from pos_companion.model.visits import Mood, PastVisit

MOODS = {Mood.GOOD: N_("Cheerful"), Mood.FINE: N_("As always"), Mood.LOW: N_("Low")}
"""In words, the best first."""
_RANKS = {mood: rank for rank, mood in enumerate(reversed(MOODS))}


class Worry(StrEnum):
    """Why somebody should take a moment for them."""

    FELL = "fell"
    LOW_AGAIN = "low_again"


_ALERTS = {
    Worry.FELL: N_("{name} left in lower spirits than they came"),
    Worry.LOW_AGAIN: N_("{name} seemed low twice in a row"),
}


def worry(visits: Sequence[PastVisit]) -> Worry | None:
    """What the last visits say.

    Args:
        visits: those that count, oldest first; what nobody said about a mood says nothing.

    Returns:
        None on a day like any other, and once they came again and seemed better.
    """
    if not visits:
        return None
    last = visits[-1]
    if fell(last):
        return Worry.FELL
    both = [_left(visit) for visit in visits[-2:]]
    return Worry.LOW_AGAIN if both == [Mood.LOW, Mood.LOW] else None


def fell(visit: PastVisit) -> bool:
    """Whether they left lower than they came."""
    came, left = visit.mood_in, visit.mood_out
    return came is not None and left is not None and _RANKS[left] < _RANKS[came]


def alert(why: Worry, name: str) -> Phrase:
    """A line for whoever looks after the shop."""
    return Phrase(_ALERTS[why], {"name": name})


def _left(visit: PastVisit) -> Mood | None:
    return visit.mood_out or visit.mood_in
