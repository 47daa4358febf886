"""The tests of this folder that grow with a number, as `make torture-full` runs them."""

from datetime import UTC, datetime
from pathlib import Path

from tests.safety.clock_walks import walk_the_clock
from tests.safety.taking_in import take_in_hostile_files
from tests.safety.taking_in import told as files_told
from tests.safety.taking_out import there_and_back
from tests.safety.tampering import tamper_often
from tests.shops import close_shops, open_test_shop

_NOON = datetime(2025, 11, 21, 12, tzinfo=UTC)
_TOLD = 3
_MANY, _SECONDS, _MOST_GROWN = 10_000, 2.0, 300_000_000
"""With so many files none may take longer, nor all of them more memory."""


def hostile_files(place: Path, times: int, seed: int) -> tuple[bool, str]:
    """T14: files that mean no good."""
    shop = open_test_shop(place / "shop")
    went = take_in_hostile_files(shop, place, times, seed)
    close_shops()
    slow = times >= _MANY and went.slowest > _SECONDS
    return not went.bad and not slow and went.grown <= _MOST_GROWN, files_told(went)


def hostile_people(place: Path, times: int, seed: int) -> tuple[bool, str]:
    """T15: people with hostile names, taken out and in."""
    shop, other = open_test_shop(place / "shop"), open_test_shop(place / "other")
    went = there_and_back(shop, other, place, times, seed)
    close_shops()
    said = f"{went.people} people, {went.cells} cells: {len(went.formulas)} formulas"
    bad = [*went.formulas, *went.changed]
    return not bad, f"{said}, {len(went.changed)} changed {bad[:_TOLD]}"


def tampering(place: Path, times: int, seed: int) -> tuple[bool, str]:
    """T19: the audit trail is changed by hand, so many times in each of eight ways."""
    shop = open_test_shop(place / "shop")
    went = tamper_often(shop, times, seed)
    close_shops()
    kinds = ", ".join(
        f"{name} {max(went.by_trail[name], went.by_anchor[name])} of {went.tried[name]}"
        for name in went.tried
    )
    return not went.missed, f"seen: {kinds}"


def clock_walks(_place: Path, times: int, seed: int) -> tuple[bool, str]:
    """T13: nobody waits longer than a quarter of an hour, wherever the clock is set."""
    bad = walk_the_clock(_NOON, times, seed)
    return not bad, f"{times} walks of the clock: {len(bad)} bad {bad[:_TOLD]}"
