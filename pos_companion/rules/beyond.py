"""What can be given although a Rule says no: always possible, never unseen.

Conditions, dates, caps, budgets and open concerns may be passed over by whoever stands at the
counter; the ledger flags it for a manager. Firm are: somebody is gone, wants no gifts or has a
tender time, a rule not in use, an empty shelf, and what does not suit them.
"""

from dataclasses import replace

from pos_companion.model.shop import WhileConcernOpen
from pos_companion.rules.facts import Facts
from pos_companion.rules.guards import refused_firmly
from pos_companion.rules.ledger import Ledger
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.occasions import SELF
from pos_companion.rules.offering import Candidate, choices, make_offers
from pos_companion.rules.results import Offer, WhyNot


def offers_beyond(why: WhyNot, facts: Facts) -> tuple[Offer, ...]:
    """What a rule that says no would give, best first; empty when a firm reason stands against it.

    Returns:
        Offers that `need` the reason why the rule said no. None of them takes a once-only place,
        for somebody else may have it by right.
    """
    rule = why.rule
    if refused_firmly(rule, facts) is not None:
        return ()
    occasion = next(iter(rule.when.occasions(facts)), None)
    seen = facts if occasion is None else facts.for_celebration(occasion)
    seen = replace(seen, shop=replace(facts.shop, while_concern_open=WhileConcernOpen.NOTHING))
    answer = rule.when.judge(seen)
    if not answer.is_yes:
        answer = replace(answer, beneficiary=seen.beneficiary or SELF, milestone="")
    unlimited = replace(rule, caps=())
    found = choices(unlimited, seen, replace(answer, milestone=""), Limits(seen, Ledger()))
    if isinstance(found, Refusal):
        return ()
    offers = make_offers(Candidate(rule, seen, answer, tuple(found)), needs=why.code)
    return tuple(_unbound(offer, why) for offer in offers)


def _unbound(offer: Offer, why: WhyNot) -> Offer:
    tree = {**why.explanation, **offer.explanation, "needs": why.code}
    return replace(offer, reason=why.sentence, period_key="", explanation=tree)
