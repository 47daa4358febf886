"""T13: a day of guessing PINs. Source: safety.md §6.2, §10."""

from datetime import timedelta

import pytest

from pos_companion.errors import WrongPinError
from pos_companion.model.staff import MOST_FAILURES, Role, Tries
from pos_companion.services import Shop
from pos_companion.services.sign_in import sign_in, who_can_sign_in
from pos_companion.services.staff import add_person
from tests.safety.clock_walks import walk_the_clock
from tests.shops import SetClock, reopen_shop

MOST_GUESSES = 110
_MIA, _SAM = "739152", "4826"


def guess(shop: Shop, person: int, pin: str) -> bool:
    """Whether a wrong guess was counted; the right one ends the test."""
    before = tries_of(shop, person).failures
    with pytest.raises(WrongPinError):
        sign_in(shop, person, pin)
    return tries_of(shop, person).failures > before


def tries_of(shop: Shop, person: int) -> Tries:
    return next(one for one in who_can_sign_in(shop) if one.id == person).tries


def test_t13_in_24_hours_a_pin_is_guessed_at_most_110_times_though_the_till_is_started_anew(
    shop: Shop, clock: SetClock
) -> None:
    add_person(shop, "Mia", Role.MANAGER, _MIA)
    sam = add_person(shop, "Sam", Role.COUNTER, _SAM).after.id
    start, guesses = clock.now(), 0
    while clock.now() - start < timedelta(days=1):
        guesses += guess(shop, sam, f"{guesses:04d}")
        wait = tries_of(shop, sam).wait(clock.now())
        if guesses in {4, 9, 14} and wait:
            shop.close()
            shop = reopen_shop(shop.settings, shop.keys, clock)
            assert tries_of(shop, sam).wait(clock.now()) == wait
            assert not guess(shop, sam, _SAM)  # while it waits even the right one is wrong
        clock.passes(seconds=max(wait, 0 if guesses < MOST_FAILURES else 3_600))
    assert guesses == MOST_FAILURES <= MOST_GUESSES
    assert tries_of(shop, sam).is_closed


def test_t13_2000_walks_of_the_clock_never_make_anybody_wait_longer_than_a_quarter_of_an_hour(
    clock: SetClock,
) -> None:
    assert walk_the_clock(clock.now(), 2_000, seed=13) == []
