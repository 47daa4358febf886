"""What gifts cost, in words."""

from datetime import date

from PySide6.QtWidgets import QApplication

from pos_companion.insight.gesture_costs import costs
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.services.gesture_costs import BudgetUse, CostReport, OwnUse
from pos_companion.services.report_days import Days
from tests.gesture_days import ShopDays
from tests.ui.office.given.conftest import Texts
from ui.office.given.costs import cost_panels

DAYS = Days(date(2025, 8, 24), date(2025, 11, 21))
MONTHLY = Cap(Scope.RULE, Period.MONTH, 2000, Unit.COST)
ROLLING = Cap(Scope.RULE, Period.ROLLING, 500, Unit.COST, 14)


def eur(cents: int) -> Money:
    return Money(cents, "EUR")


def report(shop: ShopDays, **more: object) -> CostReport:
    values: dict[str, object] = {"budgets": (), "own": (), "per_day": eur(1000), **more}
    sums = costs(shop.gestures, shop.visits)
    return CostReport(DAYS, "EUR", sums, {"thanks": "Thanks"}, **values)  # type: ignore[arg-type]


def test_the_finding_says_money_people_and_share(qapp: QApplication, texts: Texts) -> None:
    shop = ShopDays()
    shop.give(shop.visit(1), reason="waited")
    shop.give(shop.visit(2), exception="yes_anyway")
    shop.visit(3)
    said = texts(cost_panels(report(shop)))
    assert said[:4] == [
        "€1.00 for 2 gifts to 2 people",
        "10% of what these visits sold; known for 2 of 2 visits",
        "6.7% of all sales of these days; known for 3 of 3 visits",
        "1 of them went beyond the rules: €0.50",
    ]
    assert "€1.00 · 2 times · 10% of sales" in said
    assert "They had to wait" in said
    assert said[-1] == "One by one they stand with the gift rules."


def test_what_is_not_known_is_said_and_no_share_is_made_up(
    qapp: QApplication, texts: Texts
) -> None:
    shop = ShopDays()
    shop.give(shop.visit(1))
    shop.visits.clear()
    said = texts(cost_panels(report(shop, other_money=2)))
    assert "Share of what these visits sold: not known, the till told no amounts" in said
    assert "Share of all sales of these days: not known" in said
    assert "2 gifts in another currency are not counted here" in said
    assert "€0.50 · 1 time" in said
    assert "By reason" not in said


def test_budgets_say_what_was_used_and_how_many_are_untouched(
    qapp: QApplication, texts: Texts
) -> None:
    budgets = (
        BudgetUse("thanks", MONTHLY, eur(720), eur(2000)),
        BudgetUse("thanks", ROLLING, eur(60), eur(500)),
        BudgetUse("cake", MONTHLY, eur(0), eur(900)),
    )
    own = (OwnUse("Sam", 3, eur(650), 2, eur(550)),)
    said = texts(cost_panels(report(ShopDays(), budgets=budgets, own=own)))
    assert said[0] == "Nothing was given in these days."
    assert "Thanks, this month" in said
    assert "€7.20 of €20.00" in said
    assert "Thanks, within 14 days" in said
    assert "As of today; 1 more is untouched." in said
    assert "€5.50 · €6.50 in all, on 2 days" in said
    assert "Each colleague may give €10.00 a day without asking." in said
