"""Shares as bars under a heading, each with its numbers; nothing where there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.kit import Panel, Text
from ui.office.bars import Bars

_ROOM = 460


@dataclass(frozen=True)
class BarRow:
    """One row.

    Attributes:
        label: what it is about, translated.
        part, whole: how much of how much; the bar is as long.
        said: the numbers, translated.
    """

    label: str
    part: int
    whole: int
    said: str


def bar_panel(heading: str, rows: Sequence[BarRow], note: str = "") -> list[Panel]:
    """A panel with a bar for each row; none when there are no rows.

    Args:
        note: a remark below them, translated.
    """
    if not rows:
        return []
    panel, bars = Panel("surface", heading), Bars(_ROOM)
    for row in rows:
        share = min(1.0, row.part / row.whole) if row.whole > 0 else 0.0
        bars.add(row.label, share, row.said)
    panel.add(bars)
    if note:
        panel.add(Text(note, "small", "ink2"))
    return [panel]
