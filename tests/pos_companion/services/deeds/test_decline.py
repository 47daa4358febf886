import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do


def no(shop, ana, uid, why=""):
    return do(shop, "decline", {"customer": ana.id, "visit": uid, "offer": "dog-biscuit",
                                "why": why})  # fmt: skip


def codes(shop, ana, uid=""):
    found = do(shop, "offers", {"customer": ana.id, "visit": uid})
    return {one["rule"]: one["code"] for one in found["why_not"]}


def test_a_no_holds_for_this_visit_and_two_in_a_row_until_it_is_offered_anew(shop, ana):
    assert no(shop, ana, "v1", "not_now")["state"] == "declined"
    assert codes(shop, ana, "v1")["dog-biscuit"] == "declined"
    assert "dog-biscuit" not in codes(shop, ana)
    no(shop, ana, "v2")
    assert codes(shop, ana)["dog-biscuit"] == "declined"
    answer = do(shop, "offer_anew", {"customer": ana.id, "rule": "dog-biscuit"})
    assert answer["refusals"] == 2
    assert "dog-biscuit" not in codes(shop, ana)


def test_only_what_is_offered_can_be_declined_and_for_a_reason_of_the_list(shop, ana):
    with pytest.raises(BadInputError):
        no(shop, ana, "v1", "because")
    with pytest.raises(NotFoundError):
        do(shop, "decline", {"customer": ana.id, "visit": "v1", "offer": "ten"})
