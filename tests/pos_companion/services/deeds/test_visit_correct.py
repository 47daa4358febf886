import pytest

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.services.deeds import do

SENT = {"customer": "ROSE-7", "items": ["101:2:6.40", "Bun"], "uid": "one"}


def test_a_visit_is_put_right_and_sent_back_it_is_as_it_was(shop, ana):
    do(shop, "visit", SENT)
    before = do(shop, "visits", {"customer": "ROSE-7"})["visits"][0]
    right = {"items": [{"product": "Cake", "way": "warm"}], "total": "4.50"}
    answer = do(shop, "visit_correct", {"uid": "one", "why": "items", **right})
    assert answer["exceptions"] == []
    assert answer["items"] == [{"product": "Cake", "quantity": "1", "amount": "", "way": "warm"}]
    assert (answer["total"], answer["day"], answer["time"]) == ("4.50", "2025-11-21", "09:00")
    assert answer["corrected"] == "2025-11-21T09:00:00+01:00"
    (was,) = answer["was"]
    assert (was["why"], was["was"]["items"]) == ("items", before["items"])
    back = {"uid": "one", "why": "other", "items": before["items"]}
    answer = do(shop, "visit_correct", back)
    assert [one["product"] for one in answer["items"]] == ["Flat white", "Bun"]
    assert (len(answer["was"]), answer["total"]) == (2, "6.40")


def test_kind_and_time_are_put_right(shop, ana):
    do(shop, "visit", SENT)
    sent = {"uid": "one", "why": "time", "when": "2025-11-20T17:30", "kind": "phoned"}
    answer = do(shop, "visit_correct", sent)
    assert (answer["day"], answer["time"], answer["kind"]) == ("2025-11-20", "17:30", "phoned")
    assert answer["items"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"why": "mood"},
        {"items": "Tea"},
        {"items": ["Tea:none"]},
        {"kind": "stolen"},
        {"total": "much"},
        {"when": "yesterday"},
        {"when": "2025-11-22T09:00"},
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(shop, ana, wrong):
    do(shop, "visit", SENT)
    with pytest.raises(BadInputError):
        do(shop, "visit_correct", {"uid": "one", "why": "items", **wrong})
    assert shop.storage.visits.get("one").corrected_at is None


def test_nothing_to_change_is_said(shop, ana):
    do(shop, "visit", SENT)
    with pytest.raises(RefusedError):
        do(shop, "visit_correct", {"uid": "one", "why": "other"})
