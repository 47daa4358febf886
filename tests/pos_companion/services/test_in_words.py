"""No complaint of the database reaches people as it is."""

import pytest
from peewee import DatabaseError

from pos_companion.errors import DamagedError, RefusedError
from pos_companion.services.in_words import in_words


def complains() -> None:
    raise DatabaseError("database disk image is malformed")


def refuses() -> None:
    raise RefusedError("No.")


def test_what_the_database_says_becomes_a_sentence() -> None:
    with pytest.raises(DamagedError, match="The records are damaged"):
        in_words(complains)


def test_what_is_a_sentence_already_stays_as_it_is() -> None:
    with pytest.raises(RefusedError, match="No"):
        in_words(refuses)
    assert in_words(lambda: 7) == 7
