from pos_companion.services.deeds import do
from tests.builders import (
    add_customer,
    add_visits,
)


def test_usual_ranks_every_known_product_in_its_agreed_form(shop, ana):
    add_visits(add_customer("Bea"), 3, items=("Tea",))
    ranked = do(shop, "usual", {"customer": str(ana.id)})["usual"]
    assert [(item["product"], item["name"]) for item in ranked] == [
        ("101", "Flat white"),
        ("Tea", "Tea"),
    ]
    assert all(set(item) == {"product", "name", "score", "reason"} for item in ranked)
    assert ranked[0]["score"] > ranked[1]["score"]
    assert do(shop, "usual", {"customer": str(ana.id), "limit": 1})["usual"] == ranked[:1]
