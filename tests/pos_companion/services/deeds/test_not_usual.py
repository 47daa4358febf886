import pytest

from pos_companion.errors import NotFoundError
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_product, add_visit


def test_a_word_that_it_is_wrong_is_kept_and_taken_back(shop: Shop) -> None:
    ana = add_customer("Ana Silva")
    add_product("Croissant", ref="77")
    for back in range(8, 0, -1):
        add_visit(ana, days_ago=back, items=("Coffee", "Croissant"))
    asked = {"customer": str(ana.id)}
    before = do(shop, "usual", asked)
    do(shop, "not_usual", {**asked, "product": "croissant"})
    do(shop, "undo_not_usual", {**asked, "n": 1})
    said = do(shop, "not_usual", {**asked, "product": "77"})
    assert said == {"customer": str(ana.id), "product": "77", "n": 1}
    assert "77" not in [item["product"] for item in do(shop, "usual", asked)["usual"]]
    with pytest.raises(NotFoundError, match="not in their usual"):
        do(shop, "not_usual", {**asked, "product": "Croissant"})
    assert do(shop, "undo_not_usual", {**asked, "n": 1}) == {"customer": str(ana.id), "n": 1}
    assert do(shop, "usual", asked) == before
    with pytest.raises(NotFoundError):
        do(shop, "undo_not_usual", {**asked, "n": 1})
