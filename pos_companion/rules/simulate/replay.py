"""Lives through the past again with a rulebook, visit by visit."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pos_companion.rules.coupons import held_at_once
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption, RedemptionState
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.parts import Turn
from pos_companion.rules.results import Evaluation, Offer
from pos_companion.rules.rule import Among, Rule, RuleState, Unit
from pos_companion.rules.settle import settle
from pos_companion.rules.simulate.past import Case, Options, Past, Taking
from pos_companion.rules.simulate.remembered import Judged, Remembered
from pos_companion.rules.simulate.scratch import Scratch, ScratchShelf
from pos_companion.rules.simulate.sieve import Sieve, Stopped
from pos_companion.rules.simulate.uncollected import uncollected

AT_ONCE = 250
"""Visits between two steps: a few dozen milliseconds."""
MOST_LINES = 10
"""So many numbers of lines belong to one visit."""


@dataclass(frozen=True)
class Lived:
    """What came of one visit.

    Attributes:
        stopped: why rules did not fire whatever was given before, by rule.
        result: what was offered, and why the others were not; None when no rule could fire.
        given: the lines the ledger would have got.
    """

    case: Case
    stopped: Mapping[str, Stopped]
    result: Evaluation | None = None
    given: tuple[Redemption, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far it has come."""

    done: int
    of: int


class Simulator:
    """One past, ready to be lived through with one rulebook after the other.

    What was found out about a rule and a visit is kept, so that after an edit only the edited rule
    is looked at anew. Not to be shared between threads.
    """

    def __init__(self, past: Past) -> None:
        self.past = past
        self._facts = [case.facts for case in past.cases]
        self._sieve = self._new_sieve()
        self._filled: set[str] = set()
        self._stopped: dict[Rule, list[Stopped | None]] = {}
        self._rules: dict[Rule, Rule] = {}
        self._judged = Remembered()

    def run(self, rules: Sequence[Rule], options: Options | None = None) -> tuple[Lived, ...]:
        """The same as `steps`, at once."""
        steps = self.steps(rules, options)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return tuple(end.value)

    def steps(
        self, rules: Sequence[Rule], options: Options | None = None
    ) -> Generator[Progress, None, tuple[Lived, ...]]:
        """Live through the past; stop asking for the next step to end it at any time.

        Args:
            rules: those that are not active make no offers, as at the counter.
            options: how it is lived through; None is as it really was.

        Returns:
            What came of every visit, in the order of time.
        """
        options = options or Options()
        rules = [self._same(_without_budgets(rule, options)) for rule in rules]
        total = len(self.past.cases) * 2
        for done in self._prepare(rules):
            yield Progress(min(done, len(self.past.cases)), total)
        tables = [(rule, self._stopped[rule]) for rule in rules]
        replay = _Replay(self.past, rules, options, self._judged)
        lived: list[Lived] = []
        for part in self._parts():
            with uncollected():
                for at in part:
                    stopped = {rule.id: found for rule, table in tables if (found := table[at])}
                    case = _with(self.past.cases[at], self._facts[at])
                    lived.append(replay.live(at, case, stopped))
            yield Progress(len(self.past.cases) + part.stop, total)
        return tuple(lived)

    def _new_sieve(self) -> Sieve:
        return Sieve(self._facts, [case.resting for case in self.past.cases])

    def _same(self, rule: Rule) -> Rule:
        """The rule as it was seen first: what is one and the same need not be compared."""
        return self._rules.setdefault(rule, rule)

    def _parts(self) -> Iterator[range]:
        """The places of the visits, some at once."""
        visits = len(self.past.cases)
        for first in range(0, visits, AT_ONCE):
            yield range(first, min(visits, first + AT_ONCE))

    def _prepare(self, rules: Sequence[Rule]) -> Iterator[int]:
        """Find out what stops each rule on each visit, as far as it is not known yet."""
        yield from self.fill(rules)
        new = [rule for rule in dict.fromkeys(rules) if rule not in self._stopped]
        if not new:
            return
        tables = {rule: list[Stopped | None]() for rule in new}
        ready = [(self._sieve.take_apart(rule), tables[rule]) for rule in new]
        for part in self._parts():
            with uncollected():
                for rule, table in ready:
                    table.extend(self._sieve.look(rule, part))
            yield part.stop
        self._stopped.update(tables)

    def fill(self, rules: Sequence[Rule]) -> Iterator[int]:
        """Work out what some conditions ask for and takes long, once; `steps` does it by itself.

        Yields:
            How many visits are done.
        """
        for first_letters, fill in self.past.fill.items():
            if first_letters in self._filled or not _asks_for(rules, first_letters):
                continue
            for at, facts in enumerate(self._facts):
                self._facts[at] = fill(facts)
                if at % AT_ONCE == 0:
                    yield at
            self._filled.add(first_letters)
            self._sieve = self._new_sieve()
            self._stopped.clear()
            self._judged.clear()


def _with(case: Case, facts: Facts) -> Case:
    """The same visit with facts in which more is worked out."""
    return case if case.facts is facts else replace(case, facts=facts)


