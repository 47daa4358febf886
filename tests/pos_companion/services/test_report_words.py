"""Words for what a newer version or an old record may hold."""

from pos_companion.model.people import Customer
from pos_companion.services.report_words import (
    how_beyond,
    name_of,
    reason_in_words,
    staff_in_words,
)


def test_reasons_are_worded_and_those_of_a_newer_version_stay_as_they_are() -> None:
    assert reason_in_words("rough_day") == "They have a rough day"
    assert reason_in_words("last_one") == how_beyond("last_one")
    assert reason_in_words("") == "No reason was asked for"
    assert how_beyond("from_the_future") == "from_the_future"


def test_people_without_a_name_are_told_apart() -> None:
    assert name_of(Customer(7, description="lady, red pram")) == "lady, red pram"
    assert name_of(Customer(7)) == "#7"
    assert name_of(None) == "Not in the records any more"
    assert staff_in_words("") == "Nobody signed in"
