"""One window, or one long job, per data folder: a lock file that a crash frees by itself."""

import os
import sys
import time
from pathlib import Path
from typing import IO

from pos_companion.errors import BusyError, NotSavedError
from pos_companion.i18n import N_

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE = "companion.lock"
_LOOK_AGAIN = 0.05


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
        try:
            file = self._path.open("a+b")
        except OSError as error:
            raise NotSavedError(
                N_("The folder with the records cannot be written to: {why}"),
                why=error.strerror or error,
            ) from error
        try:
            _lock_within(file, patience)
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


def _lock_within(file: IO[bytes], seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            return _lock(file)
        except OSError:
            if time.monotonic() >= end:
                raise
        time.sleep(_LOOK_AGAIN)


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
