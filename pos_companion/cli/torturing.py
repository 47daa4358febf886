"""Two commands for whoever kills the program while it writes, to see whether it keeps its word."""

import sys
from collections.abc import Iterable, Sequence

from pos_companion.cli.common import Common, opened, settings_of
from pos_companion.errors import BadInputError, CompanionError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.services import is_made
from pos_companion.services.torture import dump, read_operation, write


def torture_write(common: Common, seed: int, limit: int | None, again: Sequence[str]) -> int:
    """Write until killed, or so many deeds; one line each, flushed at once.

    Returns:
        The exit code; 0 only for a run that came to its end.
    """
    try:
        wanted = [read_operation(one) for one in again]
        with opened(common, alone=True) as shop:
            _say(write(shop, seed, limit, wanted))
    except BadInputError:
        raise
    except CompanionError as error:
        return _stopped(error)
    return 0


def torture_dump(common: Common) -> int:
    """Say what is there; the exit code is 3 when the check fails."""
    try:
        if not is_made(settings_of(common).folder):
            raise NotFoundError(N_("There is no shop in this folder yet."))
        with opened(common, alone=True) as shop:
            last = _say(dump(shop))
    except BadInputError:
        raise
    except CompanionError as error:
        return _stopped(error)
    return 0 if last == "CHECK ok" else 3


def _stopped(error: CompanionError) -> int:
    _say([f"STOP {error.kind}: {error}"])
    return error.exit_code


def _say(lines: Iterable[str]) -> str:
    last = ""
    for last in lines:
        sys.stdout.write(f"{last}\n")
        sys.stdout.flush()
    return last
