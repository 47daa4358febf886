"""Lines of the ledger as a report holds them."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from pos_companion.model.gestures import Gesture


def test_a_line_of_the_past_cannot_be_changed() -> None:
    line = Gesture("thanks", 1, "v1", date(2025, 11, 21), 60, 120)
    with pytest.raises(FrozenInstanceError):
        line.cost = 0  # type: ignore[misc]
    assert (line.staff, line.exception, line.reason, line.chosen) == ("", "", "", False)
