import json

from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_fact, add_visits


def test_everything_is_there_in_plain_values(shop: Shop) -> None:
    ana = add_customer("Ana", phone="+493012345")
    add_fact(ana, "Likes rye")
    add_visits(ana, 1)
    done = do(shop, "what_we_keep", {"customer": str(ana.id)})
    assert json.loads(json.dumps(done)) == done
    kept = done["kept"]
    assert kept["customer"][0]["phone"] == "+493012345"
    assert kept["remark"][0]["text"] == "Likes rye"
    assert kept["visit_line"][0]["product"] == "Coffee"
    assert kept["visit"][0]["day"] == "2025-11-14"
