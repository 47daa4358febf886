"""Somebody asks to be forgotten, by script."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do
from tests.builders import add_customer


def test_what_goes_is_said_first_and_a_day_is_left_to_bring_them_back(shop):
    rosa = add_customer("Rosa Delgado")
    said = do(shop, "before_forgetting", {"customer": str(rosa.id)})
    assert (said["customer"], said["name"]) == (str(rosa.id), "Rosa Delgado")
    assert said["goes"]
    assert said["stays"]
    told = do(shop, "forget", {"customer": str(rosa.id), "name": "Rosa Delgado"})
    assert told["until"].startswith("2025-11-22")
    (hidden,) = do(shop, "forgotten", {})["forgotten"]
    assert (hidden["customer"], hidden["name"], hidden["until"]) == (
        str(rosa.id), "Rosa Delgado", told["until"],
    )  # fmt: skip
    assert do(shop, "find", {"text": "rosa"})["found"] == []
    assert do(shop, "undo_forget", {"customer": str(rosa.id)}) == {"customer": str(rosa.id)}
    assert do(shop, "forgotten", {}) == {"forgotten": []}


def test_a_wrong_name_or_nobody_is_a_sentence(shop):
    rosa = add_customer("Rosa Delgado")
    with pytest.raises(BadInputError):
        do(shop, "forget", {"customer": str(rosa.id), "name": "Rosa"})
    with pytest.raises(NotFoundError):
        do(shop, "undo_forget", {"customer": str(rosa.id)})
