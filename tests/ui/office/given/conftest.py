"""What panels say, as a list of texts."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QLabel, QWidget

Texts = Callable[[Sequence[QWidget]], list[str]]


@pytest.fixture
def texts() -> Texts:
    """Every text on some widgets, from top to bottom."""
    return lambda widgets: [
        one.text() for widget in widgets for one in widget.findChildren(QLabel) if one.text()
    ]
