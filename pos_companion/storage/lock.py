"""Who has the records of a folder: lock files that a crash frees by itself.

One window, or one long job, has the folder's lock. Whoever has the records open at all, a window
or the shortest command, has a share in their use; for a new key and for putting a backup back
nobody else may have one, because the file changes as a whole under everybody who reads it.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pos_companion.errors import BusyError
from pos_companion.i18n import N_
from pos_companion.storage.disk import not_written

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE = "companion.lock"
IN_USE = "companion.use"
PATIENCE = 2.0
"""Seconds that a start waits for somebody who needs the records alone."""
_LOOK_AGAIN = 0.05
_SHARES = 64
"""So many may have the records open at once where a system knows no shared locks."""


class FolderLock:
    """Held from `take` until `free`, or until the process ends however it ends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: IO[bytes] | None = None

    def take(self, patience: float = 0) -> None:
        """Take the lock.

        Args:
            patience: seconds to wait for whoever has it.

        Raises:
            BusyError: a window or a long job of another process has it.
            NotSavedError: the folder cannot be written to.
        """
        file = _opened(self._path)
        try:
            _within(patience, lambda: _lock(file))
        except OSError as error:
            file.close()
            raise BusyError(
                N_("The companion is already running on these records. Please use its window.")
            ) from error
        self._file = file

    def free(self) -> None:
        """Give the lock back; freeing twice does no harm."""
        if self._file is not None:
            self._file.close()
            self._file = None


class FolderUse:
    """A share in the records: from `begin` until `free`, or until the process ends.

    Attributes:
        found_alone: nobody else had the records open when this began.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / IN_USE
        self._file: IO[bytes] | None = None
        self._held = (0, 0)
        self.found_alone = False

    def begin(self, patience: float = PATIENCE) -> None:
        """Take a share.

        Args:
            patience: seconds to wait for whoever needs the records alone.

        Raises:
            BusyError: somebody needs them alone.
            NotSavedError: the folder cannot be written to.
        """
        file = _opened(self._path)
        try:
            self.found_alone = self._is_alone(file)
            _within(patience, lambda: self._take_share(file))
        except OSError as error:
            file.close()
            raise BusyError(
                N_("The records are being put back or locked by a new key just now. Nothing was "
                   "changed. Please try again in a moment.")
            ) from error  # fmt: skip
        self._file = file

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else opens the records meanwhile; with a share it is kept, without one none.

        Raises:
            BusyError: somebody else has them open; nothing was changed.
            NotSavedError: the folder cannot be written to.
        """
        file = self._file or _opened(self._path)
        try:
            if not self._is_alone(file):
                raise BusyError(
                    N_("POS Companion is open on this folder in another window or command. Close "
                       "it first. Nothing was changed.")
                )  # fmt: skip
            yield
        finally:
            if self._file is None:
                file.close()
            else:
                _within(PATIENCE, lambda: self._take_share(file))

    def is_alone(self) -> bool:
        """Whether nobody else has the records open just now."""
        try:
            with self.alone():
                return True
        except BusyError:
            return False

    def free(self) -> None:
        """Give the share back; freeing twice does no harm."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _is_alone(self, file: IO[bytes]) -> bool:
        """Take all of it if nobody else has a share; one of our own goes for it."""
        self._let_go(file)
        try:
            _lock(file, 0, _SHARES)
        except OSError:
            return False
        self._held = (0, _SHARES)
        return True

    def _take_share(self, file: IO[bytes]) -> None:
        if sys.platform != "win32":
            fcntl.flock(file.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
            return
        self._let_go(file)
        for share in range(_SHARES):
            try:
                _lock(file, share, 1)
            except OSError:
                continue
            self._held = (share, 1)
            return
        raise OSError("no share is left")

    def _let_go(self, file: IO[bytes]) -> None:
        """Where parts of the file are locked, one lock has to go before another is taken."""
        if sys.platform == "win32" and self._held[1]:
            file.seek(self._held[0], os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, self._held[1])
            self._held = (0, 0)


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("a+b")
    except OSError as error:
        raise not_written(path.parent, error) from error


def _within(seconds: float, take: Callable[[], None]) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            return take()
        except OSError:
            if time.monotonic() >= end:
                raise
        time.sleep(_LOOK_AGAIN)


def _lock(file: IO[bytes], at: int = 0, count: int = 1) -> None:
    """Lock some bytes of a file, or all of it where a system knows no parts."""
    if sys.platform == "win32":
        file.seek(at, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, count)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
