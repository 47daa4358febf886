"""What has been kept long enough, by script."""

from datetime import timedelta

from pos_companion.services.deeds import do
from tests.builders import add_customer, add_fact, add_visit


def test_what_is_proposed_goes_when_it_is_asked_for(shop):
    rosa, bo = add_customer("Rosa Delgado"), add_customer("Bo Lind")
    add_visit(rosa, days_ago=900)
    add_fact(bo, "Moving house", heard_on=shop.today - timedelta(days=800))
    told = do(shop, "outdated", {})
    assert [one["customer"] for one in told["people"]] == [str(rosa.id)]
    assert (told["months"], told["concerns"], told["facts"]) == (24, 0, 1)
    assert do(shop, "let_go_outdated", {}) == {"forgotten": [], "remarks": 0}
    gone = do(shop, "let_go_outdated", {"people": [str(rosa.id)], "remarks": True})
    assert gone == {"forgotten": [str(rosa.id)], "remarks": 1}
    again = do(shop, "outdated", {})
    assert (again["people"], again["facts"]) == ([], 0)
