from pos_companion.storage.own_numbers import OwnNumbers

HERE, THERE = OwnNumbers(b"one shop"), OwnNumbers(b"another shop")


def test_a_number_of_ours_is_known_again() -> None:
    assert HERE.inside(HERE.outside("a1b2")) == "a1b2"
    assert HERE.customer(HERE.outside(1_000_000_001)) == 1_000_000_001


def test_numbers_of_others_are_none_of_ours() -> None:
    for text in ("", "17", "a1b2", THERE.outside(17), f"x{HERE.outside(17)}"):
        assert (HERE.inside(text), HERE.customer(text)) == ("", 0)
    for text in (HERE.outside("a1b2"), HERE.outside(""), HERE.outside("9" * 40)):
        assert HERE.customer(text) == 0
