"""A glimpse tells who somebody is, in the words of their record, and nothing beside."""

from dataclasses import fields

from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer


def test_it_calls_things_as_the_record_does_and_tells_no_more() -> None:
    own = {"first", "last", "is_alone"}
    assert set(Glimpse._fields) - own <= {one.name for one in fields(Customer)}
    assert not {"remember", "refused", "tags", "gone", "say_as"} & set(Glimpse._fields)


def test_they_are_called_as_by_their_record() -> None:
    for names in (("Rosa Delgado", ""), ("Rosa Delgado", "Rosie"), ("", "")):
        name, call_name = names
        blank = dict.fromkeys(Glimpse._fields, "")
        glimpse = Glimpse(**{**blank, "name": name, "call_name": call_name})
        assert glimpse.called == Customer(1, name, call_name=call_name).called
