"""Which concerns a condition means."""

import pytest

from pos_companion.model.care import Severity
from pos_companion.rules.severity import WEIGHTS, Weight


@pytest.mark.parametrize("severity", Severity)
def test_any_weight_fits_any_and_each_its_own(severity: Severity) -> None:
    assert Weight.ANY.fits(severity)
    assert [one.value for one in Weight if one.fits(severity)] == ["any", severity.value]


def test_every_weight_has_its_words() -> None:
    assert set(WEIGHTS) == set(Weight)
