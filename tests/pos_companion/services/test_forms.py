"""Plain values in: what is not of its sort is refused with a sentence."""

from datetime import date

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.people import Species
from pos_companion.model.visits import VisitKind
from pos_companion.services.forms import (
    birthday_of,
    choice_of,
    count_of,
    flag_of,
    id_of,
    ids_of,
    kind_of,
    quoted,
    text_of,
    texts_of,
    uid_of,
)

TODAY = date(2025, 11, 21)


def test_what_is_of_its_sort_comes_through_as_it_was():
    assert text_of(" rye ", "text") == " rye "
    assert texts_of(("a", "b"), "take") == ["a", "b"]
    assert count_of(1000) == 1000
    assert uid_of(" till 7 ") == "till 7"
    assert kind_of("looked") is VisitKind.LOOKED
    assert flag_of(True, "formal") is True
    assert (id_of("007", "id"), ids_of([3, "4"], "takes")) == (7, [3, 4])
    assert choice_of("dog", "species", Species) is Species.DOG
    assert str(birthday_of("02-29", "birthday", TODAY)) == "--02-29"
    assert str(birthday_of("2025-11-21", "birthday", TODAY)) == "2025-11-21"


def test_what_is_said_again_is_short_and_hides_nothing():
    assert quoted("\u202e" + "a" * 10_000) == "a" * 99
    assert quoted({"a": 1}) == "{'a': 1}"


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
        (lambda value: flag_of(value, "formal"), 1),
        (lambda value: id_of(value, "id"), True),
        (lambda value: id_of(value, "id"), "9" * 19),
        (lambda value: id_of(value, "id"), "٤٤٧١"),
        (lambda value: ids_of(value, "takes"), "1"),
        (lambda value: choice_of(value, "species", Species), "dragon"),
        (lambda value: birthday_of(value, "birthday", TODAY), "2025-02-29"),
        (lambda value: birthday_of(value, "birthday", TODAY), "2025-11-22"),
        (lambda value: birthday_of(value, "birthday", TODAY), ""),
    ],
)
def test_what_is_not_is_refused(read, value):
    with pytest.raises(BadInputError):
        read(value)
