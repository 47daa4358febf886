"""Turns what the database says into sentences a cashier can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import BusyError, CompanionError, DamagedError, NotSavedError
from pos_companion.i18n import N_

_FAULTS: tuple[tuple[tuple[str, ...], type[CompanionError], str], ...] = (
    (
        ("is full",),
        NotSavedError,
        N_("The disk is full. Nothing was kept of this; free some space and save again."),
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
        N_("The records are damaged. Nothing more is written; please restore a backup."),
    ),
    (
        # What a disk says that is full to the last byte, pulled out, or failing.
        ("disk i/o",),
        NotSavedError,
        N_("The disk does not answer as it should. Is it full? Nothing was kept of this."),
    ),
)


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


def read(db: SqlCipherDatabase, sql: str, *values: object) -> list[Any]:
    """The rows of a reading statement, by the shortest way: for what is asked at every key."""
    try:
        return list(db.connection().execute(sql, values).fetchall())
    except sqlcipher.DatabaseError as error:
        raise word(error) from error


def word(error: BaseException) -> CompanionError:
    """The sentence for the root cause of a database error.

    A failed write has been rolled back by the database already; the rollback that follows then
    hides the cause, which is why the whole chain is read.
    """
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        chain.append(str(cause).lower())
        cause = cause.__cause__ or cause.__context__
    for signs, kind, sentence in _FAULTS:
        if any(sign in text for sign in signs for text in chain):
            return kind(sentence)
    return NotSavedError(N_("The records could not be written. Nothing was kept of this."))
