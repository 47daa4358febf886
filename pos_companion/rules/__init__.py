"""WHEN and WHAT: Rules judge frozen Facts; pure, without clock, database or chance.

A Rule is Conditions and Effects. Judged against Facts it becomes an Offer, or a reason why not.
An accepted Offer leaves a Redemption, and every cap and budget is counted over those.
"""

from pos_companion.rules.facts import Answer, Facts, Verdict
from pos_companion.rules.ledger import Ledger, Redemption, RedemptionState, Tally
from pos_companion.rules.occasions import SELF
from pos_companion.rules.parts import Condition, Effect, Turn
from pos_companion.rules.results import Evaluation, Offer, WhyNot
from pos_companion.rules.rule import Among, Cap, GroupMode, Period, Rule, RuleState, Scope, Unit
from pos_companion.rules.ticket import Ticket, TicketLine

__all__ = [
    "SELF",
    "Among",
    "Answer",
    "Cap",
    "Condition",
    "Effect",
    "Evaluation",
    "Facts",
    "GroupMode",
    "Ledger",
    "Offer",
    "Period",
    "Redemption",
    "RedemptionState",
    "Rule",
    "RuleState",
    "Scope",
    "Tally",
    "Ticket",
    "TicketLine",
    "Turn",
    "Unit",
    "Verdict",
    "WhyNot",
]
