"""What was given already, as far back as the limits of the rules look."""

from collections.abc import Iterable, Sequence
from datetime import date

from pos_companion.model.people import Customer
from pos_companion.rules import Among, Cap, Ledger, Period, Redemption, RedemptionState, Rule
from pos_companion.rules.limits import SHOP_WIDE
from pos_companion.rules.own_budget import OWN
from pos_companion.rules.periods import first_day
from pos_companion.services import Shop

_NOES_TO_REST = 2


def ledger_for(shop: Shop, customer: Customer, rules: Sequence[Rule], visit_uid: str) -> Ledger:
    """What this customer, their household and the whole shop were given already.

    Args:
        rules: whose caps will be asked; the cashier's own budget is always counted.
    """
    own = shop.storage.ledger.own(customer.id, customer.household)
    said_no = [row for row in own if row.state is RedemptionState.DECLINED]
    return Ledger(
        own=tuple(row for row in own if row.state is not RedemptionState.DECLINED),
        shop=shop.storage.ledger.tallies(_counted(rules), _since(shop, rules)),
        declined=frozenset(row.rule for row in said_no if row.visit == visit_uid),
        resting=resting(own, customer.id, visit_uid),
    )


def resting(rows: Iterable[Redemption], customer: int, visit_uid: str) -> frozenset[str]:
    """The rules a customer said no to on their last two occasions, this visit left out.

    Args:
        rows: in the order they were written.
    """
    noes: dict[str, dict[str, bool]] = {}
    for row in rows:
        if row.customer == customer and row.visit != visit_uid:
            said_no = row.state is RedemptionState.DECLINED
            visits = noes.setdefault(row.rule, {})
            visits[row.visit] = visits.get(row.visit, True) and said_no
    return frozenset(
        rule
        for rule, visits in noes.items()
        if len(visits) >= _NOES_TO_REST and all(list(visits.values())[-_NOES_TO_REST:])
    )


def _counted(rules: Sequence[Rule]) -> list[str]:
    """The ids of the rules whose sums over the shop some cap looks at."""
    caps = [(rule, cap) for rule in rules for cap in rule.caps if cap.scope in SHOP_WIDE]
    ids = {rule.id for rule, _ in caps} | {OWN}
    groups = {rule.group for rule, cap in caps if cap.counted is Among.GROUP} - {""}
    of_all = any(cap.counted is Among.ALL for _, cap in caps)
    return sorted(ids | {rule.id for rule in rules if of_all or rule.group in groups})


def _since(shop: Shop, rules: Sequence[Rule]) -> date:
    """The first day any cap over the whole shop looks at."""
    caps = [cap for rule in rules for cap in rule.caps if cap.scope in SHOP_WIDE]
    today = shop.today
    return min((_begins(cap, today) for cap in caps), default=today)


def _begins(cap: Cap, today: date) -> date:
    if cap.period is Period.VISIT:
        return today
    # The week may begin on any day; six more days are no trouble.
    return first_day(cap, today, (today.weekday() + 1) % 7) or date.min
