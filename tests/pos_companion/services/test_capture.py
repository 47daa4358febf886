import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.telling import tell
from tests.builders import add_customer


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "pays with 4111-1111-1111-1111, valid 11/29",
        "card 4111111111111111 please",
        "٤١١١١١١١١١١١١١١١",
        "born 1980, card 5555 5555 5555 4444",
    ],
)
def test_a_payment_card_number_is_refused_and_nowhere_in_the_records(shop, text):
    with pytest.raises(BadInputError, match="payment card"):
        refuse_payment_cards("likes rye", text)
    with pytest.raises(BadInputError, match="payment card"):
        tell(shop, add_customer().id, text)
    assert shop.storage.rows("SELECT count(*) FROM remark") == [(0,)]
    assert shop.storage.rows("SELECT count(*) FROM audit WHERE body LIKE '%1111%'") == [(0,)]


@pytest.mark.parametrize("text", ["call 030 0110 4471 after 5", "4111 is the door code"])
def test_a_telephone_number_is_no_payment_card(text):
    refuse_payment_cards(text)


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE remark; --", "👩‍👧 loves 🧁", "می‌خواهم چای", "{name}"]
)
def test_odd_signs_are_kept_as_they_are(text):
    assert plain_line(text) == text


def test_what_was_written_on_several_lines_stands_on_one():
    assert plain_line("  Moves to\nLisbon in May ") == "Moves to Lisbon in May"


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00", "\u202e", "\ufeff"])
def test_blanks_and_hidden_signs_alone_are_nothing(text):
    assert plain_line(text) == ""


def test_hidden_signs_become_spaces():
    assert plain_line("a\u202eb\x00c\u2028d  e") == "a b c d e"
    assert plain_line("e\u0301") == "é"
