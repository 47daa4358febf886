"""Facts, rulebook and ledger in; Offers, and a sentence for every other Rule, out.

Pure: no clock, no database, no chance. Nothing is patched: when the basket or a Fact changes,
everything is evaluated again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pos_companion.rules.contest import contest
from pos_companion.rules.coupons import held_coupons
from pos_companion.rules.explain import explain_json, phrase_to_json
from pos_companion.rules.facts import Answer, Facts
from pos_companion.rules.guards import (
    refused_by_approval,
    refused_by_conditions,
    refused_by_guards,
)
from pos_companion.rules.ledger import Ledger
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.offering import Candidate, Choice, choices, make_offers
from pos_companion.rules.results import Evaluation, Offer, WhyNot
from pos_companion.rules.rule import Rule
from pos_companion.rules.settle import taken_off_already


def evaluate(facts: Facts, rulebook: Sequence[Rule], ledger: Ledger) -> Evaluation:
    """Find what fits this customer now.

    Args:
        facts: the snapshot; nothing else is looked at.
        rulebook: one version of every rule, in any order.
        ledger: what caps and budgets are counted over, without what this card has in hand.

    Returns:
        The Offers, best first: by priority, then the window that ends sooner, then lower cost,
        then rule id; further gifts of a choice stand right behind the first. And for every rule
        without an Offer its first reason, with the whole tree of answers.
    """
    off = taken_off_already(facts, ledger)
    # As they are, they keep what was worked out of them already.
    facts = facts if off == facts.off else replace(facts, off=off)
    weighing = _Weighing(facts, ledger, rulebook)
    candidates: list[Candidate] = []
    to_approve: list[Offer] = []
    why_not: list[WhyNot] = []
    for rule in rulebook:
        found, reason = weighing.weigh(rule)
        if reason is not None:
            why_not.append(reason)
        for candidate in found:
            approval = refused_by_approval(candidate.rule, candidate.facts)
            asking = [] if approval is None else make_offers(candidate, approval.code)
            if approval is None or any(one.id in facts.approved for one in asking):
                candidates.append(candidate)
            else:
                to_approve += asking
                why_not.append(_why_not(rule, approval, candidate.answer))
    winners, losers = contest(candidates, facts.shop.gestures_per_visit)
    promised = held_coupons(facts, rulebook, ledger, weighing.limits)
    given = [offer for candidate in winners for offer in make_offers(candidate)]
    # The sort is stable: promises stand behind what their rule's neighbours offer today.
    offers = tuple(sorted([*given, *promised], key=_place))
    why_not += [
        _why_not(candidate.rule, refusal, candidate.answer) for candidate, refusal in losers
    ]
    fired = {offer.rule.id for offer in offers}
    reasons = tuple(_once_per_rule(reason for reason in why_not if reason.rule.id not in fired))
    return Evaluation(offers, reasons, tuple(sorted(to_approve, key=_place)))


class _Weighing:
    """What is worked out once and used by all rules of one evaluation."""

    def __init__(self, facts: Facts, ledger: Ledger, rulebook: Sequence[Rule]) -> None:
        self.limits = Limits(facts, ledger, rulebook)
        self._facts = facts
        self._ledger = ledger
        self._about: dict[tuple[str, int, int], Facts] = {}

    def weigh(self, rule: Rule) -> tuple[list[Candidate], WhyNot | None]:
        """All that a rule offers, one candidate per celebration; or its first reason why not."""
        found: list[Candidate] = []
        first: WhyNot | None = None
        for facts in self._views(rule):
            answer = rule.when.judge(facts)
            fitting = self._choices(rule, facts, answer)
            if isinstance(fitting, Refusal):
                first = first or _why_not(rule, fitting, answer)
            elif answer.beneficiary not in {one.answer.beneficiary for one in found}:
                found.append(Candidate(rule, facts, answer, tuple(fitting)))
        return found, None if found else first

    def _views(self, rule: Rule) -> list[Facts]:
        """The facts as seen for each celebration that brings the rule about; else as they are."""
        views = []
        for occasion in rule.when.occasions(self._facts):
            told = occasion.celebration
            key = (occasion.being.key, told.customer, told.n)
            if key not in self._about:
                self._about[key] = self._facts.for_celebration(occasion)
            views.append(self._about[key])
        return views or [self._facts]

    def _choices(self, rule: Rule, facts: Facts, answer: Answer) -> list[Choice] | Refusal:
        refusal = refused_by_guards(rule, facts, self._ledger)
        refusal = refusal or refused_by_conditions(rule, answer)
        return refusal or choices(rule, facts, answer, self.limits)


def _place(offer: Offer) -> int:
    return offer.rule.priority


def _why_not(rule: Rule, refusal: Refusal, answer: Answer) -> WhyNot:
    explanation = {
        "rule": rule.id,
        "version": rule.version,
        "code": refusal.code,
        "with": dict(refusal.values),
        "sentence": phrase_to_json(refusal.sentence),
        "when": explain_json(rule.when, answer),
    }
    return WhyNot(rule, refusal.code, refusal.sentence, explanation)


def _once_per_rule(reasons: Iterable[WhyNot]) -> Iterable[WhyNot]:
    seen = set()
    for reason in reasons:
        if reason.rule.id not in seen:
            seen.add(reason.rule.id)
            yield reason
