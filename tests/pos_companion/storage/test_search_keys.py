"""Phones, cards and codes become keys that are found by their ends and beginnings."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.storage.search_keys import (
    Range,
    SearchEntry,
    beginning_ranges,
    card_key,
    contact_keys,
    email_begun,
    email_key,
    ending_ranges,
    exact_phone_key,
    keys_from,
    packed,
    source_key,
    unpacked,
    words_in,
)

numbers = st.text("0123456789", min_size=1, max_size=15)
ends = st.from_regex(r"[1-9][0-9]{0,9}", fullmatch=True)


def leads_to(ranges: Sequence[Range], entry: SearchEntry) -> bool:
    keys = contact_keys(entry)
    return any(first <= key < end for first, end in ranges for key in keys)


@given(numbers)
def test_packed_digits_come_back_as_they_were(number: str) -> None:
    assert unpacked(packed(number)) == number


@given(numbers, ends)
def test_a_phone_is_found_by_what_it_ends_with_and_by_nothing_else(phone: str, end: str) -> None:
    owner = SearchEntry(1, (), phone=phone)
    assert leads_to(ending_ranges(end), owner) == phone.endswith(end)
    assert leads_to(ending_ranges(phone[-4:]), owner)


@given(numbers)
def test_a_numbered_card_is_found_by_its_beginning_and_its_end(card: str) -> None:
    owner = SearchEntry(1, (), card=card)
    assert leads_to(beginning_ranges(card[:3]), owner)
    assert leads_to(ending_ranges(card[-3:]), owner)


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("0170", True), ("+49 170", True), ("0049170", True), ("170 1", True),
     ("0171", False), ("701", False), ("", False)],
)  # fmt: skip
def test_a_phone_with_its_country_is_begun_at_home_or_from_abroad(
    typed: str, is_found: bool
) -> None:
    owner = SearchEntry(1, (), phone="+491701234567")
    assert leads_to(beginning_ranges(typed), owner) == is_found


def test_only_the_owner_of_this_very_number_has_its_exact_key() -> None:
    key = exact_phone_key("+49 170 1234567")
    assert key in contact_keys(SearchEntry(1, (), phone="+491701234567"))
    assert key not in contact_keys(SearchEntry(2, (), phone="+49170123456"))
    assert exact_phone_key("unknown") == ""


def test_a_card_is_the_same_in_capitals_and_one_is_found_by_what_other_records_had() -> None:
    assert card_key("CARD-ñ7") == card_key("card-Ñ7")
    before = SearchEntry(1, ("Ana Ito",), card="Card-7", email="Ana@Example.org")
    entry = SearchEntry(1, ("Ana Kos",), around=("Biscuit",), also=(before,))
    assert contact_keys(entry) == contact_keys(before) == keys_from(before.sources)
    assert entry.text == "ana kos ana ito / biscuit"
    assert words_in(entry.text) == {"ana", "kos", "ito", "biscuit"}


@given(st.emails(), st.data())
def test_an_address_is_the_key_of_nobody_else_and_begins_as_it_was_typed(
    email: str, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(email)))
    assert email_key(email).startswith(email_begun(email[:size]))
    assert email_key(email) == email_key(email.upper())
    assert email_key(email) != email_key(email + "a")


def test_the_digits_at_the_end_of_a_card_lead_to_it() -> None:
    owner = SearchEntry(1, (), card="LOY-0017")
    assert leads_to(ending_ranges("0017"), owner)
    assert leads_to(ending_ranges("17"), owner)
    assert not leads_to(ending_ranges("001"), owner)


def test_an_id_of_digits_and_one_of_letters_never_share_a_key() -> None:
    assert source_key("4471") == source_key("4471")
    assert source_key("A-4471") == source_key("a-4471")
    assert (
        len({source_key("4471"), source_key("44710"), source_key("x4471"), card_key("4471")}) == 4
    )
