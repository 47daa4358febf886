"""What goes with the report of a simulation: names of people, and a table for other programs."""

import csv
import io
from collections.abc import Iterable, Mapping

from babel.numbers import get_currency_precision

from pos_companion.model.money import Money
from pos_companion.rules import Rule
from pos_companion.services import Shop
from pos_companion.services.simulation import Simulated

_COLUMNS = (
    "rule", "name", "visits_qualified", "visits_offered", "given", "expected", "people",
    "households", "cost", "value", "currency", "budget_out", "stock_out", "given_today",
    "cost_today", "blocked", "unknown",
)  # fmt: skip
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def names_of(shop: Shop, customers: Iterable[int]) -> dict[int, str]:
    """What customers are called, by number; those not in the records any more are left out."""
    found = {number: shop.storage.people.get(number) for number in customers}
    return {
        number: one.name or one.called or one.description for number, one in found.items() if one
    }


def as_csv(simulated: Simulated, rules: Iterable[Rule]) -> str:
    """A line for each rule; amounts in the currency's whole units, days as ISO dates."""
    named = {rule.id: rule.name for rule in rules}
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    for one in simulated.report.rules:
        before = simulated.today.of(one.rule)
        table.writerow([
            _plain(one.rule), _plain(named.get(one.rule, "")), one.qualified, one.offered,
            one.given, "" if one.accepted is None else one.accepted, one.people, one.households,
            _amount(one.cost), _amount(one.value), one.cost.currency, one.budget_out or "",
            one.stock_out or "", before.given if before else 0,
            _amount(before.cost) if before else 0, _counts(one.blocked), _counts(one.unknown),
        ])  # fmt: skip
    return out.getvalue()


def _amount(money: Money) -> str:
    exponent = get_currency_precision(money.currency)
    sign, size = ("-" if money.amount < 0 else ""), abs(money.amount)
    if not exponent:
        return f"{sign}{size}"
    return f"{sign}{size // 10**exponent}.{size % 10**exponent:0{exponent}d}"


def _counts(counted: Mapping[str, int]) -> str:
    return " ".join(f"{code}={count}" for code, count in counted.items())


def _plain(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
