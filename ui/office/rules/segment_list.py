"""The segments of the shop: what each means, and how many people there are in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, isolated, ngettext, value_in_words
from pos_companion.rules.segments import Segment
from pos_companion.services.rule_choices import RuleChoices
from pos_companion.services.segment_count import Counted
from ui.kit import Button, Flow, Panel, ScrollColumn, Text
from ui.office.rules.rule_words import condition_in_words
from ui.theme import theme


class SegmentList(QWidget):
    """A panel for each.

    Attributes:
        new, back: the buttons below.
        counts: what is said of each segment's number of people, by its id.

    Signals:
        begun: a new one is wanted.
        opened(object), dropped(object): a `Segment` to be changed, or taken away.
        closed: back to the rules.
    """

    begun = Signal()
    opened = Signal(object)
    dropped = Signal(object)
    closed = Signal()

    def __init__(self, segments: Sequence[Segment], choices: RuleChoices) -> None:
        super().__init__()
        self._choices = choices
        self.counts: dict[str, Text] = {}
        self.new = Button(_("New segment"), "soft", "plus")
        self.back = Button(_("Back to the rules"), "ghost", "arrow-left", "Esc")
        column = ScrollColumn()
        hint = _("People with a name of your own. A rule can ask whether somebody belongs to them.")
        column.add(Text(hint, "body", "ink2"))
        for segment in segments:
            column.add(self._panel(segment))
        begin = Flow()
        begin.add(self.new)
        column.add(begin)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(Text(_("Segments"), "title"))
        rows.addWidget(column, 1)
        rows.addWidget(self.back)
        self.new.clicked.connect(self.begun)
        self.back.clicked.connect(self.closed)

    def show_counts(self, segments: Sequence[Segment], counts: Sequence[Counted]) -> None:
        """Say how many people there are in each."""
        for segment, count in zip(segments, counts, strict=True):
            self.counts[segment.id].setText(count_in_words(count))

    def _panel(self, segment: Segment) -> Panel:
        panel = Panel("surface", "", "users")
        panel.keep_disc_at_top()
        panel.add_beside(Text(isolated(segment.name), "strong"))
        said = condition_in_words(segment.when, self._choices)
        panel.add_beside(Text(fill(_("When {conditions}"), conditions=said), "small", "ink2"))
        count = self.counts[segment.id] = Text(_("Everybody is being asked…"), "body")
        panel.add_beside(count)
        actions = Flow()
        for text, icon, signal in (
            (_("Change"), "pencil", self.opened),
            (_("Take away"), "trash-2", self.dropped),
        ):
            button = Button(text, "soft" if signal is self.opened else "ghost", icon)
            button.setAccessibleName(fill(_("{deed}: {name}"), deed=text, name=segment.name))
            button.clicked.connect(lambda _on=False, wanted=signal: wanted.emit(segment))
            actions.add(button)
        panel.add(actions)
        return panel


def count_in_words(count: Counted) -> str:
    """How many, and who comes to mind: "12 people of 48: Ana Silva, Ben Okri and others"."""
    said = fill(
        ngettext("{count} person of {of}", "{count} people of {of}", count.people),
        count=count.people,
        of=count.of,
    )
    if count.names:
        others = count.people > len(count.names)
        text = _("{people}: {names} and others") if others else _("{people}: {names}")
        names = ", ".join(map(isolated, count.names)) if others else value_in_words(count.names)
        said = fill(text, people=said, names=names)
    if not count.unknown:
        return said
    more = fill(
        ngettext(
            "of {count} more we know too little",
            "of {count} more we know too little",
            count.unknown,
        ),
        count=count.unknown,
    )
    return fill(_("{people} · {more}"), people=said, more=more)
