"""What is worth a look: one calm sentence each, with its days."""

from collections.abc import Sequence

from pos_companion.i18n import _, words
from pos_companion.services.signals import Seen
from ui.kit import Panel, Text


def signal_panels(found: Sequence[Seen]) -> list[Panel]:
    """Everything that was seen; never a verdict."""
    first = Panel("surface")
    if not found:
        first.add(Text(_("Nothing stands out in these days."), "title"))
        return [first]
    first.add(Text(_("Worth a look"), "title"))
    first.add(Text(_("There may be a good reason for each. Ask before you think."), "body", "ink2"))
    return [first, *map(_panel, found)]


def _panel(seen: Seen) -> Panel:
    panel = Panel("surface", "", "eye")
    panel.add_beside(Text(words(seen.said)))
    panel.add_beside(Text(words(seen.when), "small", "ink2"))
    return panel
