"""A deed that is sent twice with the same word is done once."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer


def test_the_second_time_nothing_more_is_kept(shop: Shop) -> None:
    values = {"customer": str(add_customer("Ana Silva").id), "text": "~rye bread", "once": "till-7"}
    first = do(shop, "tell", values)
    assert first["kept"]
    assert do(shop, "tell", values) == {"again": True}
    assert shop.storage.rows("SELECT count(*) FROM remark") == [(1,)]


def test_a_deed_that_was_refused_may_be_sent_again(shop: Shop) -> None:
    values = {"customer": "nobody at all", "text": "~rye bread", "once": "till-8"}
    for _ in range(2):
        with pytest.raises(NotFoundError):
            do(shop, "tell", values)
    ana = str(add_customer("Ana Silva").id)
    assert do(shop, "tell", {**values, "customer": ana})["kept"]


@pytest.mark.parametrize("uid", ["", "x" * 101, 7, "two\nlines"])
def test_what_is_no_word_is_said(shop: Shop, uid: object) -> None:
    with pytest.raises(BadInputError, match="An id is a word"):
        do(shop, "find", {"text": "a", "once": uid})


def test_the_word_of_another_deed_is_refused(shop: Shop) -> None:
    do(shop, "find", {"text": "a", "once": "till-9"})
    with pytest.raises(BadInputError, match="belongs to another deed: find"):
        do(shop, "today", {"once": "till-9"})
