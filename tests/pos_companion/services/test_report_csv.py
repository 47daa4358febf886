"""Reports as tables: counts and amounts, and no cell is a formula."""

import csv
from io import StringIO

from pos_companion.services import Shop
from pos_companion.services.fairness import fairness
from pos_companion.services.gesture_costs import gesture_costs
from pos_companion.services.report_csv import costs_csv, fairness_csv, signals_csv, sources_csv
from pos_companion.services.report_days import Span, days_of
from pos_companion.services.signals import signals
from pos_companion.services.source_report import source_report
from pos_companion.services.steps import finished
from tests.builders import add_customer
from tests.gesture_stories import came, give, weeks_of_gifts


def table(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def test_every_report_is_a_table(shop: Shop) -> None:
    weeks_of_gifts(shop)
    days = days_of(shop, Span.DAYS_90)
    report = gesture_costs(shop, days)
    costs = table(costs_csv(report))
    assert costs[1][:4] == ["All", "", str(report.costs.all.times), str(report.costs.all.people)]
    assert ["Rule", "Your own budget", "15", "2", "9.00"] in [row[:5] for row in costs]
    assert ["Reason", "They have a rough day", "1", "1", "0.60"] in [row[:5] for row in costs]
    assert ["Exception", "Given although the rules said no"] in [row[:2] for row in costs]
    fair = table(fairness_csv(finished(fairness(shop, days, 13))))
    assert ["Colleague", "Sam"] in [row[:2] for row in fair]
    assert fair[-1] == ["Never anything", "Leo Brandt", "14", "0", "0"]
    seen = table(signals_csv(signals(shop, days)))
    assert seen[2] == ["Sam gave 2 gifts to Ida Roe, of the same household.", "2",
                       "2025-11-13 2025-11-20"]  # fmt: skip
    sources = table(sources_csv(finished(source_report(shop))))
    assert sources[1][:4] == ["A friend", "2", "0", "0"]
    assert sources[-1][0] == "two buses, and it rained"


def test_a_name_that_looks_like_a_formula_is_disarmed(shop: Shop) -> None:
    eve = add_customer("=cmd()")
    for day in range(6):
        came(shop, eve, day, "@Sam")
    give(shop, came(shop, add_customer("Leo"), 1, "@Sam"))
    rows = table(fairness_csv(finished(fairness(shop, days_of(shop, Span.DAYS_90)))))
    assert ["Never anything", "'=cmd()"] in [row[:2] for row in rows]
    assert ["Colleague", "'@Sam"] in [row[:2] for row in rows]
