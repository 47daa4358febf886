"""The deed `gestures`."""

from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.gesture_stories import weeks_of_gifts


def test_a_script_is_told_what_gifts_cost(shop: Shop) -> None:
    weeks_of_gifts(shop)
    told = do(shop, "gestures", {"span": "90"})
    assert (told["currency"], told["first"], told["last"]) == ("EUR", "2025-08-24", "2025-11-21")
    assert told["all"]["cost"] == sum(one["cost"] for one in told["rules"])
    assert {one["rule"] for one in told["rules"]} == {"own", "thanks"}
    assert told["exceptional"]["cost"] == 150
    assert told["exceptions"][0]["how"] == "yes_anyway"
    (budget,) = told["budgets"]
    assert (budget["limit"], budget["left"]) == (2000, 2000 - budget["spent"])
    assert [one["staff"] for one in told["own"]] == ["Mia", "Sam"]
    assert 0 < told["period"]["share"] < 1
    assert told["csv"].startswith("\ufeffBy,")
    assert do(shop, "gestures", {"since": "2024-01-01", "until": "2024-01-02"})["all"][
        "share"
    ] is None  # fmt: skip
