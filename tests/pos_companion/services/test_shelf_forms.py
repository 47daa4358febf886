import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.services.shelf_forms import check_pieces, checked_gift, reason_of


def a_gift(**more):
    values = {"name": "Dog biscuit", "on_hand": 5, "cost": Money(40, "EUR"), **more}
    return Gift(0, **values)


def test_words_are_tidied_and_tags_are_small_letters(shop):
    gift = checked_gift(shop, a_gift(name=" Dog\nbiscuit ", tags=frozenset({"Nuts ", "", "DOG"})))
    assert (gift.name, gift.tags) == ("Dog biscuit", frozenset({"nuts", "dog"}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"name": "4111 1111 1111 1111"},
        {"on_hand": -1},
        {"on_hand": 100_001},
        {"reorder_at": -1},
        {"on_order": -1},
        {"cost": Money(-1, "EUR")},
        {"cost": Money(10**9, "EUR")},
        {"cost": Money(40, "USD")},
        {"tags": frozenset({"x" * 41})},
        {"tags": frozenset(str(n) for n in range(31))},
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(shop, wrong):
    with pytest.raises(BadInputError) as refused:
        checked_gift(shop, a_gift(**wrong))
    assert str(refused.value)


def test_pieces_and_reasons_have_their_limits():
    check_pieces(0)
    with pytest.raises(BadInputError):
        check_pieces(0, 1)
    assert reason_of(" broken\nin the box ") == "broken in the box"
    with pytest.raises(BadInputError):
        reason_of("x" * 201)
