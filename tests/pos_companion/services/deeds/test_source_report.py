"""The deed `source_report`."""

from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.gesture_stories import weeks_of_gifts


def test_a_script_is_told_how_people_found_the_shop(shop: Shop) -> None:
    weeks_of_gifts(shop)
    told = do(shop, "source_report", {})
    assert [(one["source"], one["people"]) for one in told["channels"]] == [
        ("friend", 2),
        ("search", 1),
    ]
    assert told["channels"][1]["reached"] == [{"stage": "regular", "count": 1}]
    assert told["channels"][1]["efforts"][0]["text"] == "two buses, and it rained"
    assert told["never_asked"] == 33
