"""What was given and stays given, although it is more than the caps allow by now."""

from collections.abc import Sequence
from dataclasses import replace

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import Facts, Ledger, Redemption, Rule
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.once import Wish
from pos_companion.services import Shop
from pos_companion.services.look_up import open_card


def too_many(shop: Shop, customer: int, before: Sequence[Redemption]) -> dict[int, Refusal]:
    """Which lines are more than the caps allow since they are a customer's, or of another day.

    Args:
        before: the lines as they were.

    Returns:
        Why, by the number of the line.
    """
    found = open_card(shop, customer)
    rules = {rule.id: rule for rule in found.rules}
    facts = replace(found.facts, visit_uid="")
    by_id = {row.id: row for row in found.ledger.own}
    refusals = {}
    for was in before:
        row = by_id.get(was.id)
        if row is None or not row.state.counts or row.rule not in rules:
            continue
        refusal = _why(row, rules[row.rule], facts, found.ledger.own)
        if refusal is None and was.period_key and not row.period_key:
            refusal = Refusal("already_given", Phrase(N_("They had this already.")))
        if refusal is not None:
            refusals[row.id] = refusal
    return refusals


def _why(row: Redemption, rule: Rule, facts: Facts, own: Sequence[Redemption]) -> Refusal | None:
    """Why a line is one too many, on its own day or because of what came after it."""
    without = [one for one in own if one.id != row.id]
    for one in sorted(own, key=_when):
        if one.rule != row.rule or not one.state.counts or _when(one) < _when(row):
            continue
        refusal = _refusal(one, rule, facts, own)
        if refusal is not None and (one is row or _refusal(one, rule, facts, without) is None):
            return refusal
    return None


def _refusal(
    row: Redemption, rule: Rule, facts: Facts, own: Sequence[Redemption]
) -> Refusal | None:
    """What stood against a line by those that were there before it."""
    earlier = tuple(one for one in own if _when(one) < _when(row))
    wish = Wish(
        rule,
        row.beneficiary,
        Money(row.cost, row.currency),
        Money(row.value, row.currency),
        row.is_discount,
        row.celebration_year,
    )
    return Limits(replace(facts, today=row.day), Ledger(own=earlier)).refusal(wish)


def _when(row: Redemption) -> tuple[int, int]:
    return row.day.toordinal(), row.id
