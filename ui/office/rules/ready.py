"""The ready-made rules for a kind of shop, to be taken as drafts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill
from pos_companion.rules import Rule
from pos_companion.services.ready_rules import SHOP_KINDS, ShopKind
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Button, Flow, Panel, ScrollColumn, Text
from ui.office.rules.choosing import OneOf
from ui.office.rules.rule_words import icon_of, rule_in_words
from ui.theme import theme


class ReadyMade(QWidget):
    """One's own rule first, then those others began with.

    Signals:
        kind_chosen(object): a `ShopKind`; its rules are to be shown.
        taken(object): a `Rule` to be kept as a draft.
        begun: an empty rule is wanted.
        closed: back to what was there.
    """

    kind_chosen = Signal(object)
    taken = Signal(object)
    begun = Signal()
    closed = Signal()

    def __init__(self, kind: ShopKind) -> None:
        super().__init__()
        self.own = Button(_("Write one of your own"), "soft", "pencil")
        self.back = Button(_("Back"), "ghost", "arrow-left", "Esc")
        self.column = ScrollColumn()
        self._shown = QWidget()
        kinds = {one: _(text) for one, text in SHOP_KINDS.items()}
        self._kinds = OneOf(_("What sort of shop is it?"), kinds, kind, self.kind_chosen.emit)
        flow = Flow()
        flow.add(self.own)
        for widget in (flow, self._kinds, self._shown):
            self.column.add(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(Text(_("A new rule"), "title"))
        rows.addWidget(self.column, 1)
        rows.addWidget(self.back)
        self.own.clicked.connect(self.begun)
        self.back.clicked.connect(self.closed)

    def show_rules(self, rules: Sequence[Rule], choices: RuleChoices) -> None:
        """Show what is ready-made and not there yet."""
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        for rule in rules:
            rows.addWidget(self._panel(rule, choices))
        if not rules:
            rows.addWidget(Text(_("All of them are on the list already."), "body", "ink2"))
        self.column.column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh

    def _panel(self, rule: Rule, choices: RuleChoices) -> Panel:
        panel = Panel("surface", "", icon_of(rule))
        panel.keep_disc_at_top()
        panel.add_beside(Text(_(rule.name), "strong"))
        panel.add_beside(Text(rule_in_words(rule, choices), "body"))
        panel.add_beside(Text(_(rule.why), "small", "ink2"))
        take = Button(_("Take it as a draft"), "soft", "plus")
        take.setAccessibleName(fill(_("{deed}: {name}"), deed=take.text(), name=_(rule.name)))
        take.clicked.connect(lambda: self.taken.emit(rule))
        flow = Flow()
        flow.add(take)
        panel.add(flow)
        return panel
