"""What the rule on the screen would have done in the last 90 days, a moment after every change."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, ngettext, value_in_words
from pos_companion.rules.simulate.report import RuleReport
from ui.kit import Button, Flow, IconLine, Panel, Text
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

    def show_report(self, report: RuleReport, rules: Mapping[str, str]) -> None:
        """Show what came out.

        Args:
            rules: what the rules are called, by id.
        """
        gifts = ngettext("time", "times", report.given)
        people = ngettext("person", "people", report.people)
        figures = [
            (value_in_words(report.given), gifts),
            (value_in_words(report.people), people),
            (value_in_words(report.cost), _("of our money")),
        ]
        parts: list[QWidget] = [Figures(figures)]
        parts += [IconLine("triangle-alert", one, "body", ("ink", "warn")) for one in _ends(report)]
        parts += [
            IconLine("lightbulb", more_if_known(fact, count), "body", ("ink", "ask"))
            for fact, count in report.unknown.items()
        ]
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
    text = _("It would have been given {times} to {people}, for {money}.")
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
        line = Panel("none", why)
        line.set_padding(0, 0)
        line.heading.set_colour("ink")
        line.note.setText(fill(ngettext("{count} visit", "{count} visits", count), count=count))
        line.note.show()
        rows.addWidget(line)
    return host
