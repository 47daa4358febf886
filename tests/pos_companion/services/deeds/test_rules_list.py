from pos_companion.services.deeds import do


def test_the_rules_stand_in_their_order_with_what_is_the_matter_with_each(shop, ana):
    answer = do(shop, "rules_list", {})
    assert [one["id"] for one in answer["rules"]] == ["dog-biscuit", "ten"]
    (first, second) = answer["rules"]
    assert (first["state"], first["version"], first["given"]) == ("active", 1, 0)
    assert "no_budget" in [one["code"] for one in second["complaints"]]
    assert all(one["sentence"] for one in second["complaints"])
    assert do(shop, "rules_list", {"state": "paused"}) == {"rules": []}
