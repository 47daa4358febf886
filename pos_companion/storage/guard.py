"""Watches what the database does not: that its files are still the ones that were opened.

A program that tidies up, a folder that is synchronised, or an old copy that somebody put back can
take the ground from under an open store; whatever is written then goes nowhere, without an error.
So the files are looked at around every deed, and the number of the last deed is kept beside them.
"""

import logging
import os
import re
from pathlib import Path

from pos_companion.errors import MissingDeedsError, StoppedError
from pos_companion.i18n import N_

MARK = "companion.mark"
_WRITTEN = re.compile(rb"(\d{13}) ([0-9a-f]{64})")
_EMPTY = "0" * 64

_log = logging.getLogger(__name__)

Head = tuple[int, str]
"""Number and seal of the last row of the audit trail; (0, "") before the first."""
_Identity = tuple[tuple[int, int], ...]


class Guard:
    """Of one open store.

    Args:
        store: its file; the write-ahead log lies beside it.
    """

    def __init__(self, store: Path) -> None:
        self._mark = store.with_name(MARK)
        self._watched = (str(store), f"{store}-wal")
        self._files: _Identity = ()

    def remember(self) -> None:
        """From now on these are the files; both exist once something has been read."""
        self._files = self._seen()

    def require(self) -> None:
        """Before a deed is begun.

        Raises:
            StoppedError: the files are others now; nothing was written.
        """
        if self._seen() != self._files:
            raise StoppedError(
                N_("The folder with the records was moved, changed or taken away while the till "
                   "was open. Nothing was kept of this. Please start the till again.")
            )  # fmt: skip

    def confirm(self, head: Head) -> None:
        """After a deed is on the disk: note its number, once it is sure that it is in our file.

        Raises:
            StoppedError: the files are others now; whether it was kept nobody knows.
        """
        if self._seen() != self._files:
            raise StoppedError(
                N_("The folder with the records was moved, changed or taken away while the till "
                   "was open. Nobody knows whether this was kept. Please start the till again.")
            )  # fmt: skip
        self.mark(head)

    def mark(self, head: Head) -> None:
        """Note the last deed beside the store, where a store that lost it can be told by it."""
        number, seal = head
        text = f"{number:013d} {seal or _EMPTY}".encode("ascii")
        try:
            handle = os.open(
                self._mark, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
            )
            try:
                os.write(handle, text)
            finally:
                os.close(handle)
        except OSError as error:
            # It may lag behind: what is in the store is kept whatever is noted beside it.
            _log.warning("the mark was not written: %s", error)

    def marked(self) -> Head | None:
        """What was noted; None when there is nothing that can be read."""
        try:
            found = _WRITTEN.fullmatch(self._mark.read_bytes())
        except OSError:
            return None
        if found is None:
            _log.warning("the mark cannot be read")
            return None
        number, seal = int(found[1]), found[2].decode("ascii")
        return number, "" if seal == _EMPTY else seal

    def lost(self, kept: Head) -> int:
        """How many deeds more were noted than are there."""
        marked = self.marked()
        return max(marked[0] - kept[0], 0) if marked else 0

    def _seen(self) -> _Identity:
        try:
            states = [os.stat(path) for path in self._watched]
        except OSError:
            return ()
        return tuple((state.st_dev, state.st_ino) for state in states)


def compare(marked: Head | None, kept: Head, seal_at_mark: str | None) -> None:
    """Whether a store holds all that was said to be saved in it.

    Args:
        kept: the last deed of the store.
        seal_at_mark: the seal of its deed with the marked number; None when there is none.

    Raises:
        MissingDeedsError: it holds less, or other deeds.
    """
    if marked is None or not marked[0]:
        return
    if marked[0] > kept[0]:
        raise MissingDeedsError.of(marked[0] - kept[0])
    if seal_at_mark != marked[1]:
        raise MissingDeedsError(
            N_("These are not the records that were saved here last; a copy was put in their "
               "place. Use a backup, or go on with these and note it.")
        )  # fmt: skip
