import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do
from tests.builders import add_gift


def test_a_script_receives_counts_retires_and_brings_back(shop):
    gift = str(add_gift("Cookie", 4).id)
    came = do(shop, "shelf_step", {"gift": gift, "step": "receive", "pieces": 6})
    assert (came["gift"]["on_hand"], came["pieces"]) == (10, 6)
    values = {"gift": gift, "step": "count", "pieces": 9, "reason": "one was broken"}
    assert do(shop, "shelf_step", values)["pieces"] == -1
    assert do(shop, "shelf_step", {"gift": gift, "step": "retire"})["gift"]["retired"] is True
    assert do(shop, "shelf", {})["gifts"] == []
    assert [one["id"] for one in do(shop, "shelf", {"retired": True})["gifts"]] == [gift]
    assert do(shop, "shelf_step", {"gift": gift, "step": "return"})["gift"]["on_hand"] == 9


@pytest.mark.parametrize(
    "wrong",
    [{"step": "steal"}, {"pieces": -1}, {"pieces": "many"}, {"reason": 5}, {"gift": "x"}],
)
def test_nonsense_is_refused(shop, wrong):
    gift = str(add_gift("Cookie", 4).id)
    with pytest.raises(BadInputError):
        do(shop, "shelf_step", {"gift": gift, "step": "receive", "pieces": 1, **wrong})


def test_there_is_no_such_gift(shop):
    with pytest.raises(NotFoundError):
        do(shop, "shelf_step", {"gift": "7", "step": "receive", "pieces": 1})
