"""The collector of cycles always comes back."""

import gc

import pytest

from pos_companion.rules.simulate.uncollected import uncollected


def test_it_rests_for_a_while():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_after_a_fault():
    with pytest.raises(ZeroDivisionError), uncollected():
        _ = 1 // 0
    assert gc.isenabled()


def test_whoever_switched_it_off_before_switches_it_on():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
