import pytest

from pos_companion.errors import NotFoundError
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_product, add_visit


@pytest.fixture
def ana(shop: Shop) -> str:
    ana = add_customer("Ana Silva")
    add_product("Beans", ref="77")
    for back in range(90, 0, -2):
        beans = ("Beans",) if back in (22, 44, 64, 86) else ()
        add_visit(ana, days_ago=back, items=("Coffee", *beans))
    return str(ana.id)


def test_the_guess_of_a_card_rests_until_it_is_taken_back(shop: Shop, ana: str) -> None:
    told = do(shop, "card", {"customer": ana})["guess"]
    assert (told["product"], told["name"], told["kind"]) == ("77", "Beans", "due")
    assert told["because"] == "because they have it about every 22 days, the last time 30 Oct"
    said = do(shop, "not_needed", {"customer": ana, "product": "77"})
    assert said == {"customer": ana, "product": "77", "n": 1}
    assert do(shop, "card", {"customer": ana})["guess"] is None
    assert do(shop, "undo_not_needed", {"customer": ana, "n": 1}) == {"customer": ana, "n": 1}
    assert do(shop, "card", {"customer": ana})["guess"] == told


def test_only_what_they_buy_can_be_not_needed(shop: Shop, ana: str) -> None:
    with pytest.raises(NotFoundError, match="never had"):
        do(shop, "not_needed", {"customer": ana, "product": "Champagne"})
    with pytest.raises(NotFoundError):
        do(shop, "undo_not_needed", {"customer": ana, "n": 5})
