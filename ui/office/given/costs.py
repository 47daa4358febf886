"""What gifts cost: the finding first, then by rule, budget, colleague and reason."""

from collections.abc import Mapping

from pos_companion.i18n import N_, Percent, _, fill, ngettext
from pos_companion.insight.gesture_costs import Spent
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period
from pos_companion.services.gesture_costs import BudgetUse, CostReport, OwnUse
from pos_companion.services.report_words import how_beyond, reason_in_words, staff_in_words
from ui.kit import IconLine, Panel, Text
from ui.office.given.rows import BarRow, bar_panel

_PERIODS: Mapping[Period, str] = {
    Period.DAY: N_("{rule}, today"),
    Period.WEEK: N_("{rule}, this week"),
    Period.MONTH: N_("{rule}, this month"),
    Period.YEAR: N_("{rule}, this year"),
    Period.CELEBRATION: N_("{rule}, this year"),
    Period.ROLLING: N_("{rule}, within {days} days"),
    Period.EVER: N_("{rule}, ever"),
}


def cost_panels(report: CostReport) -> list[Panel]:
    """Everything about what was given."""
    sums = report.costs
    if not sums.all.times:
        return [_nothing(report), *_budget_panels(report)]
    rules = {_rule(report, one): part for one, part in sums.by_rule.items()}
    staff = {staff_in_words(one): sums.by_staff[one] for one in sorted(sums.by_staff)}
    reasons = {reason_in_words(one): part for one, part in sums.by_reason.items()}
    by_reason = _rows(reasons, report) if set(sums.by_reason) - {""} else []
    beyond = {how_beyond(one): part for one, part in sums.by_exception.items()}
    note = _("One by one they stand with the gift rules.")
    return [
        _finding(report),
        *bar_panel(_("By rule"), _rows(rules, report)),
        *_budget_panels(report),
        *bar_panel(_("By colleague"), _rows(staff, report)),
        *bar_panel(_("By reason"), by_reason),
        *bar_panel(_("Beyond the rules"), _rows(beyond, report), note),
    ]


def _nothing(report: CostReport) -> Panel:
    panel = Panel("surface")
    panel.add(Text(_("Nothing was given in these days."), "title"))
    _add_other_money(panel, report)
    return panel


def _finding(report: CostReport) -> Panel:
    sums, panel = report.costs, Panel("surface")
    panel.add(Text(_headline(report), "title"))
    panel.add(IconLine("chart-column", _of_their_sales(sums.all), size=18))
    panel.add(IconLine("store", _of_all_sales(report), size=18))
    if sums.exceptions.times:
        text = ngettext(
            "{count} of them went beyond the rules: {money}",
            "{count} of them went beyond the rules: {money}",
            sums.exceptions.times,
        )
        said = fill(text, count=sums.exceptions.times, money=_money(sums.exceptions.cost, report))
        panel.add(IconLine("heart", said, size=18))
    _add_other_money(panel, report)
    return panel


def _headline(report: CostReport) -> str:
    spent = report.costs.all
    people = fill(ngettext("{count} person", "{count} people", spent.people), count=spent.people)
    text = ngettext(
        "{money} for {count} gift to {people}", "{money} for {count} gifts to {people}", spent.times
    )
    return fill(text, money=_money(spent.cost, report), count=spent.times, people=people)


def _of_their_sales(spent: Spent) -> str:
    if spent.share is None:
        return _("Share of what these visits sold: not known, the till told no amounts")
    text = ngettext(
        "{share} of what these visits sold; known for {known} of {count} visit",
        "{share} of what these visits sold; known for {known} of {count} visits",
        spent.visits,
    )
    return fill(text, share=_percent(spent.share), known=spent.known, count=spent.visits)


def _of_all_sales(report: CostReport) -> str:
    sums = report.costs
    if sums.share is None:
        return _("Share of all sales of these days: not known")
    text = ngettext(
        "{share} of all sales of these days; known for {known} of {count} visit",
        "{share} of all sales of these days; known for {known} of {count} visits",
        sums.visits,
    )
    return fill(text, share=_percent(sums.share), known=sums.known, count=sums.visits)


def _add_other_money(panel: Panel, report: CostReport) -> None:
    if report.other_money:
        text = ngettext(
            "{count} gift in another currency is not counted here",
            "{count} gifts in another currency are not counted here",
            report.other_money,
        )
        panel.add(IconLine("info", fill(text, count=report.other_money), size=18))


def _rows(parts: Mapping[str, Spent], report: CostReport) -> list[BarRow]:
    most = max((part.cost for part in parts.values()), default=0)
    return [BarRow(label, part.cost, most, _told(part, report)) for label, part in parts.items()]


def _told(part: Spent, report: CostReport) -> str:
    times = fill(ngettext("{count} time", "{count} times", part.times), count=part.times)
    money = _money(part.cost, report)
    if part.share is None:
        return fill(_("{money} · {times}"), money=money, times=times)
    text = _("{money} · {times} · {share} of sales")
    return fill(text, money=money, times=times, share=_percent(part.share))


def _budget_panels(report: CostReport) -> list[Panel]:
    used = [one for one in report.budgets if one.spent.amount]
    rows = [_budget(one, report) for one in used]
    rest = len(report.budgets) - len(used)
    text = ngettext("As of today; {count} more is untouched.",
                    "As of today; {count} more are untouched.", rest)  # fmt: skip
    note = fill(text, count=rest) if rest else _("As of today, each in its own time.")
    own = [_own(one, report) for one in report.own]
    per_day = fill(_("Each colleague may give {money} a day without asking."), money=report.per_day)
    return [
        *bar_panel(_("Against the budgets of the rules"), rows, note),
        *bar_panel(_("Of their own accord, the most on one day"), own, per_day),
    ]


def _budget(use: BudgetUse, report: CostReport) -> BarRow:
    said = fill(_("{spent} of {limit}"), spent=use.spent, limit=use.limit)
    label = _in_time(use.cap, _rule(report, use.rule))
    return BarRow(label, use.spent.amount, use.limit.amount, said)


def _own(use: OwnUse, report: CostReport) -> BarRow:
    days = fill(ngettext("{count} day", "{count} days", use.days), count=use.days)
    said = fill(_("{most} · {spent} in all, on {days}"), most=use.most, spent=use.spent, days=days)
    return BarRow(staff_in_words(use.staff), use.most.amount, report.per_day.amount, said)


def _in_time(cap: Cap, rule: str) -> str:
    return fill(_(_PERIODS.get(cap.period, N_("{rule}"))), rule=rule, days=cap.days)


def _rule(report: CostReport, rule: str) -> str:
    return _(report.rules.get(rule, rule))


def _percent(points: int) -> Percent:
    return Percent(round(points, -1))


def _money(amount: int, report: CostReport) -> Money:
    return Money(amount, report.currency)
