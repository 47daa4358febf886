import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do


def test_a_script_opens_a_concern_with_an_owner_and_a_day(shop, ana):
    values = {"customer": "ROSE-7", "title": "Stale bun", "promise": "a fresh one", "owner": "Sam"}
    answer = do(shop, "concern", {**values, "due": "2025-11-25"})
    assert (answer["n"], answer["owner"], answer["due"]) == (2, "Sam", "2025-11-25")
    assert answer["next_update_due"] == "2025-11-23"
    assert answer["say"] == "No news yet. Sam is on it, you’ll hear by Tue 25 Nov."


@pytest.mark.parametrize(
    "wrong", [{"due": "soon"}, {"due": 5}, {"owner": ""}, {"title": 5}, {"promise": " "}]
)
def test_what_is_missing_or_odd_is_refused(shop, ana, wrong):
    values = {"title": "Stale bun", "promise": "a fresh one", "owner": "Sam", "due": "2025-11-25"}
    with pytest.raises(BadInputError):
        do(shop, "concern", {"customer": "ROSE-7", **values, **wrong})
