import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.deeds import do


def step(shop, step, **values):
    return do(shop, "concern_step", {"customer": "ROSE-7", "n": 1, "step": step, **values})


def test_a_script_takes_a_concern_to_its_end(shop, ana):
    assert step(shop, "news", text="asked", told="phone")["next_update_due"] == "2025-11-23"
    assert step(shop, "promise", text="shut", due="2025-11-25")["due"] == "2025-11-25"
    handed = step(shop, "hand_over", to="Mia", text="holiday")
    assert (handed["owner"], handed["first_owner"]) == ("Mia", "Sam")
    assert step(shop, "serious")["severity"] == "serious"
    assert step(shop, "small")["severity"] == "small"
    assert step(shop, "close", text="a new carton", told="email")["closed_on"] == "2025-11-21"
    assert step(shop, "reopen")["closed_on"] is None
    assert step(shop, "put_right")["closed_on"] == "2025-11-21"
    with pytest.raises(RefusedError):
        step(shop, "put_right")


@pytest.mark.parametrize(
    "wrong",
    [
        {"step": "forget"},
        {"step": "close", "text": "a new carton"},
        {"step": "close", "text": "a new carton", "told": "pigeon"},
        {"step": "promise", "text": "shut", "due": ""},
        {"step": "hand_over", "to": "Mia"},
        {"step": "news"},
        {"step": 5},
        {"step": "news", "n": "one"},
    ],
)
def test_a_step_that_leaves_something_out_is_refused(shop, ana, wrong):
    with pytest.raises(BadInputError):
        step(shop, **wrong) if "n" not in wrong else do(
            shop, "concern_step", {"customer": "ROSE-7", **wrong}
        )


def test_a_concern_that_is_not_there_is_said_so(shop, ana):
    with pytest.raises(NotFoundError):
        do(shop, "concern_step", {"customer": "ROSE-7", "n": 9, "step": "put_right"})
