"""What they spent over some time."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.currency import in_shop_currency

_REMEMBERED = 100
"""So many visits at most are looked at."""


class Within(StrEnum):
    """The time over which it is summed up, today included."""

    DAYS = "days"
    MONTH = "month"
    YEAR = "year"


WITHIN = {
    Within.DAYS: N_("the last days"),
    Within.MONTH: N_("this month"),
    Within.YEAR: N_("this year"),
}


@dataclass(frozen=True)
class SpendLately(Condition):
    """Their tickets of some time come to at least `amount`, tax included, this one with it.

    What is brought back subtracts, and what gestures take off this ticket does not count.
    """

    amount: Money = field(metadata={"label": N_("At least")})
    within: Within = field(
        default=Within.DAYS, metadata={"label": N_("Over which time"), "words": WITHIN}
    )
    days: int = field(
        default=30,
        metadata={"label": N_("How many days"), "unit": N_("days"), "least": 1, "most": 3660},
    )
    label = N_("They spent at least … lately")
    of_person = True
    sentence = N_("they spent at least {amount} in {within} ({days})")

    def judge(self, facts: Facts) -> Answer:
        """Unknown while a ticket without an amount could still decide it."""
        same_currency = in_shop_currency(self.amount, facts)
        if not same_currency.is_yes:
            return same_currency
        start = self._begins(facts.today)
        inside = [visit for visit in facts.visits if visit.day >= start]
        spent = Money(sum(visit.total for visit in inside), facts.shop.currency)
        if facts.basket is not None:
            off = Money(facts.off, facts.shop.currency)
            spent += facts.basket.total(facts.shop.currency) - off
        if spent >= self.amount:
            return Answer.of(True, N_("They spent {spent} lately"), spent=spent)
        if any(not visit.total for visit in inside) or len(inside) >= _REMEMBERED:
            text = N_("Not known yet: what did all their visits come to?")
            return Answer.unknown(text).coded("prices")
        text = N_("They spent {spent} since {start}; {missing} are missing.")
        return Answer.of(False, text, spent=spent, start=start, missing=self.amount - spent)

    def _begins(self, today: date) -> date:
        if self.within is Within.MONTH:
            return today.replace(day=1)
        if self.within is Within.YEAR:
            return today.replace(month=1, day=1)
        return today - timedelta(days=self.days - 1)
