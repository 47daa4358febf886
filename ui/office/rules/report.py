"""The whole rulebook lived through: per rule, beside today's rules, and who never gets anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, LongDay, _, fill, ngettext, value_in_words
from pos_companion.rules.simulate.past import Knowledge, Options, Shelf
from pos_companion.rules.simulate.report import Difference, Report, RuleReport
from pos_companion.services.simulation import Simulated
from ui.kit import Button, Chip, Flow, IconLine, Panel, ScrollColumn, Text
from ui.office.rules.choosing import OneOf
from ui.office.rules.figures import Figures
from ui.office.rules.reasons import blocked_by, more_if_known
from ui.theme import theme

_PERIODS = {30: N_("the last 30 days"), 90: N_("the last 90 days"), 365: N_("the last year"),
            0: N_("the next 30 days")}  # fmt: skip
_NAMED = 12


@dataclass(frozen=True)
class Asked:
    """How the report is wanted.

    Attributes:
        days: back from today; 0 looks 30 days ahead instead.
    """

    days: int = 90
    knowledge: Knowledge = Knowledge.THEN
    options: Options = field(default_factory=Options)


@dataclass(frozen=True)
class Told:
    """A report with the words for its numbers.

    Attributes:
        rules: what the rules are called, by id.
        people: the same for customers, by number.
    """

    simulated: Simulated
    rules: Mapping[str, str]
    people: Mapping[int, str]


class ReportPage(QWidget):
    """Chips say which past; the report stands below.

    Signals:
        asked(object): an `Asked`: another report is wanted.
        exported: the report is wanted as a file.
        closed: back to the rule.
    """

    asked = Signal(object)
    exported = Signal()
    closed = Signal()

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self._asked = asked
        self.progress = Text("", "body", "ink2")
        self.export = Button(_("Save as a table"), "soft", "download")
        self.back = Button(_("Back to the rule"), "ghost", "arrow-left", "Esc")
        self.unlimited = Chip(_("a shelf that never empties"))
        self.unbudgeted = Chip(_("without budgets"))
        self.as_now = Chip(_("with all that is known today"))
        self.column = ScrollColumn()
        self._shown = QWidget()
        self._lay_out()
        self.export.clicked.connect(self.exported)
        self.back.clicked.connect(self.closed)
        for chip in (self.unlimited, self.unbudgeted, self.as_now):
            chip.toggled.connect(lambda _on: self._ask(self._asked.days))

    def show_progress(self, done: int, of: int) -> None:
        """Say how far it is."""
        self.export.hide()
        text = _("Living through {done} of {all} visits…")
        self.progress.setText(fill(text, done=done, all=of) if of else _("Working it out…"))
        self.progress.show()

    def show_report(self, told: Told) -> None:
        """Show what came out."""
        self.progress.hide()
        self.export.show()
        report = told.simulated.report
        parts: list[QWidget] = [_whole(report)]
        changed = {one.rule: one for one in told.simulated.differences}
        for one in report.rules:
            parts.append(_rule(one, changed.get(one.rule), told.rules))
        if report.never_count:
            parts.append(_never(report, told.people))
        line = _("Taking a gift changes who comes again; this does not know that.")
        parts.append(Text(line, "small", "ink3"))
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        for part in parts:
            rows.addWidget(part)
        self.column.column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh

    def _lay_out(self) -> None:
        periods = {days: _(text) for days, text in _PERIODS.items()}
        which = OneOf(_("What if these rules had run in"), periods, self._asked.days, self._ask)
        chips = Flow()
        for chip in (self.unlimited, self.unbudgeted, self.as_now):
            chips.add(chip)
        for widget in (which, chips, self.progress, self._shown):
            self.column.add(widget)
        bar = Flow()
        for button in (self.back, self.export):
            bar.add(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(Text(_("The whole report"), "title"))
        rows.addWidget(self.column, 1)
        rows.addWidget(bar)

    def _ask(self, days: int) -> None:
        shelf = Shelf.UNLIMITED if self.unlimited.isChecked() else Shelf.REAL
        options = Options(shelf, budgets=not self.unbudgeted.isChecked())
        knowledge = Knowledge.NOW if self.as_now.isChecked() else Knowledge.THEN
        self._asked = Asked(days, knowledge, options)
        self.asked.emit(self._asked)


def _whole(report: Report) -> Panel:
    days = _("{first} to {last}")
    heading = fill(days, first=LongDay(report.first), last=LongDay(report.last))
    panel = Panel("surface", heading)
    panel.add(
        Figures([
            (value_in_words(report.given), ngettext("gift", "gifts", report.given)),
            (value_in_words(report.reached),
             ngettext("person reached", "people reached", report.reached)),
            (value_in_words(report.cost), _("of our money")),
            (value_in_words(report.visits), ngettext("visit", "visits", report.visits)),
        ])
    )  # fmt: skip
    return panel


def _rule(report: RuleReport, change: Difference | None, rules: Mapping[str, str]) -> Panel:
    panel = Panel("surface", rules.get(report.rule, report.rule))
    panel.heading.set_colour("ink")
    panel.note.setText(value_in_words(report.cost))
    panel.note.show()
    times = fill(ngettext("{count} time", "{count} times", report.given), count=report.given)
    people = fill(ngettext("{count} person", "{count} people", report.people), count=report.people)
    text = _("Given {times} to {people}; offered on {visits} visits.")
    panel.add(Text(fill(text, times=times, people=people, visits=report.offered), "body"))
    if change is not None:
        panel.add(IconLine("sparkles", _changed(change), "small", ("brand_ink", "brand")))
    for line in _warnings(report, rules):
        panel.add(IconLine("triangle-alert", line, "small", ("ink", "warn")))
    for fact, count in report.unknown.items():
        panel.add(IconLine("lightbulb", more_if_known(fact, count), "small", ("ink", "ask")))
    merged: dict[str, int] = {}
    for code, count in report.blocked.items():
        merged[blocked_by(code)] = merged.get(blocked_by(code), 0) + count
    if merged:
        each = (fill(_("{why} ({count})"), why=why, count=count) for why, count in merged.items())
        panel.add(
            Text(fill(_("Not offered: {reasons}"), reasons=" · ".join(each)), "small", "ink2")
        )
    return panel


def _changed(change: Difference) -> str:
    if change.given >= 0:
        text = ngettext(
            "{count} gift more than with today’s rules, {money}",
            "{count} gifts more than with today’s rules, {money}",
            change.given,
        )
    else:
        text = ngettext(
            "{count} gift fewer than with today’s rules, {money}",
            "{count} gifts fewer than with today’s rules, {money}",
            -change.given,
        )
    return fill(text, count=abs(change.given), money=change.cost)  # fmt: skip


def _warnings(report: RuleReport, rules: Mapping[str, str]) -> list[str]:
    found = []
    if report.budget_out is not None:
        found.append(fill(_("The budget would have run out on {day}."), day=report.budget_out))
    if report.stock_out is not None:
        found.append(fill(_("The shelf would have run out on {day}."), day=report.stock_out))
    for rule, count in report.lost_to.items():
        text = ngettext(
            "{rule} came first {count} time.", "{rule} came first {count} times.", count
        )
        found.append(fill(text, rule=rules.get(rule, rule), count=count))
    return found


def _never(report: Report, people: Mapping[int, str]) -> Panel:
    text = ngettext("{count} person who came never got anything",
                    "{count} people who came never got anything", report.never_count)  # fmt: skip
    panel = Panel("surface", fill(text, count=report.never_count), "users")
    named = [people[number] for number, _visits in report.never[:_NAMED] if number in people]
    if named:
        panel.add_beside(Text(value_in_words(named), "body", "ink2"))
    return panel
