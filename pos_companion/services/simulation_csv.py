"""The report of a simulation as a table for spreadsheets, one line a rule."""

from decimal import Decimal

from babel.numbers import get_currency_precision

from pos_companion.i18n import N_, Phrase, words
from pos_companion.model.money import Money
from pos_companion.rules.simulate.report import RuleReport
from pos_companion.services import Shop
from pos_companion.services.csv_out import csv_text
from pos_companion.services.simulation import Simulated

_TITLES = (
    N_("Rule"), N_("Name"), N_("Fits"), N_("Offered"), N_("Given"), N_("Given, guessed"),
    N_("More than today"), N_("Cost"), N_("Value"), N_("People"), N_("Households"),
    N_("Budget used up"), N_("Shelf empty"), N_("Stopped by"), N_("Lost to"), N_("Not known"),
)  # fmt: skip


def report_csv(shop: Shop, simulated: Simulated) -> str:
    """The whole report; amounts with a decimal point, in the shop's currency.

    Args:
        simulated: of `services.simulation`.
    """
    names = {rule.id: rule.name for rule in shop.storage.rulebook.rules()}
    more = {one.rule: one.given for one in simulated.differences}
    rows = [
        _row(one, words(Phrase(names.get(one.rule, one.rule))), more.get(one.rule, 0))
        for one in simulated.report.rules
    ]
    titles = [words(Phrase(title)) for title in _TITLES]
    return csv_text(titles, rows)


def _row(rule: RuleReport, name: str, more: int) -> list[object]:
    return [
        rule.rule,
        name,
        rule.qualified,
        rule.offered,
        rule.given,
        rule.accepted,
        more,
        _amount(rule.cost),
        _amount(rule.value),
        rule.people,
        rule.households,
        rule.budget_out,
        rule.stock_out,
        _pairs(rule.blocked),
        _pairs(rule.lost_to),
        _pairs(rule.unknown),
    ]


def _amount(money: Money) -> str:
    exponent = get_currency_precision(money.currency)
    return str(Decimal(money.amount).scaleb(-exponent))


def _pairs(counted: object) -> str:
    pairs = counted.items() if isinstance(counted, dict) else ()
    return "; ".join(f"{what} {count}" for what, count in pairs)
