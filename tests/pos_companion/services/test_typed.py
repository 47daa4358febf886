"""What is typed into one field."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.typed import typed_line, typed_name, typed_phone


def test_a_line_is_kept_without_what_cannot_be_seen():
    assert typed_line("  mornings\x00 \u202ebefore ten ") == "mornings before ten"
    assert typed_name("O'Brien") == "O'Brien"


@pytest.mark.parametrize("text", ["x" * 201, "🧁" * 5000, "4111 1111 1111 1111"])
@pytest.mark.parametrize("read", [typed_line, typed_name, typed_phone])
def test_what_does_not_fit_is_refused(read, text):
    with pytest.raises(BadInputError):
        read(text)


def test_a_line_may_have_an_end_of_its_own():
    with pytest.raises(BadInputError, match="under 5 letters"):
        typed_line("dachshund", 5)


def test_a_phone_that_would_pass_for_a_card_is_a_phone():
    assert typed_phone("+49 176 12340009\n") == "+49 176 12340009"
    cards = [f"+49 176 1234{number:04d}" for number in range(100)]
    assert [typed_phone(one) for one in cards] == cards
