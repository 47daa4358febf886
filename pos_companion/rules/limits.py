"""Caps and budgets, counted over Redemptions every time; nothing is ever stored as a counter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import limit_words
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption, Tally
from pos_companion.rules.occasions import SELF
from pos_companion.rules.once import COUPON_USE, Wish, milestone_key, same_being
from pos_companion.rules.periods import first_day, next_start
from pos_companion.rules.rule import Among, Cap, Period, Rule, Scope, Unit

_PER_RULE_AND_VISIT = Cap(Scope.RULE, Period.VISIT, 1)
SHOP_WIDE = frozenset({Scope.RULE, Scope.GROUP, Scope.ALL, Scope.STAFF, Scope.TILL, Scope.SHOP})
"""Scopes that are counted over tallies of the whole shop."""
_ONE_GAVE_IT = frozenset({Scope.STAFF, Scope.TILL})

# Two celebrations of one kind are a year apart; a date that was edited meanwhile may look nearer.
_SAME_CELEBRATION_DAYS = 270


@dataclass(frozen=True)
class Refusal:
    """Why something may not be given: a code, a sentence, and its parameters as JSON values."""

    code: str
    sentence: Phrase
    values: Mapping[str, object] = field(default_factory=dict)


class Limits:
    """The ledger, sorted once for all rules of one evaluation.

    Args:
        rulebook: tells which rules belong to one group.
    """

    def __init__(self, facts: Facts, ledger: Ledger, rulebook: Sequence[Rule] = ()) -> None:
        self._facts = facts
        self._groups: dict[str, list[str]] = defaultdict(list)
        for rule in rulebook:
            self._groups[rule.group].append(rule.id)
        self._own: dict[str, list[Redemption]] = defaultdict(list)
        self._shop: dict[str, list[Tally]] = defaultdict(list)
        self._sums: dict[tuple[object, ...], Tally] = {}
        self._this_visit = []
        for row in ledger.own:
            if not row.state.counts:
                continue
            self._own[row.rule].append(row)
            if row.visit == facts.visit_uid:
                self._this_visit.append(row)
        for tally in ledger.shop:
            self._shop[tally.rule].append(tally)

    def refusal(self, wish: Wish) -> Refusal | None:
        """The first limit that leaves no room; None when it may be given.

        The visit comes first, then milestones, then the caps of the rule in their order.
        """
        return (
            self.visit_is_full(wish.is_discount) or self._milestone_was(wish) or self._capped(wish)
        )

    def left(self, cap: Cap, wish: Wish) -> Money:
        """How much money of a budget is left; never below nothing."""
        by_cost = cap.unit is Unit.COST
        used = sum(part.cost if by_cost else part.value for part in self._parts(cap, wish))
        return Money(max(0, cap.limit - used), wish.cost.currency)

    def budget_of(self, wish: Wish) -> Phrase | None:
        """What is left of the tightest budget before this is given; None without a budget."""
        money = [cap for cap in wish.rule.caps if cap.unit is not Unit.COUNT]
        lefts = [(self.left(cap, wish), at, cap.period) for at, cap in enumerate(money)]
        if not lefts:
            return None
        left, _, period = min(lefts, key=lambda one: (one[0].amount, one[1]))
        return limit_words.left_of(period, left, wish.cost)

    def last_given(self, gift: int | None, offer: str) -> date | None:
        """When the customer or the household last had this gift, or took this very offer."""
        rows = (row for own in self._own.values() for row in own)
        days = (
            row.day
            for row in rows
            if (row.gift == gift if gift is not None else row.offer == offer)
        )
        return max(days, default=None)

    def visit_is_full(self, is_discount: bool, besides: str = "") -> Refusal | None:
        """Whether one more gesture, or one more discount, is too much for this visit.

        Args:
            besides: key of a line that is not counted: a coupon used at once is one discount.
        """
        shop = self._facts.shop
        rows = [row for row in self._this_visit if not besides or row.key != besides]
        if len(rows) >= shop.gestures_per_visit:
            return Refusal("cap_all", limit_words.visit_is_full(shop.gestures_per_visit))
        discounts = sum(row.is_discount for row in rows)
        if is_discount and discounts >= shop.discounts_per_visit:
            return Refusal("cap_discounts", limit_words.discounts_are_full(discounts))
        return None

    def _milestone_was(self, wish: Wish) -> Refusal | None:
        if not wish.milestone:
            return None
        key = milestone_key(wish.milestone, self._facts)
        own = [*self._own[wish.rule.id]]
        if wish.is_apology:
            # One thing that went wrong is made good once, by whichever rule.
            own = [row for rows in self._own.values() for row in rows]
        for row in own:
            if row.period_key == key:
                return self._already(row, wish)
        return None

    def _capped(self, wish: Wish) -> Refusal | None:
        caps = wish.rule.caps
        if not any(cap.period is Period.VISIT for cap in caps):
            caps = (_PER_RULE_AND_VISIT, *caps)
        return next(filter(None, (self._reached(cap, wish) for cap in caps)), None)

    def _reached(self, cap: Cap, wish: Wish) -> Refusal | None:
        if cap.unit is not Unit.COUNT:
            return self._budget(cap, wish)
        parts = self._parts(cap, wish)
        used = sum(part.count if isinstance(part, Tally) else 1 for part in parts)
        if used < cap.limit:
            return None
        rows = self._rows(cap, wish)
        latest = max(rows, key=lambda row: (row.day, row.id), default=None)
        return self._count_refusal(cap, wish, latest)

    def _parts(self, cap: Cap, wish: Wish) -> Sequence[Redemption | Tally]:
        # Only the visit and the celebration look beyond what tallies know: whose and which it was.
        if cap.scope in SHOP_WIDE and cap.period is not Period.VISIT:
            return [self._tallied(cap, wish)]
        return self._rows(cap, wish)

    def _budget(self, cap: Cap, wish: Wish) -> Refusal | None:
        needed = wish.cost if cap.unit is Unit.COST else wish.value
        left = self.left(cap, wish)
        if left >= needed:
            return None
        values = {"left": left.amount, "needed": needed.amount, "currency": needed.currency}
        code = f"budget_{cap.period.value}"
        return Refusal(code, limit_words.budget(cap.period, left, needed), values)

    def _count_refusal(self, cap: Cap, wish: Wish, latest: Redemption | None) -> Refusal:
        facts = self._facts
        if cap.period is Period.VISIT:
            return Refusal(f"cap_{cap.scope}", Phrase(N_("This was already given on this visit.")))
        if cap.scope is Scope.HOUSEHOLD and latest is not None:
            who = self._name_of(latest)
            phrase = limit_words.household(who, latest.day, facts.today)
            values = {"who": latest.customer, "when": latest.day.isoformat()}
            return Refusal("cap_household", phrase, values)
        if cap.limit == 1 and latest is not None and cap.scope not in SHOP_WIDE:
            return self._already(latest, wish)
        again = next_start(cap.period, facts.today, facts.first_weekday)
        values = {"limit": cap.limit, "period": cap.period.value}
        phrase = limit_words.count(cap, again, facts.today)
        return Refusal(f"cap_{cap.scope}", phrase, values)

    def _already(self, row: Redemption, wish: Wish) -> Refusal:
        being = self._facts.beings.get(wish.beneficiary, self._facts.beings[SELF])
        phrase = limit_words.already_given(being.called, row.day, self._facts.today)
        return Refusal("already_given", phrase, {"date": row.day.isoformat()})

    def _name_of(self, row: Redemption) -> str | Phrase:
        if row.customer != self._facts.customer.id:
            for member in self._facts.members:
                if member.customer == row.customer and member.name and not member.gone:
                    return member.name
            return Phrase(N_("Somebody at home"))
        return self._facts.beings[SELF].called

    def _rows(self, cap: Cap, wish: Wish) -> list[Redemption]:
        """The customer's and the household's rows that a cap counts."""
        facts = self._facts
        rows = [
            row
            for rule in self._counted(cap, wish, self._own)
            for row in self._own.get(rule, ())
            if not row.period_key.startswith(COUPON_USE)
        ]
        if cap.scope is Scope.PERSON:
            rows = [row for row in rows if row.customer == facts.customer.id]
        elif cap.scope is Scope.BENEFICIARY:
            who = same_being(wish.beneficiary, facts.customer.id, facts)
            rows = [row for row in rows if same_being(row.beneficiary, row.customer, facts) == who]
        elif cap.scope is Scope.HOUSEHOLD:
            # What a shared pet was given with another owner is no gift to this household.
            ours = (facts.customer.id, facts.customer.household)
            rows = [row for row in rows if row.customer == ours[0] or row.household == ours[1]]
        if cap.period is Period.VISIT:
            return [row for row in rows if row.visit == facts.visit_uid]
        if cap.period is Period.CELEBRATION and wish.celebration_year:
            return [row for row in rows if self._same_celebration(row, wish)]
        start = first_day(cap, facts.today, facts.first_weekday)
        return [row for row in rows if start is None or row.day >= start]

    def _same_celebration(self, row: Redemption, wish: Wish) -> bool:
        if row.celebration_year == wish.celebration_year:
            return True
        return abs((self._facts.today - row.day).days) < _SAME_CELEBRATION_DAYS

    def _counted(self, cap: Cap, wish: Wish, all_of_them: Iterable[str]) -> list[str]:
        """The ids of the rules whose rows a cap counts."""
        if cap.counted is Among.ALL:
            return list(all_of_them)
        if cap.counted is Among.GROUP and wish.rule.group:
            return self._groups.get(wish.rule.group) or [wish.rule.id]
        return [wish.rule.id]

    def _tallied(self, cap: Cap, wish: Wish) -> Tally:
        """What the whole shop gave in the period of a cap, in one sum; worked out once."""
        start = first_day(cap, self._facts.today, self._facts.first_weekday)
        whose = {Scope.STAFF: self._facts.staff, Scope.TILL: self._facts.till}.get(cap.scope)
        rules = self._counted(cap, wish, self._shop)
        key = (
            cap.counted is Among.ALL or tuple(rules),
            cap.scope in _ONE_GAVE_IT and cap.scope,
            start,
        )
        if key not in self._sums:
            inside = [
                tally
                for rule in rules
                for tally in self._shop.get(rule, ())
                if (start is None or tally.day >= start)
                and (whose is None or whose == _giver(tally, cap.scope))
            ]
            self._sums[key] = Tally(
                wish.rule.id,
                self._facts.today,
                whose or "",
                count=sum(tally.count for tally in inside),
                cost=sum(tally.cost for tally in inside),
                value=sum(tally.value for tally in inside),
            )
        return self._sums[key]


def _giver(tally: Tally, scope: Scope) -> str:
    return tally.staff if scope is Scope.STAFF else tally.till
