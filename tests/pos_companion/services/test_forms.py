"""Plain values in: what is not of its sort is refused with a sentence."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.visits import VisitKind
from pos_companion.services.forms import count_of, kind_of, text_of, texts_of, uid_of


def test_what_is_of_its_sort_comes_through_as_it_was():
    assert text_of(" rye ", "text") == " rye "
    assert texts_of(("a", "b"), "take") == ["a", "b"]
    assert count_of(1000) == 1000
    assert uid_of(" till 7 ") == "till 7"
    assert kind_of("looked") is VisitKind.LOOKED


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda value: text_of(value, "text"), 7),
        (lambda value: texts_of(value, "take"), "one"),
        (lambda value: texts_of(value, "take"), [1]),
        (count_of, True),
        (count_of, 1001),
        (uid_of, "a\x00b"),
        (kind_of, "flew past"),
    ],
)
def test_what_is_not_is_refused(read, value):
    with pytest.raises(BadInputError):
        read(value)
