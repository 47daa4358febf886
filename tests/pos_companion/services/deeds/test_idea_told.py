from pos_companion.services.deeds import do


def test_a_done_idea_stands_on_the_card_until_it_was_told(shop, ana):
    do(shop, "idea", {"customer": "4471", "text": "milk in glass bottles"})
    done = {"customer": "4471", "n": 1, "status": "done", "answer": "From Monday on."}
    do(shop, "idea_status", done)
    (tell,) = do(shop, "card", {"customer": "4471"})["tell_them"]
    assert tell == {"n": 1, "text": "milk in glass bottles", "answer": "From Monday on."}
    told = do(shop, "idea_told", {"customer": "4471", "n": tell["n"]})
    assert told["told_on"] == "2025-11-21"
    assert do(shop, "card", {"customer": "4471"})["tell_them"] == []
