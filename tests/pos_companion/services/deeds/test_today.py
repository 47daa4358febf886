import json

import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do
from tests.builders import add_gift


def test_today_answers_in_its_agreed_form(shop, ana):
    add_gift("Cookie", left=1, reorder_at=5)
    answer = do(shop, "today", {"days": 7})
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["today"], answer["visits"], answer["more"]) == ("2025-11-21", 0, 0)
    assert [row["kind"] for row in answer["rows"]] == ["owed", "celebration", "low"]
    assert answer["rows"][1] == {
        "kind": "celebration",
        "text": "Rex (Ana’s dog) has a birthday tomorrow",
        "detail": "Ana Silva",
        "customer": str(ana.id),
    }
    assert answer["ahead"] == [
        {
            "customer": str(ana.id),
            "name": "Ana Silva",
            "who": "Rex",
            "relation": "dog",
            "kind": "birthday",
            "what": "Rex’s birthday",
            "date": "2025-11-22",
            "through": "2025-11-22",
            "days": 1,
            "wished": False,
        }
    ]


@pytest.mark.parametrize("days", ["7", True, -1, 10_000, 1.5, None])
def test_days_are_a_number_of_days(shop, days):
    with pytest.raises(BadInputError):
        do(shop, "today", {"days": days})
