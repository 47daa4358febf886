"""The versions of a rule: who wrote them and when, what they said, and the way back to one."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import LongDay, _, fill, ngettext
from pos_companion.rules import Rule
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Button, Flow, Panel, ScrollColumn, Text
from ui.office.rules.clauses import in_words
from ui.office.rules.rule_words import rule_in_words
from ui.theme import theme


class Written:
    """Who wrote a version, when, and how often it gave something."""

    def __init__(self, made: datetime, author: str, used: int) -> None:
        self.day: date = made.date()
        self.author = author
        self.used = used

    def words(self) -> str:
        """On one line."""
        text = _("{day}, {author}") if self.author else _("{day}")
        said = fill(text, day=LongDay(self.day), author=self.author)
        if not self.used:
            return said
        uses = ngettext("used {count} time", "used {count} times", self.used)
        return fill(_("{when} · {uses}"), when=said, uses=fill(uses, count=self.used))


class Versions(QWidget):
    """The latest on top.

    Signals:
        restored(int): what this version said is to be said again.
        closed: back to the rule.
    """

    restored = Signal(int)
    closed = Signal()

    def __init__(
        self, found: Sequence[tuple[Written, Rule]], choices: RuleChoices, now: int
    ) -> None:
        super().__init__()
        self.back = Button(_("Back to the rule"), "ghost", "arrow-left", "Esc")
        self.back.clicked.connect(self.closed)
        column = ScrollColumn()
        for written, rule in found:
            column.add(self._panel(written, rule, choices, rule.version == now))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(column, 1)
        rows.addWidget(self.back)

    def _panel(self, written: Written, rule: Rule, choices: RuleChoices, is_now: bool) -> Panel:
        heading = fill(_("Version {number}"), number=rule.version)
        panel = Panel("selected" if is_now else "surface", heading)
        panel.note.setText(written.words())
        panel.note.show()
        panel.add(Text(rule_in_words(rule, choices), "body"))
        for cap in rule.caps:
            panel.add(
                Text(fill(_("at most {limit}"), limit=in_words(cap, choices)), "small", "ink2")
            )
        panel.add(Text(fill(_("“{words}”"), words=_(rule.say)), "small", "ink2"))
        if is_now:
            panel.add(Text(_("This is how it is now."), "small", "brand_ink"))
            return panel
        again = Button(_("Say this again"), "soft", "rotate-ccw")
        again.setAccessibleName(fill(_("{deed}: {name}"), deed=again.text(), name=heading))
        again.clicked.connect(lambda: self.restored.emit(rule.version))
        flow = Flow()
        flow.add(again)
        panel.add(flow)
        return panel
