import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.deeds import do

COOKIE = {"name": "Cookie", "cost": 60, "pieces": 4, "tags": ["Nuts"], "reorder_at": 2}


def test_a_script_adds_and_changes_a_gift(shop):
    made = do(shop, "gift_save", COOKIE)["gift"]
    assert (made["on_hand"], made["tags"], made["cost"]["amount"]) == (4, ["nuts"], 60)
    values = {**COOKIE, "id": made["id"], "name": "Oat cookie", "pieces": 99, "on_order": 12}
    changed = do(shop, "gift_save", values)["gift"]
    assert (changed["name"], changed["on_hand"], changed["on_order"]) == ("Oat cookie", 4, 12)
    assert len(do(shop, "shelf", {})["gifts"]) == 1


@pytest.mark.parametrize("wrong", [{"name": ""}, {"cost": -1}, {"tags": "nuts"}, {"pieces": 1.5}])
def test_what_cannot_be_a_gift_is_refused(shop, wrong):
    with pytest.raises(BadInputError):
        do(shop, "gift_save", {**COOKIE, **wrong})
    assert do(shop, "shelf", {})["gifts"] == []


def test_a_gift_that_is_not_there_cannot_be_changed(shop):
    with pytest.raises(NotFoundError):
        do(shop, "gift_save", {**COOKIE, "id": "7"})


def test_a_second_gift_of_the_same_name_is_refused_with_its_sentence(shop):
    do(shop, "gift_save", COOKIE)
    with pytest.raises(RefusedError, match="“Cookie” is on the shelf already"):
        do(shop, "gift_save", {**COOKIE, "name": "cookie"})
    assert len(do(shop, "shelf", {})["gifts"]) == 1
