"""Somebody guesses PINs and sets the clock as they like: T13."""

import random
from datetime import datetime, timedelta

from pos_companion.model.staff import LONGEST_WAIT, Tries

_STEPS = (1, 30, 900, 3_600, 86_000, -1, -30, -900, -86_400, -400_000_000)
_LONG = 12


def walk_the_clock(start: datetime, times: int, seed: int) -> list[str]:
    """Walk so many times; what must not happen, in words."""
    bad: list[str] = []
    for number in range(times):
        dice = random.Random(seed * 1_000_003 + number)
        now, tries = start, Tries()
        for _step in range(_LONG):
            now += timedelta(seconds=dice.choice(_STEPS))
            tries = tries.seen(now)
            wait = tries.wait(now)
            later = now + timedelta(seconds=wait)
            if not 0 <= wait <= LONGEST_WAIT or tries.seen(later).wait(later):
                bad.append(f"walk {number} waits for {wait} s")
            tries = tries if wait else tries.failed(now)
    return bad
