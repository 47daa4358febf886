import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do


def test_it_is_said_afterwards_bit_by_bit_and_taken_back(shop, ana):
    do(shop, "visit", {"customer": "ROSE-7", "uid": "one"})
    said = do(shop, "visit_mood", {"uid": "one", "mood_in": "good", "with": ["Rex"]})
    assert (said["with"], said["mood_in"], said["mood_out"]) == (["Rex"], "good", "")
    said = do(shop, "visit_mood", {"uid": "one", "mood_out": "low"})
    assert (said["with"], said["mood_in"], said["mood_out"]) == (["Rex"], "good", "low")
    said = do(shop, "visit_mood", {"uid": "one", "with": [], "mood_in": "", "mood_out": ""})
    assert (said["with"], said["mood_in"], said["mood_out"]) == ([], "", "")


def test_what_does_not_fit_is_refused(shop, ana):
    with pytest.raises(NotFoundError):
        do(shop, "visit_mood", {"uid": "one"})
    do(shop, "visit", {"customer": "ROSE-7", "uid": "one"})
    with pytest.raises(BadInputError, match="with"):
        do(shop, "visit_mood", {"uid": "one", "with": "Rex"})
    with pytest.raises(BadInputError, match="with, mood_in"):
        do(shop, "visit_mood", {"uid": "one", "company": []})
