"""The deed `fairness`."""

from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.gesture_stories import weeks_of_gifts


def test_a_script_is_told_who_never_gets_anything_and_which_pair_stands_out(shop: Shop) -> None:
    people = weeks_of_gifts(shop)
    told = do(shop, "fairness", {"least": 13, "segments": True})
    assert told["segments"] == []
    assert told["never"] == [
        {"customer": str(people["Leo"].id), "name": "Leo Brandt", "visits": 14, "said_no": 0}
    ]
    assert (told["pairs"][0]["name"], told["pairs"][0]["staff"]) == ("Kim Okafor", "Sam")
    assert told["pairs"][0]["odds"] < 1e-6
    assert [one["weekday"] for one in told["weekdays"]] == list(range(7))
    assert told["all"]["share"] == round(told["all"]["gifted"] / told["all"]["visits"], 4)
