from pos_companion.services.deeds import do


def test_ideas_are_listed_by_how_they_stand(shop, ana):
    kept = do(shop, "idea", {"customer": "4471", "text": "milk in glass bottles"})
    assert do(shop, "ideas", {}) == {"ideas": [{**kept, "name": ana.name}]}
    assert do(shop, "ideas", {"state": "done"}) == {"ideas": []}
