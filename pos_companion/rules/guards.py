"""What stands before every Offer, whatever the rule gives."""

from collections.abc import Mapping

from pos_companion.i18n import N_, Phrase
from pos_companion.model.facts import Discretion, Fact
from pos_companion.rules.explain import deciding
from pos_companion.rules.facts import Answer, Facts, Verdict
from pos_companion.rules.ledger import Ledger
from pos_companion.rules.limits import Refusal
from pos_companion.rules.once import APOLOGY
from pos_companion.rules.rule import Rule, RuleState
from pos_companion.rules.unknown import UNKNOWN_KIND

_STATES = {
    RuleState.DRAFT: Refusal("draft", Phrase(N_("This rule is a draft and not in use yet."))),
    RuleState.PAUSED: Refusal("paused", Phrase(N_("This rule is paused."))),
    RuleState.ENDED: Refusal("ended", Phrase(N_("This rule has ended."))),
}


def refused_by_guards(rule: Rule, facts: Facts, ledger: Ledger) -> Refusal | None:
    """What nobody may pass over, then validity, what was declined, what there is to make good.

    Returns:
        None when all is well.
    """
    return refused_firmly(rule, facts) or _refused_for_now(rule, facts, ledger)


def refused_firmly(rule: Rule, facts: Facts) -> Refusal | None:
    """Gone, opted out, a tender time, not in use: no kindness of a cashier goes beyond these."""
    customer, who = facts.customer, {"who": facts.beings["self"].called}
    if customer.gone:
        text = N_("They are no longer with us: nothing is offered.")
        return Refusal("sensitive", Phrase(text))
    if customer.no_offers:
        return Refusal("opted_out", Phrase(N_("{who} does not want gifts or discounts."), who))
    if customer.no_celebrations and rule.kind == "celebration":
        text = N_("They do not celebrate: no wishes and no celebration gifts.")
        return Refusal("opted_out", Phrase(text))
    if facts.tender is not None and rule.kind != APOLOGY:
        return _tender(facts.tender, who)
    return _STATES.get(rule.state)


def _refused_for_now(rule: Rule, facts: Facts, ledger: Ledger) -> Refusal | None:
    if rule.id in ledger.declined:
        return Refusal("declined", Phrase(N_("They said no to this on this visit.")))
    if rule.id in ledger.resting:
        text = N_("They said no to this twice in a row. It rests until somebody offers it anew.")
        return Refusal("declined", Phrase(text), {"resting": True})
    return _outside_its_dates(rule, facts) or _nothing_to_make_good(rule, facts)


def _nothing_to_make_good(rule: Rule, facts: Facts) -> Refusal | None:
    if rule.kind != APOLOGY or facts.to_make_good is not None:
        return None
    if facts.open_concerns:
        text = N_("Nobody looks after “{title}” yet. Say who, then make it good.")
        values = {"title": facts.open_concerns[0].title}
        return Refusal("unknown_fact", Phrase(text, values), {"fact": "concern_owner"})
    text = N_("Nothing went wrong that could be made good.")
    return Refusal("condition_false", Phrase(text))


def _tender(fact: Fact, who: Mapping[str, object]) -> Refusal:
    """No cheer now; putting something right is still right."""
    if fact.discretion is Discretion.LOCKED:
        return Refusal("sensitive", Phrase(N_("Nothing cheerful now, for a private reason.")))
    values = {**who, "until": fact.tender_until}
    if fact.tender_until is None:
        return Refusal("sensitive", Phrase(N_("Be gentle with {who}: nothing cheerful now."), who))
    text = N_("Be gentle with {who} until {until}: nothing cheerful before that.")
    return Refusal("sensitive", Phrase(text, values), {"until": fact.tender_until.isoformat()})


def refused_by_conditions(rule: Rule, answer: Answer) -> Refusal | None:
    """The first condition that does not hold, with its path; None when all do."""
    if answer.verdict is Verdict.YES:
        return None
    path, leaf = deciding(rule.when, answer)
    if answer.verdict is Verdict.UNKNOWN:
        code = UNKNOWN_KIND if leaf.code == UNKNOWN_KIND else "unknown_fact"
        return Refusal(code, answer.phrase, {"path": path, "fact": leaf.code})
    return Refusal(answer.code or "condition_false", answer.phrase, {"path": path})


def refused_by_approval(rule: Rule, facts: Facts) -> Refusal | None:
    """What a manager has to agree to first."""
    if facts.works_here:
        text = N_("They belong to a colleague’s household: a manager has to agree first.")
        return Refusal("staff_beneficiary", Phrase(text))
    if rule.needs_approval:
        return Refusal("needs_approval", Phrase(N_("A manager has to agree to this first.")))
    return None


def _outside_its_dates(rule: Rule, facts: Facts) -> Refusal | None:
    if rule.valid_from is not None and facts.today < rule.valid_from:
        values = {"day": rule.valid_from}
        text = N_("This rule begins on {day}.")
        return Refusal("not_started", Phrase(text, values), {"day": rule.valid_from.isoformat()})
    if rule.valid_through is not None and facts.today > rule.valid_through:
        values = {"day": rule.valid_through}
        text = N_("This rule ended on {day}.")
        return Refusal("ended", Phrase(text, values), {"day": rule.valid_through.isoformat()})
    return None
