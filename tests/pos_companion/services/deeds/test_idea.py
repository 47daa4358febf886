from pos_companion.services.deeds import do


def test_an_idea_is_kept_in_one_line(shop, ana):
    shop.staff = "Mia"
    assert do(shop, "idea", {"customer": "4471", "text": "milk in glass bottles"}) == {
        "customer": str(ana.id),
        "n": 1,
        "text": "milk in glass bottles",
        "heard_by": "Mia",
        "heard_on": "2025-11-21",
        "state": "open",
        "answer": "",
        "settled_by": "",
        "settled_on": None,
        "told_by": "",
        "told_on": None,
    }
