"""That something is serious."""

from pos_companion.model.care import Severity
from ui.counter.sheets.weight_chip import WeightChip


def test_it_is_small_until_it_is_tapped(qtbot):
    chip = WeightChip()
    qtbot.addWidget(chip)
    assert chip.severity() is Severity.SMALL
    chip.serious.click()
    assert chip.severity() is Severity.SERIOUS
    other = WeightChip(Severity.SERIOUS)
    qtbot.addWidget(other)
    assert other.serious.isChecked()
