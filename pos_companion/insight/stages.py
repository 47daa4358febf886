"""The relationship stage: which step the facts bear out, since when, and what has turned since.

A step is reached on the day the last of its evidence came true, and is never lost by staying away:
only facts that turn out not to be so (a visit taken back, a thing that was wrong) take it away
again. Staying away is a turn: by their own rhythm they are at risk, then not seen any more, and
with the next visit back.

| step | evidence |
|--|--|
| new | a visit |
| getting to know each other | 3 visits |
| a regular | 8 visits, the latest of them at least 30 days after the first |
| a friend of the shop | 20 visits over 180 days, 2 things they told us, 1 of them used |
| would be missed | 50 visits over a year; and they sent somebody, or came back after something
  went wrong and was put right, or 3 things they told us were used |

Everything is worked out anew from the records, so that a visit taken back, moved or merged needs
no repair; a card that reads the last 100 visits and a page that reads all of them say the same.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pos_companion.i18n import N_, LongDay, Phrase
from pos_companion.insight.absence import turn_of
from pos_companion.model.stages import (
    STEPS,
    Ahead,
    Evidence,
    Mishap,
    Reached,
    Seen,
    Stage,
    Standing,
    Turned,
)

VISITS = {Stage.GETTING_TO_KNOW: 3, Stage.REGULAR: 8, Stage.FRIEND: 20, Stage.MISSED: 50}
"""How many visits a step takes."""
TENURE = {Stage.REGULAR: 30, Stage.FRIEND: 180, Stage.MISSED: 365}
"""How many days after the first visit there has to be another one."""
_TOLD, _USED, _USED_OFTEN = 2, 1, 3
_COMING = {
    30: N_("They have been coming for a month"),
    180: N_("They have been coming for half a year"),
    365: N_("They have been coming for a year"),
}


@dataclass(frozen=True)
class _Asked:
    """One thing a step asks for.

    Attributes:
        met: the evidence; None while it is missing.
        missing: what would bring it.
    """

    met: Evidence | None
    missing: Phrase


def standing(seen: Seen, today: date, here: bool = False) -> Standing:
    """Where a customer stands.

    Args:
        today: business date; what came later is not in `seen`.
        here: they stand at the counter: this visit counts, though it is not recorded yet.
    """
    seen = _so_far(seen, today)
    if here:
        seen = with_visit(seen, today)
    reached: list[Reached] = []
    ahead = None
    for stage in STEPS:
        asked = _asked(stage, seen, today)
        evidence = tuple(one.met for one in asked if one.met is not None)
        if len(evidence) < len(asked):
            missing = tuple(one.missing for one in asked if one.met is None)
            ahead = Ahead(stage, missing)
            break
        reached.append(Reached(stage, _latest(evidence, reached), evidence))
    if not reached:
        ahead = None
    turn = _promise_missed(seen.mishaps, today) or turn_of(seen.days, today)
    return Standing(tuple(reached), turn, ahead, seen.pin)


def with_visit(seen: Seen, day: date) -> Seen:
    """The same with one more visit, the latest."""
    return replace(seen, days=(*seen.days, day), visits=seen.visits + 1, first=seen.first or day)


def until(seen: Seen, day: date) -> Seen:
    """What had been seen up to a day, that day included.

    Args:
        seen: with all days of visits, none before them left out.
    """
    days = seen.days[: bisect_right(seen.days, day)]
    first = days[0] if days else None
    return replace(_so_far(seen, day), days=days, visits=len(days), first=first)


def _so_far(seen: Seen, day: date) -> Seen:
    """What was known on a day, all visits left as they are."""
    return replace(
        seen,
        nth={n: on for n, on in seen.nth.items() if on <= day},
        after={days: on for days, on in seen.after.items() if on <= day},
        told=seen.told[: bisect_right(seen.told, day)],
        used=seen.used[: bisect_right(seen.used, day)],
        sent=seen.sent[: bisect_right(seen.sent, day)],
        mishaps=tuple(_until(one, day) for one in seen.mishaps if one.opened <= day),
        pin=seen.pin if seen.pin is not None and seen.pin.on <= day else None,
    )


def _until(mishap: Mishap, day: date) -> Mishap:
    closed = mishap.closed if mishap.closed is not None and mishap.closed <= day else None
    return replace(mishap, closed=closed)


def _latest(evidence: Sequence[Evidence], reached: Sequence[Reached]) -> date | None:
    """The day everything was there; None when a part of it has none."""
    days = [one.on for one in evidence] + [one.since for one in reached[-1:]]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _asked(stage: Stage, seen: Seen, today: date) -> list[_Asked]:
    asked = [_visits(seen, VISITS.get(stage, 1))]
    if stage in TENURE:
        asked.append(_tenure(seen, TENURE[stage], today))
    if stage is Stage.FRIEND:
        asked += [_told(seen), _used(seen, _USED)]
    if stage is Stage.MISSED:
        asked.append(_devotion(seen))
    return asked


def _visits(seen: Seen, count: int) -> _Asked:
    values, more = {"count": count}, {"count": count - seen.visits}
    missing = Phrase("{count} more visit", more, "{count} more visits")
    if seen.visits < count:
        return _Asked(None, missing)
    before = seen.visits - len(seen.days)
    early = seen.first if count == 1 else seen.nth.get(count)
    day = seen.days[count - before - 1] if count > before else early
    return _Asked(Evidence(Phrase("{count} visit", values, "{count} visits"), day), missing)


def _tenure(seen: Seen, days: int, today: date) -> _Asked:
    if seen.first is None:
        return _Asked(None, Phrase(N_("a first visit")))
    wanted = seen.first + timedelta(days=days)
    # Somebody who stayed away for long only has to come.
    missing = Phrase(N_("their next visit"))
    if wanted > today:
        missing = Phrase(N_("a visit on {day} or later"), {"day": LongDay(wanted)})
    day = seen.after.get(days)
    if day is None:
        day = next((one for one in seen.days if one >= wanted), None)
    if day is None:
        return _Asked(None, missing)
    return _Asked(Evidence(Phrase(_COMING[days]), day), missing)


def _told(seen: Seen) -> _Asked:
    more = {"count": _TOLD - len(seen.told)}
    missing = Phrase("{count} more thing they tell us", more, "{count} more things they tell us")
    if len(seen.told) < _TOLD:
        return _Asked(None, missing)
    phrase = Phrase("They told us {count} thing", {"count": _TOLD}, "They told us {count} things")
    return _Asked(Evidence(phrase, seen.told[_TOLD - 1]), missing)


def _used(seen: Seen, count: int) -> _Asked:
    missing = Phrase(N_("something they told us, used to serve them"))
    if len(seen.used) < count:
        return _Asked(None, missing)
    phrase = Phrase(
        "{count} thing we know was used for them",
        {"count": count},
        "{count} things we know were used for them",
    )
    return _Asked(Evidence(phrase, seen.used[count - 1]), missing)


def _devotion(seen: Seen) -> _Asked:
    """They sent somebody, or forgave us, or we know them by heart: whichever came first."""
    missing = Phrase(
        N_("they send somebody, come back after something was put right, or we use three things "
           "they told us")
    )  # fmt: skip
    found = []
    if seen.sent:
        found.append(Evidence(Phrase(N_("They sent somebody to us")), seen.sent[0], telling=True))
    found += _forgiven(seen)
    if often := _used(seen, _USED_OFTEN).met:
        found.append(often)
    # One without a day lies before what was looked at.
    first = min(found, key=lambda one: one.on or date.min, default=None)
    return _Asked(first, missing)


def _forgiven(seen: Seen) -> list[Evidence]:
    """The first visit after something that went wrong had been put right."""
    closed = min(
        (one.closed for one in seen.mishaps if one.closed and not one.is_question), default=None
    )
    if closed is None or not seen.days or seen.days[-1] <= closed:
        return []
    at = bisect_right(seen.days, closed)
    is_known = at > 0 or seen.visits == len(seen.days)
    phrase = Phrase(N_("They came back after something went wrong and was put right"))
    return [Evidence(phrase, seen.days[at] if is_known else None, telling=True)]


def _promise_missed(mishaps: Sequence[Mishap], today: date) -> Turned | None:
    late = [one.due for one in mishaps if one.closed is None and one.due < today]
    if not late:
        return None
    because = Phrase(N_("A promise to them is overdue"))
    return Turned(Stage.AT_RISK, min(late) + timedelta(days=1), because)
