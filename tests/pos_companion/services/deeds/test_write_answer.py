import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do

HOURS = {"question": "When are you open?", "say": "Eight to six.", "tags": ["hours"]}


def test_a_script_writes_and_changes_an_answer(shop):
    first = do(shop, "write_answer", HOURS)["answer"]
    changed = do(shop, "write_answer", {**HOURS, "id": first["id"], "say": "Nine to five."})
    assert changed["answer"]["id"] == first["id"]
    assert [one["say"] for one in do(shop, "answer", {"text": "hours"})["answers"]] == [
        "Nine to five."
    ]


@pytest.mark.parametrize("wrong", [{"say": ""}, {"tags": "hours"}, {"good_for": "ever"}])
def test_what_cannot_be_an_answer_is_refused(shop, wrong):
    with pytest.raises(BadInputError):
        do(shop, "write_answer", {**HOURS, **wrong})


def test_an_answer_that_is_not_there_cannot_be_changed(shop):
    with pytest.raises(NotFoundError):
        do(shop, "write_answer", {**HOURS, "id": 7})
