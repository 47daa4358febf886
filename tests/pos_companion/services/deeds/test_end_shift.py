from pos_companion.services.deeds import do


def test_what_was_promised_and_not_recorded_is_given_back_but_for_the_visit_that_goes_on(shop, ana):
    do(shop, "accept", {"customer": ana.id, "visit": "v1", "offer": "dog-biscuit"})
    assert do(shop, "end_shift", {"keep": "v1"}) == {"released": 0}
    assert do(shop, "end_shift", {}) == {"released": 1}
    assert do(shop, "offers", {"customer": ana.id, "visit": "v1"})["accepted"] == []
