"""Large numbers beside each other, each with what it counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import Flow, Text


class Figures(Flow):
    """A row that wraps.

    Args:
        figures: number and what it counts, translated.
    """

    def __init__(self, figures: Sequence[tuple[str, str]]) -> None:
        super().__init__(28)
        for number, what in figures:
            host = QWidget()
            rows = QVBoxLayout(host)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
            rows.addWidget(Text(number, "display", "brand_ink"))
            rows.addWidget(Text(what, "small", "ink2"))
            host.setAccessibleName(f"{number} {what}")
            self.add(host)
