"""Customers and who is around them."""

import pytest

from pos_companion.model.people import (
    Customer,
    Gone,
    HouseholdMember,
    PreferredChannel,
    Species,
)


@pytest.mark.parametrize(
    ("name", "call_name", "called"),
    [
        ("Siobhán Kelly", "", "Siobhán"),
        ("Siobhán Kelly", "Shiv", "Shiv"),
        ("  ", "", ""),
        ("", "", ""),
        ("Dr. Maria Okafor", "Dr. Okafor", "Dr. Okafor"),
    ],
)
def test_a_customer_is_called_what_they_like_or_else_by_the_first_name(
    name: str, call_name: str, called: str
) -> None:
    assert Customer(1, name, call_name).called == called


def test_only_animals_are_pets() -> None:
    pets = {species for species in Species if species.is_pet}
    assert pets == {Species.DOG, Species.CAT, Species.PET}


def test_whoever_is_around_is_not_gone_and_who_never_said_has_no_channel() -> None:
    assert not HouseholdMember(1, "Rex").gone
    assert Gone.DIED
    assert Gone.LEFT
    assert not Customer(1).channel
    assert PreferredChannel("sms") is PreferredChannel.SMS
