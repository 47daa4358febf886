"""The gift rules: the list on one side, one rule on the other."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill
from pos_companion.rules import Rule, RuleState
from pos_companion.rules.lint.check import Complaint
from pos_companion.services import Shop
from pos_companion.services.rule_lint import lint_rule
from pos_companion.services.rule_use import RulesHere, rules_here
from pos_companion.services.rulebook import (
    RuleChange,
    save_rule,
    undo_rules,
)
from pos_companion.services.simulation import Preview
from ui.kit import Button, ScrollColumn, Text
from ui.notices import sentence_for
from ui.office.page import OfficePage
from ui.office.rules.beside import Beside
from ui.office.rules.deeds import RuleDeeds
from ui.office.rules.desk import RuleDesk
from ui.office.rules.drafts import Drafts
from ui.office.rules.rehearsing import Rehearsing
from ui.office.rules.rule_list import RuleList
from ui.office.rules.segment_deeds import SegmentDeeds
from ui.tasks import Tasks
from ui.theme import theme

_LIST = 340
_BOTH_FROM = 760
_SOON_MS = 120


class RulesPage(OfficePage):
    """Reads the rules, and does with them what is asked.

    Attributes:
        list: every rule.
        desk: the one beside.
        drafts: what was changed and not kept, by rule; going to another rule loses nothing.
        beside: what can lie there instead of a rule.
        deeds: how rules stand.
        segments: people with a name.
        here: what was read last; None at first.
        shown: the id of the rule beside; empty for none.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("Gift rules"))
        self.list = RuleList()
        self.desk = RuleDesk()
        self.drafts = Drafts()
        self.rehearsing = Rehearsing(shop, tasks, self)
        self.beside = Beside(self)
        self.deeds = RuleDeeds(self)
        self.new = Button(_("New rule"), "soft", "plus")
        self.kindness = Button(_("Beyond the rules"), "ghost", "heart")
        self.people = Button(_("Segments"), "ghost", "users")
        self.segments = SegmentDeeds(self)
        self.here: RulesHere | None = None
        self.shown = ""
        self._both = True
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._asked = 0
        self._lay_out()
        self._connect()

    def read(self) -> None:
        """Read the rules, now; what is not kept stays on the screen."""
        self.do(partial(rules_here, self.shop), self._on_read)

    def open(self, rule_id: str) -> None:
        """Show a rule beside the list, as it was left."""
        if self.here is None:
            return
        kept = self.kept(rule_id)
        rule = self.drafts.get(rule_id) or kept
        if rule is None:
            return
        self.shown = rule_id
        self.desk.show_rule(rule, self.here.choices)
        self.list.select(rule_id)
        self._refresh()
        self.show_panes()
        self._soon.start()

    def rule(self) -> Rule | None:
        """The rule beside, as it stands on the screen."""
        editor = self.desk.editor
        return editor.rule() if editor is not None and self.shown else None

    def escape(self) -> bool:
        """Close what is open: a small choice, what lies beside, the rule where it is narrow."""
        editor = self.desk.editor
        if editor is not None and editor.turn.end():
            return True
        if self.desk.close_beside():
            if self.shown:
                self._show_again()
            self.show_panes()
            return True
        if not self._both and self.shown:
            self._leave()
            return True
        return False

    def keep(self) -> bool:
        """Keep the rule as it stands."""
        rule = self.rule()
        if rule is None or not self.drafts.has(rule.id):
            return False
        kept = self.kept(rule.id)
        seen = kept.version if kept else 0
        self.do(partial(save_rule, self.shop, rule, seen), self._on_kept)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and rule beside each other where there is room."""
        super().resizeEvent(event)
        both = self.width() / theme().text_scale >= _BOTH_FROM
        if both != self._both:
            self._both = both
            if self.here is not None:
                self.list.show_rules(self.here.lines, self.here.choices, both)
                self.list.select(self.shown)
                self._refresh()
            self.show_panes()

    def restyle(self) -> None:
        """Take distances from the theme."""
        super().restyle()
        self.show_panes()

    # what is drawn

    def _lay_out(self) -> None:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        column = ScrollColumn()
        column.add(self.list)
        self._none = Text(_("There are no rules yet. Begin with one that is ready-made."),
                          "body", "ink2")  # fmt: skip
        column.add(self._none)
        self._none.hide()
        rows.addWidget(column, 1)
        rows.addWidget(self.new)
        rows.addWidget(self.kindness)
        rows.addWidget(self.people)
        self._side = side
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme().space("l"))
        across.addWidget(side, 1)
        across.addWidget(self.desk, 2)
        self.desk.hide()
        self.set_body(body)

    def _connect(self) -> None:
        desk = self.desk
        self.new.clicked.connect(self.beside.start_new)
        self.kindness.clicked.connect(self.beside.ask_kindness)
        self.people.clicked.connect(self.segments.ask)
        self.list.chosen.connect(self.open)
        self.list.ordered.connect(self.deeds.order)
        desk.changed.connect(self._on_changed)
        desk.kept.connect(self.keep)
        desk.undone.connect(self._forget)
        desk.started.connect(self.deeds.start)
        desk.paused.connect(self.deeds.pause)
        desk.ended.connect(self.deeds.end)
        desk.versions_asked.connect(self.beside.ask_versions)
        desk.left.connect(self._leave)
        desk.try_asked.connect(self.beside.ask_whom)
        desk.preview.report_asked.connect(self.beside.ask_report)
        self.rehearsing.came.connect(self._on_previewed)
        self.rehearsing.failed.connect(lambda error: desk.preview.say(sentence_for(error)))
        self._soon.timeout.connect(self._judge)

    def show_panes(self) -> None:
        """Show the list, the rule, or both where there is room."""
        showing = bool(self.shown) or self.desk.beside is not None
        self._side.setVisible(self._both or not showing)
        self._side.setMaximumWidth(theme().px(_LIST) if self._both else 16_777_215)
        self.desk.setVisible(showing)
        self.desk.list.setVisible(not self._both)
        self.back.setVisible(not self._both and not showing)

    def _refresh(self) -> None:
        """Say how the rule beside stands, and which rules are not kept yet."""
        rule = self.rule()
        if rule is not None:
            self.desk.show_state(rule, self.drafts.has(rule.id))
        self.list.mark_unkept(self.drafts.ids())

    def _on_read(self, here: RulesHere) -> None:
        first = self.here is None
        self.here = here
        self.list.show_rules(here.lines, here.choices, self._both)
        self._none.setVisible(not here.lines)
        self.rehearsing.forget()
        self.drafts.settle({line.rule.id: line.rule for line in here.lines})
        if self.shown and self.kept(self.shown) is None and not self.drafts.has(self.shown):
            self.shown = ""
        if not self.shown and first and self._both and here.lines:
            self.shown = here.lines[0].rule.id
        if self.shown and self.desk.beside is None:
            self._show_again()
        self.show_panes()

    def _show_again(self) -> None:
        """Draw the rule beside anew unless it already stands there so."""
        wanted = self.drafts.get(self.shown) or self.kept(self.shown)
        known = self.here is not None and self.here.choices.segments == self.desk.segments
        if wanted is not None and not (known and wanted == self.rule()):
            self.open(self.shown)
        self.list.select(self.shown)
        self._refresh()
        self._soon.start()

    def kept(self, rule_id: str) -> Rule | None:
        """A rule as it stands in the records; None when it is not there."""
        lines = self.here.lines if self.here else ()
        return next((line.rule for line in lines if line.rule.id == rule_id), None)

    # what is done

    def _on_changed(self, rule: Rule) -> None:
        self.drafts.put(rule, self.kept(rule.id))
        self._refresh()
        self._soon.start()

    def _judge(self) -> None:
        """Ask what keeps the rule from being used; an answer about an older one is not shown."""
        rule = self.rule()
        if rule is None:
            return
        self._asked += 1
        asked = self._asked
        self.rehearsing.ask(rule)
        work = partial(lint_rule, self.shop, replace(rule, state=RuleState.ACTIVE))
        self.do(work, lambda found: self._on_judged(asked, found))

    def _on_previewed(self, found: Preview) -> None:
        rule = self.rule()
        if rule is None or self.here is None:
            return
        self.desk.preview.show_preview(found, self.names(), rule.when, self.here.choices)
        self.desk.headline.setText(self.desk.preview.said)

    def names(self) -> dict[str, str]:
        """What the rules are called, by id."""
        lines = self.here.lines if self.here else ()
        return {line.rule.id: _(line.rule.name) for line in lines}

    def _on_judged(self, asked: int, found: tuple[Complaint, ...]) -> None:
        if asked == self._asked:
            self.desk.show_complaints(found)

    def _on_kept(self, change: RuleChange) -> None:
        self.drafts.drop(change.rule.id)
        self.tell(change, _("{rule} is kept."))

    def _forget(self) -> None:
        """Go back to what is kept."""
        gone = self.shown
        self.drafts.drop(gone)
        if self.kept(gone) is None:
            self.shown = ""
        else:
            self.open(gone)
        self.show_panes()
        self._refresh()

    def tell(self, change: RuleChange, text: str) -> None:
        """Say what was done to a rule, with a way back."""
        undo = partial(undo_rules, self.shop, change)
        self.done(fill(text, rule=_(change.rule.name)), undo)

    def _leave(self) -> None:
        gone, self.shown = self.shown, ""
        self.show_panes()
        self.list.give_keyboard(gone)
