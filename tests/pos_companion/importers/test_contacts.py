"""The same phone, address and card are always written alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.importers.contacts import (
    card_code,
    email_address,
    holds_payment_card,
    is_payment_card,
    phone_is_card,
    phone_number,
)


@pytest.mark.parametrize(
    ("text", "country", "phone"),
    [
        ("'+14155550117", "DE", "+14155550117"),
        ("(415) 555-0154", "US", "+14155550154"),
        ("4155550123.0", "US", "+14155550123"),
        ("030 901820", "DE", "+4930901820"),
        ("0049 30 901820", "DE", "+4930901820"),
        ("+64 21 555 0117", "DE", "+64215550117"),
        ("ask the neighbour", "DE", "ask the neighbour"),
        ("12", "US", "12"),
        ("030 901820 ext 7", "DE", "030 901820 ext 7"),
    ],
)
def test_a_phone_is_written_alike_or_kept_as_typed(text: str, country: str, phone: str) -> None:
    assert phone_number(text, country) == phone


def test_an_address_is_lower_case_and_has_to_be_one() -> None:
    assert email_address(" Mara.Okafor@Example.COM ") == "mara.okafor@example.com"
    assert email_address("mailto:a@b.example") == "a@b.example"
    for text in ("mara", "a@b", "a b@c.example", "a@b.example, c@d.example"):
        with pytest.raises(ValueError, match="not an e-mail"):
            email_address(text)


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [
        ("4111 1111 1111 1111", True),
        ("5555555555554444", True),
        ("378282246310005", True),
        ("2223003122003222", True),
        ("4111111111111112", False),
        ("2012345678903", False),
        ("0421234567890", False),
        ("4222222222222", True),
        ("4012888888881", False),  # thirteen digits: a barcode as sound as the card number
        ("LOY-000117", False),
        ("", False),
    ],
)
def test_a_payment_card_is_told_from_a_customers_card(digits: str, is_one: bool) -> None:
    assert is_payment_card(digits) is is_one


def test_a_payment_card_is_never_a_card_code() -> None:
    assert card_code(" LOY-7 ") == "LOY-7"
    with pytest.raises(ValueError, match="payment card"):
        card_code("4111111111111111")


@given(st.text(max_size=30), st.sampled_from(["DE", "US", "XX", ""]))
def test_no_phone_text_is_ever_refused(text: str, country: str) -> None:
    assert isinstance(phone_number(text, country), str)


@pytest.mark.parametrize(
    ("text", "holds_one"),
    [
        ("Visa 4111 1111 1111 1111", True),
        ("4111-1111-1111-1111 12/27 123", True),
        ("4111111111111111@example.org", True),
        ("٤١١١١١١١١١١١١١١١", True),
        ("born 1980, likes tea at 11", False),
        ("0f0e6c0a-1111-4a2b-9c3d-000000000017", False),
        ("", False),
    ],
)
def test_a_payment_card_is_seen_in_the_middle_of_a_text(text: str, holds_one: bool) -> None:
    assert holds_payment_card(text) is holds_one


def test_a_payment_card_typed_for_a_phone_number_is_told_from_one() -> None:
    assert phone_is_card("4111 1111 1111 1111")
    assert not phone_is_card("+49 30 5678 9012")
    assert not phone_is_card("378282246310005")