class _Replay:
    """Gives, visit by visit, what the rules offer.

    Args:
        known: what was judged in runs before; added to.
    """

    def __init__(
        self, past: Past, rules: Sequence[Rule], options: Options, known: Remembered
    ) -> None:
        self._rules = rules
        self._count_groups = {
            rule.id for rule in rules if any(cap.counted is Among.GROUP for cap in rule.caps)
        }
        self._options = options
        self._known = known
        self._ledger = Scratch(past)
        self._shelf = ScratchShelf(past, options.shelf)
        self._number = len(past.before) + 1

    def live(self, at: int, case: Case, stopped: Mapping[str, Stopped]) -> Lived:
        """Live through the visit that stands at a place."""
        facts = case.facts
        self._shelf.until(facts.now)
        if self._options.keep_real:
            for row in case.real:
                self._count(row)
        own = self._ledger.own(facts)
        alive = self._alive(stopped, own)
        if not alive:
            return Lived(case, stopped)
        ledger = Ledger(own, self._ledger.tallies(alive, facts), resting=case.resting)
        judged = self._known.judge(at, facts, alive, ledger, self._shelf.gifts)
        given = self._given(at, case, judged)
        for row in given:
            self._count(row)
        return Lived(case, stopped, judged.result, given)

    def _given(self, at: int, case: Case, judged: Judged) -> tuple[Redemption, ...]:
        taking = self._options.taking
        if taking not in judged.given:
            number = self._number + at * MOST_LINES
            lines = _lines(case.facts, self._taken(case, judged.result.offers), number)
            if taking is Taking.AS_RECORDED:
                at_once = held_at_once(case.facts, self._rules, lines)
                lines += _lines(case.facts, self._taken(case, at_once), number + len(lines))
            judged.given[taking] = lines
        return judged.given[taking]

    def _alive(self, stopped: Mapping[str, Stopped], own: Sequence[Redemption]) -> tuple[Rule, ...]:
        """The rules that might fire, and those that matter to what they may give."""
        promised = {row.rule for row in own if _is_coupon(row)}
        if len(stopped) == len(self._rules) and not promised:
            return ()
        alive = [rule for rule in self._rules if rule.id not in stopped]
        groups = {rule.group for rule in alive if rule.id in self._count_groups} - {""}
        return tuple(
            rule
            for rule in self._rules
            if rule.id not in stopped or rule.group in groups or rule.id in promised
        )

    def _taken(self, case: Case, offers: Sequence[Offer]) -> Sequence[Offer]:
        if self._options.taking is Taking.FIRST:
            return offers[:1]
        # The use of a coupon is known by the line that earned it: numbers differ here.
        really = {_known_by(row.offer, row.period_key) for row in case.real}
        return [one for one in offers if _known_by(one.id, one.period_key) in really]

    def _count(self, row: Redemption) -> None:
        self._ledger.add(row)
        self._shelf.take(row.gift)


def _lines(facts: Facts, offers: Iterable[Offer], number: int) -> tuple[Redemption, ...]:
    return tuple(line(facts, offer, n) for n, offer in enumerate(offers, number))


def line(facts: Facts, offer: Offer, number: int) -> Redemption:
    """The line the ledger would get when an offer is given on a visit."""
    cost, value = offer.cost.amount, offer.value.amount
    worth = _worth(facts, offer)
    if worth is not None:
        cost = value = min(worth, cost)
    return Redemption(
        id=number,
        # As at the counter: the use of a coupon names the line that earned it by this key.
        key=f"{facts.visit_uid}/{offer.rule.id}/{offer.beneficiary}",
        rule=offer.rule.id,
        version=offer.rule.version,
        customer=facts.customer.id,
        household=facts.customer.household,
        beneficiary=offer.beneficiary,
        celebration_year=offer.celebration_year,
        period_key=offer.period_key,
        visit=facts.visit_uid,
        day=facts.today,
        state=RedemptionState.GIVEN,
        cost=cost,
        value=value,
        currency=offer.cost.currency,
        gift=offer.effect.taken_from_shelf,
        staff=facts.staff,
        till=facts.till,
        offer=offer.id,
        reason=offer.explanation,
    )


def _known_by(offer: str, period_key: str) -> str:
    return period_key if period_key.startswith(COUPON_USE) else offer


def _worth(facts: Facts, offer: Offer) -> int | None:
    """What a discount really came to; None where the most it may come to stays set aside."""
    effect, basket = offer.effect, facts.basket
    if basket is None or not effect.is_discount or effect.turn is Turn.NEVER:
        return None
    if all(line.amount is None for line in basket.lines):
        return None
    return settle([effect], basket, facts.shop.currency).taken[0].amount


def _is_coupon(row: Redemption) -> bool:
    effect = row.reason.get("effect")
    return isinstance(effect, Mapping) and effect.get("kind") == "coupon"


def _without_budgets(rule: Rule, options: Options) -> Rule:
    if options.budgets or rule.state is not RuleState.ACTIVE:
        return rule
    counted = tuple(cap for cap in rule.caps if cap.unit is Unit.COUNT)
    return rule if counted == rule.caps else replace(rule, caps=counted)


def _asks_for(rules: Sequence[Rule], first_letters: str) -> bool:
    parts = (part for rule in rules for part in everywhere(rule.when))
    return any(part.kind.startswith(first_letters) for part in parts)
