"""The awning."""

import pytest
from PySide6.QtGui import QColor

from ui.kit.awning import Awning


@pytest.mark.parametrize(("width", "scallops"), [(440, 23), (380, 19), (1280, 65), (1920, 97)])
def test_there_is_an_odd_number_of_scallops_of_about_twenty_pixels(look, stand, width, scallops):
    awning = stand(Awning(), width)
    assert awning.scallops() == scallops
    assert awning.height() == 20


def test_both_ends_have_the_same_colour(look, stand):
    image = stand(Awning(), 440).grab().toImage()
    assert image.pixelColor(2, 2) == image.pixelColor(437, 2) == QColor("#1C6B4D")
    assert image.pixelColor(28, 2) == QColor("#F6E3BF")
