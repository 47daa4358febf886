"""What rules would have done, would do in the days to come, and do for one person now.

Nothing is written, whoever looks; the same records and rules give the same report to the last byte.
Long work is a generator that yields how far it is: whoever stops asking has cancelled it.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pos_companion.model.staff import Right
from pos_companion.rules import Rule, RuleState
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.segments import Segments, bound
from pos_companion.rules.simulate.past import Knowledge, Options, Past
from pos_companion.rules.simulate.replay import Progress, Simulator
from pos_companion.rules.simulate.report import Difference, Report, RuleReport, differences
from pos_companion.rules.simulate.tell import tell
from pos_companion.services import Shop
from pos_companion.services.counting import ledger_for
from pos_companion.services.days_to_come import read_days_to_come
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.past_reading import read_past
from pos_companion.services.sign_in import require

DAYS = 90
_DAYS_TO_COME = 30
_SHOWN = 3


@dataclass(frozen=True)
class Simulated:
    """What a rulebook would have done, beside the rules in use today.

    Attributes:
        report: of the rulebook that was tried.
        today: of the rules as they stand.
        differences: what the one would do more or less than the other, by rule.
        options: how the past was lived through.
    """

    report: Report
    today: Report
    differences: tuple[Difference, ...]
    options: Options


@dataclass(frozen=True)
class Preview:
    """What one rule would have done, for the editor, while it is being written.

    Attributes:
        rule: what it would have done among the rules in use.
        visits: how many visits were looked at.
        people: the names of up to three who would have got it most; the description of somebody
            without a name.
        takes_from: what other rules would give less because of it, by rule, as numbers of gifts.
    """

    rule: RuleReport
    visits: int
    people: tuple[str, ...]
    takes_from: tuple[tuple[str, int], ...]


class Rehearsal:
    """The shop's last days, ready for one draft after the other; made by `open_rehearsal`."""

    def __init__(self, past: Past, rules: Sequence[Rule], segments: Segments) -> None:
        self._simulator = Simulator(past)
        self._rules = tuple(rules)
        self._segments = segments
        self._names = {one.facts.customer.id: one.facts.customer for one in past.cases}
        self._today = tell(past, (), (), Options())

    def warm(self) -> Generator[Progress, None, None]:
        """Live through it with the rules in use, so that the first preview is as fast as others."""
        lived = yield from self._simulator.steps(self._rules)
        self._today = tell(self._simulator.past, self._rules, lived, Options())

    def preview(self, draft: Rule) -> Preview:
        """What a draft would have done in place of the rule of its id, were it in use."""
        tried = bound(replace(draft, state=RuleState.ACTIVE), self._segments)
        rules = with_draft(self._rules, tried)
        report = tell(self._simulator.past, rules, self._simulator.run(rules), Options())
        rule = next(one for one in report.rules if one.rule == tried.id)
        lost = [
            (one.rule, -one.given)
            for one in differences(self._today, report)
            if one.given < 0 and one.rule != tried.id
        ]
        people = tuple(self._called(customer) for customer, _ in rule.top[:_SHOWN])
        return Preview(rule, report.visits, people, tuple(lost))

    def _called(self, customer: int) -> str:
        known = self._names[customer]
        return known.called or known.description


def open_rehearsal(shop: Shop, days: int = DAYS) -> Generator[Progress, None, Rehearsal]:
    """Read the last days once, for `Rehearsal.preview`.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
    """
    require(shop, Right.RULES)
    past = yield from read_past(shop, shop.today - timedelta(days=days - 1), shop.today)
    rehearsal = Rehearsal(past, shop.storage.rulebook.rules(), shop.storage.segments.all())
    yield from rehearsal.warm()
    return rehearsal


def simulate(
    shop: Shop,
    rules: Sequence[Rule],
    days: int = DAYS,
    knowledge: Knowledge = Knowledge.THEN,
    options: Options | None = None,
) -> Generator[Progress, None, Simulated]:
    """Live through the last days with a rulebook, and with the rules in use beside it.

    Args:
        rules: only active ones make offers, as at the counter.
        days: how many business days, today included.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError: no days, or too many.
    """
    require(shop, Right.RULES)
    first = shop.today - timedelta(days=days - 1)
    past = yield from read_past(shop, first, shop.today, knowledge)
    return (yield from _compared(shop, past, rules, options or Options()))


def forecast(
    shop: Shop, rules: Sequence[Rule], days: int = _DAYS_TO_COME
) -> Generator[Progress, None, Simulated]:
    """What the rules give in the days to come if everybody who celebrates comes on their day.

    Args:
        rules: as for `simulate`.
        days: how many business days, today included.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError: no days, or too many.
    """
    require(shop, Right.RULES)
    past = yield from read_days_to_come(shop, days)
    return (yield from _compared(shop, past, rules, Options()))


def try_on(shop: Shop, draft: Rule, customer_id: int) -> Found:
    """The card of one person now, as it would be were a draft in use.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        NotFoundError: there is no such customer.
    """
    require(shop, Right.RULES)
    found = open_card(shop, customer_id)
    tried = bound(replace(draft, state=RuleState.ACTIVE), shop.storage.segments.all())
    rules = with_draft(found.rules, tried)
    ledger = ledger_for(shop, found.card.customer, rules, found.visit_uid)
    result = evaluate(found.facts, rules, ledger)
    return replace(
        found,
        offers=result.offers,
        why_not=result.why_not,
        to_approve=result.to_approve,
        rules=rules,
        ledger=ledger,
    )


def with_draft(rules: Sequence[Rule], draft: Rule) -> tuple[Rule, ...]:
    """A rulebook with a draft in the place of the rule of its id, or at its own place."""
    others = [rule for rule in rules if rule.id != draft.id]
    return tuple(sorted([*others, draft], key=lambda rule: (rule.priority, rule.id)))


def _compared(
    shop: Shop, past: Past, rules: Sequence[Rule], options: Options
) -> Generator[Progress, None, Simulated]:
    simulator = Simulator(past)
    segments = shop.storage.segments.all()
    rules = tuple(bound(rule, segments) for rule in rules)
    now = shop.storage.rulebook.rules()
    lived = yield from simulator.steps(rules, options)
    report = tell(past, rules, lived, options)
    as_today = yield from simulator.steps(now, options)
    today = tell(past, now, as_today, options)
    return Simulated(report, today, differences(today, report), options)
