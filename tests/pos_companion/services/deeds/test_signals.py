"""The deed `signals`."""

from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.gesture_stories import weeks_of_gifts


def test_a_script_is_told_what_is_worth_a_look(shop: Shop) -> None:
    people = weeks_of_gifts(shop)
    told = do(shop, "signals", {})["signals"]
    assert [(one["kind"], one["customer"], one["times"]) for one in told] == [
        ("own_gifts", str(people["Sam"].id), 1),
        ("family", str(people["Ida"].id), 2),
    ]
    assert told[1]["days"] == ["2025-11-13", "2025-11-20"]
    assert told[1]["said"] == "Sam gave 2 gifts to Ida Roe, of the same household."
    assert do(shop, "signals", {"span": "week"})["signals"][0]["times"] == 1
