"""Signals are counts and days."""

from pos_companion.model.signals import Signal, SignalKind


def test_what_is_plainest_comes_first_and_a_signal_holds_no_verdict() -> None:
    assert next(iter(SignalKind)) is SignalKind.OWN_GIFTS
    assert set(vars(Signal(SignalKind.FAMILY, "Sam", 1, 2))) == {
        "kind", "staff", "customer", "times", "of", "beside", "days",
    }  # fmt: skip
