"""What the rule on the screen would have done in the last 90 days, a moment after every change."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, ngettext, value_in_words
from pos_companion.rules import Condition
from pos_companion.rules.simulate.report import RuleReport
from pos_companion.rules.simulate.sieve import condition_at
from pos_companion.services.rule_choices import RuleChoices
from pos_companion.services.simulation import Preview as Previewed
from ui.kit import Button, Flow, IconLine, Panel, Text
from ui.office.rules.clauses import in_words
from ui.office.rules.figures import Figures
from ui.office.rules.reasons import blocked_by, more_if_known
from ui.theme import theme

_MOST_REASONS = 4


class Preview(Panel):
    """Three numbers, what would have run out, and why it was not offered more often.

    Signals:
        report_asked: the whole rulebook is to be lived through.
    """

    report_asked = Signal()

    def __init__(self) -> None:
        super().__init__("surface", _("If this rule had run for the last 90 days"))
        self.said = ""
        self._body = QWidget()
        self.report = Button(_("The whole report"), "ghost", "chart-column")
        self.report.clicked.connect(self.report_asked)
        self.add(self._body)
        flow = Flow()
        flow.add(self.report)
        self.add(flow)
        self.say(_("Working it out…"))

    def say(self, sentence: str) -> None:
        """One sentence instead of numbers."""
        self._put([Text(sentence, "body", "ink2")])
        self.said = sentence

    def show_preview(
        self, found: Previewed, rules: Mapping[str, str], when: Condition, choices: RuleChoices
    ) -> None:
        """Show what came out.

        Args:
            rules: what the rules are called, by id.
            when: the conditions of the rule; the one that stops it most is told.
        """
        report = found.rule
        if not found.visits:
            self.say(_("There are no visits yet in the last 90 days to try it on."))
            return
        gifts = ngettext("time", "times", report.given)
        people = ngettext("person", "people", report.people)
        figures = [
            (value_in_words(report.given), gifts),
            (value_in_words(report.people), people),
            (value_in_words(report.cost), _("of our money")),
        ]
        parts: list[QWidget] = [Figures(figures)]
        stopped = _nobody(report, when, choices)
        if stopped:
            parts.append(IconLine("info", stopped, "body", ("ink", "ask")))
        parts += [IconLine("triangle-alert", one, "body", ("ink", "warn")) for one in _ends(report)]
        parts += [
            IconLine("lightbulb", more_if_known(fact, count), "body", ("ink", "ask"))
            for fact, count in report.unknown.items()
        ]
        if found.people:
            said = fill(_("Most often for {people}"), people=found.people)
            parts.append(IconLine("users", said, "body", ("ink", "ink2")))
        for rule, count in found.takes_from:
            text = ngettext("{rule} would give {count} gift less.",
                            "{rule} would give {count} gifts less.", count)  # fmt: skip
            said = fill(text, rule=rules.get(rule, rule), count=count)
            parts.append(IconLine("info", said, "body", ("ink", "ink2")))
        for rule, count in report.lost_to.items():
            text = ngettext("{rule} came first {count} time.", "{rule} came first {count} times.",
                            count)  # fmt: skip
            said = fill(text, rule=rules.get(rule, rule), count=count)
            parts.append(IconLine("info", said, "body", ("ink", "ink2")))
        if report.accepted is not None:
            said = fill(_("By how often people said yes so far: about {count}."),
                        count=report.accepted)  # fmt: skip
            parts.append(Text(said, "small", "ink2"))
        parts.append(_reasons(report))
        limit = _("Taking a gift changes who comes again; this does not know that.")
        parts.append(Text(limit, "small", "ink3"))
        self._put(parts)
        self.said = _headline(report)

    def _put(self, parts: list[QWidget]) -> None:
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        for part in parts:
            rows.addWidget(part)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()


def _headline(report: RuleReport) -> str:
    """The same on one line, for whoever hears the screen."""
    times = fill(ngettext("{count} time", "{count} times", report.given), count=report.given)
    people = fill(ngettext("{count} person", "{count} people", report.people), count=report.people)
    text = _("The last 90 days: {times} to {people}, for {money}.")
    return fill(text, times=times, people=people, money=report.cost)


def _ends(report: RuleReport) -> list[str]:
    found = []
    if report.budget_out is not None:
        found.append(fill(_("The budget would have run out on {day}."), day=report.budget_out))
    if report.stock_out is not None:
        found.append(fill(_("The shelf would have run out on {day}."), day=report.stock_out))
    return found


def _reasons(report: RuleReport) -> QWidget:
    """A small table: on how many visits it was not offered, and why."""
    host = QWidget()
    rows = QVBoxLayout(host)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme().space("xs"))
    merged: dict[str, int] = {}
    for code, count in report.blocked.items():
        merged[blocked_by(code)] = merged.get(blocked_by(code), 0) + count
    most = sorted(merged.items(), key=lambda one: -one[1])[:_MOST_REASONS]
    if most:
        rows.addWidget(Text(_("On the other visits"), "label", "ink2"))
    for why, count in most:
        visits = fill(ngettext("{count} visit", "{count} visits", count), count=count)
        line = QHBoxLayout()
        line.setSpacing(theme().space("s"))
        line.addWidget(Text(why, "small"), 1)
        line.addWidget(Text(visits, "small", "ink2"))
        rows.addLayout(line)
    return host


def _nobody(report: RuleReport, when: Condition, choices: RuleChoices) -> str:
    """Which condition is the reason that it would never have been given; nothing else."""
    if report.offered or not report.stoppers:
        return ""
    first = report.stoppers[0]
    said = in_words(condition_at(when, first.path), choices)
    text = ngettext(
        "Most often it was this: {sentence} ({count} visit)",
        "Most often it was this: {sentence} ({count} visits)",
        first.visits,
    )
    return fill(text, sentence=said, count=first.visits)  # fmt: skip
