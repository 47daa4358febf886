import json

import pytest

from pos_companion.errors import CompanionError
from pos_companion.services.deeds import do
from tests.builders import add_customer


def test_move_visit_answers_in_its_agreed_form(shop):
    ana, bea = add_customer("Ana Silva"), add_customer("Bea Costa")
    do(shop, "visit", {"customer": str(ana.id), "uid": "one", "items": ["Tea"]})
    answer = do(shop, "move_visit", {"uid": "one", "to": str(bea.id)})
    assert json.loads(json.dumps(answer)) == {
        "visit": "one",
        "customer": {"id": str(bea.id), "name": "Bea Costa", "visits": 1},
        "was": str(ana.id),
        "redemptions": {"moved": 0, "stayed": 0},
        "exceptions": [],
    }


@pytest.mark.parametrize(
    "values", [{"uid": 5, "to": "1"}, {"uid": "none", "to": "Ana"}, {"uid": "one"}, {"to": "Ana"}]
)
def test_nonsense_is_refused(shop, values):
    add_customer("Ana Silva")
    with pytest.raises(CompanionError):
        do(shop, "move_visit", values)
