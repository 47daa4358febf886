"""What rules would have done on the visits of the last days; nothing is written."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.rules import Rule, RuleState
from pos_companion.rules.as_json import rule_from_json
from pos_companion.rules.simulate.past import Knowledge, Options, Shelf, Taking
from pos_companion.rules.simulate.replay import Progress
from pos_companion.rules.simulate.report import Report, RuleReport
from pos_companion.services import Shop, deed
from pos_companion.services.forms import choice_of, count_of, flag_of
from pos_companion.services.simulation import forecast as look_ahead
from pos_companion.services.simulation import simulate as live_again
from pos_companion.services.simulation import with_draft

_Result = TypeVar("_Result")


@deed
def simulate(  # noqa: PLR0913 - one argument for each way to look at the past
    shop: Shop,
    drafts: Sequence[Mapping[str, Any]] = (),
    days: int = 90,
    knowledge: str = Knowledge.THEN.value,
    shelf: str = Shelf.REAL.value,
    budgets: bool = True,
    keep_real: bool = False,
    taking: str = Taking.FIRST.value,
    forecast: bool = False,
) -> Mapping[str, Any]:
    """Live through the last days with the rules in use and some drafts in their place.

    Args:
        drafts: rules as JSON, tried as if they were in use, each in place of the one of its id.
        days: how many business days, today included.
        knowledge: what is taken for known: `then` or `now`.
        shelf: `real` or `unlimited`.
        budgets: whether limits in money hold.
        keep_real: what was really given stays given, and counts.
        taking: what is given: `first`, the offer shown first, or `as_recorded`.
        forecast: look at so many days to come instead; `knowledge` and what follows do not matter.

    Returns:
        `{"first", "last": day, "visits", "people", "reached", "given", "cost", "value": money,
        "top": [{"customer", "count"}], "never": [the same, with how often they came],
        "never_count", "reproduced", "missed", "rules": [rule], "today": {"given", "cost", "value"},
        "differences": [{"rule", "given", "people", "cost", "value"}]}`; a rule is `{"rule",
        "qualified", "offered", "given", "accepted": count or null, "cost", "value", "people",
        "households", "blocked": {code: visits}, "budget_out", "stock_out": day or null, "lost_to":
        {rule: visits}, "unknown": {fact: people}, "stoppers": [{"path", "visits"}], "top"}`. Money
        is `{"amount", "currency"}`.
    """
    rules = _with_drafts(shop, drafts)
    number = count_of(days, "days")
    if flag_of(forecast, "forecast"):
        simulated = _done(look_ahead(shop, rules, number))
    else:
        options = Options(
            shelf=choice_of(shelf, "shelf", Shelf),
            budgets=flag_of(budgets, "budgets"),
            keep_real=flag_of(keep_real, "keep_real"),
            taking=choice_of(taking, "taking", Taking),
        )
        known = choice_of(knowledge, "knowledge", Knowledge)
        simulated = _done(live_again(shop, rules, number, known, options))
    today = simulated.today
    return {
        **_report(simulated.report),
        "today": {"given": today.given, "cost": _money(today.cost), "value": _money(today.value)},
        "differences": [
            {
                "rule": one.rule,
                "given": one.given,
                "people": one.people,
                "cost": _money(one.cost),
                "value": _money(one.value),
            }
            for one in simulated.differences
        ],
    }


def _with_drafts(shop: Shop, drafts: object) -> tuple[Rule, ...]:
    if not isinstance(drafts, list | tuple):
        raise BadInputError(N_("The drafts must be a list of rules."))
    rules = shop.storage.rulebook.rules()
    for draft in drafts:
        tried = replace(rule_from_json(draft), state=RuleState.ACTIVE)
        rules = with_draft(rules, tried)
    return rules


def _done(steps: Generator[Progress, None, _Result]) -> _Result:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result


def _report(report: Report) -> dict[str, Any]:
    return {
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "visits": report.visits,
        "people": report.people,
        "reached": report.reached,
        "given": report.given,
        "cost": _money(report.cost),
        "value": _money(report.value),
        "top": _people(report.top),
        "never": _people(report.never),
        "never_count": report.never_count,
        "reproduced": report.reproduced,
        "missed": report.missed,
        "rules": [_rule(one) for one in report.rules],
    }


def _rule(rule: RuleReport) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "qualified": rule.qualified,
        "offered": rule.offered,
        "given": rule.given,
        "accepted": rule.accepted,
        "cost": _money(rule.cost),
        "value": _money(rule.value),
        "people": rule.people,
        "households": rule.households,
        "blocked": dict(rule.blocked),
        "budget_out": rule.budget_out.isoformat() if rule.budget_out else None,
        "stock_out": rule.stock_out.isoformat() if rule.stock_out else None,
        "lost_to": dict(rule.lost_to),
        "unknown": dict(rule.unknown),
        "stoppers": [{"path": one.path, "visits": one.visits} for one in rule.stoppers],
        "top": _people(rule.top),
    }


def _people(counted: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    return [{"customer": str(customer), "count": count} for customer, count in counted]


def _money(money: Money) -> dict[str, Any]:
    return {"amount": money.amount, "currency": money.currency}
