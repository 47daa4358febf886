"""What an evaluation answers: Offers, and a reason for every Rule that makes none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_companion.i18n import Phrase
from pos_companion.model.money import Money
from pos_companion.rules.occasions import SELF
from pos_companion.rules.parts import Effect
from pos_companion.rules.rule import Rule


@dataclass(frozen=True)
class Offer:
    """A Rule that fits now.

    Attributes:
        id: rule and beneficiary, and for the further gifts of a choice their place in the rule;
            the same while the card is open.
        title: what is given.
        reason: why, for the heading of the panel.
        say: the words for the customer; their `{name}` and `{pet}` already filled in.
        cost: what it costs the shop at most.
        value: what it is worth to the customer.
        period_key: closes a once-only cap by the ledger's unique index; empty when there is none.
        private: what was left out and why, for the cashier's eyes; None when nothing was.
        on_the_till: what to press; None when the till need not know.
        explanation: plain JSON values to keep with the Redemption; `rules/explain.py`.
        needs: why it cannot be had without more, a reason code: a second person's yes
            (`needs_approval`, `staff_beneficiary`), or a yes against what the code says; empty
            when nothing stands in the way.
        budget: what it costs, and what is left of the tightest budget, for the cashier's eyes;
            None without a budget.
    """

    id: str
    rule: Rule
    effect: Effect
    title: Phrase
    reason: Phrase
    say: Phrase
    cost: Money
    value: Money
    beneficiary: str = SELF
    celebration_year: int = 0
    period_key: str = ""
    private: Phrase | None = None
    on_the_till: Phrase | None = None
    explanation: Mapping[str, object] = field(default_factory=dict)
    needs: str = ""
    budget: Phrase | None = None


@dataclass(frozen=True)
class WhyNot:
    """Why a Rule makes no Offer: a code for programs, a sentence for the cashier."""

    rule: Rule
    code: str
    sentence: Phrase
    explanation: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Evaluation:
    """All Offers that fit, the first to show in front, and a reason for every other Rule.

    Attributes:
        to_approve: what a second person has to agree to first; their rules stand in `why_not` too.
    """

    offers: tuple[Offer, ...] = ()
    why_not: tuple[WhyNot, ...] = ()
    to_approve: tuple[Offer, ...] = ()
