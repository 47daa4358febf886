import csv
import io

from pos_companion.i18n import in_language
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.services.simulation import simulate
from pos_companion.services.simulation_csv import report_csv
from tests.builders import add_customer, add_rule, add_visits
from tests.pos_companion.services.test_simulation import done


def test_the_report_is_a_table_with_a_line_for_each_rule(shop):
    budget = Cap(Scope.RULE, Period.EVER, 100, Unit.COST)
    add_rule("=Biscuit", VisitsAtLeast(1, 30), caps=(budget,))
    add_visits(add_customer("Ana"), 4)
    text = report_csv(shop, done(simulate(shop, shop.storage.rulebook.rules())))
    titles, row = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    said = dict(zip(titles, row, strict=True))
    assert (said["Name"], said["Given"], said["Cost"]) == ("'=Biscuit", "2", "1.00")
    assert (said["Stopped by"], said["More than today"]) == ("budget_ever 2", "0")
    assert said["Budget used up"] == "2025-11-07"


def test_the_same_report_is_the_same_table(sample_shop):
    rules = sample_shop.storage.rulebook.rules()
    simulated = done(simulate(sample_shop, rules))
    assert report_csv(sample_shop, simulated) == report_csv(sample_shop, simulated)
    with in_language("de"):
        assert report_csv(sample_shop, simulated).count("\r\n") == len(rules) + 1
