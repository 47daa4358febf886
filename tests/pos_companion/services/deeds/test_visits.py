import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do


@pytest.mark.parametrize("kind", ["bought", "looked", "chatted", "phoned"])
def test_every_kind_of_visit_is_recorded_listed_and_undone(shop, ana, kind):
    sent = {"customer": "ROSE-7", "uid": "one", "kind": kind, "with": ["Rex"], "mood_in": "low"}
    do(shop, "visit", sent)
    listed = do(shop, "visits", {"customer": "ROSE-7", "limit": 2})
    assert (listed["customer"], listed["came_along"]) == (str(ana.id), [])
    latest, before = listed["visits"]
    assert latest == {
        "visit": "one",
        "day": "2025-11-21",
        "time": "09:00",
        "kind": kind,
        "items": [],
        "total": "",
        "given": [],
        "staff": "",
        "with": ["Rex"],
        "mood_in": "low",
        "mood_out": "",
        "corrected": "",
        "was": [],
    }
    assert [item["product"] for item in before["items"]] == ["Flat white"]
    do(shop, "undo", {"uid": "one"})
    assert do(shop, "visits", {"customer": "ROSE-7"})["visits"][0] == before


def test_a_list_of_nothing_is_refused(shop, ana):
    with pytest.raises(BadInputError):
        do(shop, "visits", {"customer": "ROSE-7", "limit": 0})
