"""The small shop that is tortured: the same seed means the same deeds, and each is done once."""

from itertools import islice

import pytest

from pos_companion.errors import RefusedError
from pos_companion.services import Shop
from pos_companion.services.torture import dump, operations, read_operation, write
from tests.builders import add_customer


def test_a_seed_always_means_the_same_deeds() -> None:
    first, again, other = (list(islice(operations(seed), 50)) for seed in (1, 1, 2))
    assert first == again
    assert not {one.id for one in first} & {one.id for one in other}
    assert {one.kind for one in first} == {"visit", "redeem", "note"}


def test_what_is_acknowledged_is_found_once_and_a_repeat_is_the_same_deed(shop: Shop) -> None:
    lines = list(write(shop, 7, 12))
    saved = [line.split()[1:] for line in lines if line.startswith("ACK")]
    assert len(saved) == 12
    repeated = [read_operation(":".join(one)) for one in saved]
    assert [line[:3] for line in write(shop, 7, 0, repeated)] == ["TRY", "ACK"] * 12
    found = list(dump(shop))
    assert found == [*(f"HAVE {name} 1" for name in sorted(name for name, _ in saved)), "CHECK ok"]


def test_a_gift_that_vanished_fails_the_check(shop: Shop) -> None:
    list(write(shop, 7, 12))
    shop.storage.rows("UPDATE gift SET on_hand = on_hand - 1")
    assert [*dump(shop)][-1].startswith("CHECK fail: Gift 0: 999")


def test_a_real_shop_is_never_tortured(shop: Shop) -> None:
    add_customer("Ana Silva")
    with pytest.raises(RefusedError, match="holds a shop"):
        next(write(shop, 1))


@pytest.mark.parametrize("text", ["", "abc:visit", "0" * 24 + ":theft", "0" * 24])
def test_what_is_no_operation_is_said(text: str) -> None:
    with pytest.raises(RefusedError, match="Write ID:KIND"):
        read_operation(text)
