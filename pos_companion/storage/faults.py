"""Turns what the database says into sentences a cashier can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import (
    BusyError,
    CompanionError,
    DamagedError,
    NotSavedError,
    ServerGoneError,
)
from pos_companion.i18n import N_

DAMAGED = N_("The records are damaged. Nothing more is written; please restore a backup.")
_ROOM = 64
"""So many megabytes free let the till finish the day."""
_FAULTS: tuple[tuple[tuple[str, ...], type[CompanionError], str], ...] = (
    (
        ("is full",),
        NotSavedError,
        N_("The disk is full. Nothing was kept of this; free {room} MB and save again."),
    ),
    (
        ("is locked", "busy"),
        BusyError,
        N_("Another program is using the records just now. Please try again in a moment."),
    ),
    (
        ("readonly", "read-only", "unable to open", "permission"),
        NotSavedError,
        N_("The folder with the records cannot be written to. Nothing was kept of this."),
    ),
    (
        ("malformed", "not a database", "corrupt"),
        DamagedError,
        DAMAGED,
    ),
    (
        # What a disk says that is full to the last byte, pulled out, or failing.
        ("disk i/o",),
        NotSavedError,
        N_("The disk does not answer as it should. Is it full? Nothing was kept of this."),
    ),
)


# Codes of PostgreSQL; its texts come in the language of the server.
_STATES: tuple[tuple[tuple[str, ...], type[CompanionError], str], ...] = (
    (
        ("55P03", "40P01", "40001"),
        BusyError,
        N_("Another till is using the records just now. Please try again in a moment."),
    ),
    (
        ("57014",),
        BusyError,
        N_("The server takes too long. Nothing was kept of this; please try again in a moment."),
    ),
    (
        ("53100",),
        NotSavedError,
        N_("The disk of the server is full. Nothing was kept of this."),
    ),
    (
        ("08", "57P", "53300"),
        ServerGoneError,
        N_("The connection to the database is lost. Nothing was kept of this; please try again."),
    ),
)
_DRIVER = "psycopg"


@contextmanager
def worded() -> Iterator[None]:
    """Raise a `CompanionError` for whatever the database could not do.

    Broken unique keys and checks pass through as they are: they are answers, not faults.
    """
    try:
        yield
    except (peewee.IntegrityError, sqlcipher.IntegrityError):
        raise
    except (peewee.DatabaseError, sqlcipher.DatabaseError) as error:
        raise word(error) from error


def read(db: Any, sql: str, *values: object) -> list[Any]:
    """The rows of a reading statement, by the shortest way: for what is asked at every key."""
    try:
        return list(db.fetch(sql, values))
    except (peewee.DatabaseError, sqlcipher.DatabaseError) as error:
        told = word(error)
        if isinstance(told, DamagedError):
            db.is_damaged = True
        raise told from error


def word(error: BaseException) -> CompanionError:
    """The sentence for the root cause of a database error.

    A failed write has been rolled back by the database already; the rollback that follows then
    hides the cause, which is why the whole chain is read.
    """
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        if type(cause).__module__.partition(".")[0] == _DRIVER:
            return _word_of_server(cause)
        chain.append(str(cause).lower())
        cause = cause.__cause__ or cause.__context__
    for signs, kind, sentence in _FAULTS:
        if any(sign in text for sign in signs for text in chain):
            return kind(sentence, room=_ROOM)
    return NotSavedError(N_("The records could not be written. Nothing was kept of this."))


def _word_of_server(error: BaseException) -> CompanionError:
    """The sentence for what the driver of a server says; it knows no code for a lost line."""
    state = getattr(error, "sqlstate", None) or "08"
    for signs, kind, sentence in _STATES:
        if state.startswith(signs):
            return kind(sentence, room=_ROOM)
    return NotSavedError(N_("The records could not be written. Nothing was kept of this."))
