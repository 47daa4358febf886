import pytest

from pos_companion.errors import BadInputError
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_visits


def test_the_mirror_is_told_in_counts(shop: Shop) -> None:
    add_visits(add_customer("Ana"), 30, every=1)
    told = do(shop, "mirror", {"days": 20})
    assert (told["first"], told["last"], told["visits"]) == ("2025-11-01", "2025-11-20", 20)
    assert told["judged"]["visits"] == 20
    assert told["judged"]["right_share"] == 1.0
    assert [one["weekday"] for one in told["weekdays"]] == list(range(7))
    assert [one["hour"] for one in told["hours"]] == [9]
    assert told["movement"]["after"] == "2025-11-21"
    stayed = {"from": "getting_to_know", "to": "getting_to_know", "count": 1}
    assert told["movement"]["moves"] == [stayed]
    assert told["csv"].startswith("The usual order from")


@pytest.mark.parametrize(
    "values",
    [
        {"days": 0},
        {"days": 400},
        {"month": "soon"},
        {"month": "9999-12-31"},
        {"month": "0001-01-01"},
    ],
)
def test_what_cannot_be_looked_at_is_refused(shop: Shop, values: dict[str, object]) -> None:
    with pytest.raises(BadInputError):
        do(shop, "mirror", values)
