"""A glimpse tells who somebody is, in the words of their record, and nothing beside."""

from dataclasses import fields

from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer


def test_it_calls_things_as_the_record_does_and_tells_no_more() -> None:
    own = {"first", "last", "is_alone"}
    assert set(Glimpse._fields) - own <= {one.name for one in fields(Customer)}
    assert not {"remember", "refused", "tags", "gone", "say_as"} & set(Glimpse._fields)
