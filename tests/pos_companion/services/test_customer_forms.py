"""A customer in plain values."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.people import (
    Customer,
    Gone,
    HouseholdMember,
    PreferredChannel,
    Species,
)
from pos_companion.services.customer_forms import (
    READERS,
    customer_values,
    member_values,
    not_kept_values,
    read_fields,
)


def test_fields_are_read_as_what_they_are():
    given = {"name": "Ana", "formal": True, "channel": "post", "remember": None}
    assert read_fields(given, READERS) == {**given, "channel": PreferredChannel.POST}


@pytest.mark.parametrize(
    "given", [{"nmae": "Ana"}, {"name": 7}, {"formal": 1}, {"channel": "pigeon"}, {"remember": ""}]
)
def test_what_is_not_is_refused(given):
    with pytest.raises(BadInputError):
        read_fields(given, READERS)


def test_ids_are_texts_of_digits():
    values = customer_values(Customer(7, description="lady, red pram"))
    assert (values["id"], values["shown_as"], values["channel"]) == ("7", "lady, red pram", "")
    member = HouseholdMember(3, "Tomás", species=Species.PERSON, customer=8, gone=Gone.LEFT)
    values = member_values(member)
    assert (values["id"], values["customer"], values["gone"]) == ("3", "8", "left")


def test_a_reason_is_given_only_when_something_was_not_kept():
    assert not_kept_values([]) == {"not_kept": [], "why": ""}
    assert not_kept_values(["phone"])["why"].endswith("this was not kept.")
