"""Writes visits, and keeps at it: a visit that could not be saved is tried again, as itself.

The uid was made when the card was opened, so a retry can never become a second visit.
"""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from pos_companion.errors import BusyError, NotSavedError
from pos_companion.services.record_visit import Recorded, VisitDeed
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_PAUSES_MS = (500, 1000, 2000, 4000, 8000)

Write = Callable[[VisitDeed], Recorded]


class Recorder(QObject):
    """Takes deeds and answers once each.

    Args:
        tasks: where the writing is done.
        write: writes one deed; raises `NotSavedError` or `BusyError` when it may work later.

    Attributes:
        trouble: why the latest try failed, in a sentence; empty before one did.

    Signals:
        saved: the deed and what was recorded.
        refused: the deed and the error; trying again would not help.
        waiting: how many visits are not saved yet; 0 when all are.
    """

    saved = Signal(object, object)
    refused = Signal(object, object)
    waiting = Signal(int)

    def __init__(self, tasks: Tasks, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._write = write
        self._tries: dict[str, int] = {}
        self._pending: dict[str, VisitDeed] = {}
        self.trouble = ""

    def is_pending(self, uid: str) -> bool:
        """Whether this visit is being written or waits to be."""
        return uid in self._pending

    @property
    def is_idle(self) -> bool:
        """Whether everything asked for is on the disk."""
        return not self._pending

    def record(self, deed: VisitDeed) -> None:
        """Write a visit; asked twice for the same one, it is written once."""
        if deed.uid in self._pending:
            return
        self._pending[deed.uid] = deed
        self._try(deed)

    def try_again(self) -> None:
        """Try everything that waits now."""
        for uid in tuple(self._tries):
            self._try(self._pending[uid])

    def _try(self, deed: VisitDeed) -> None:
        self._tasks.run(
            partial(self._write, deed),
            partial(self._on_saved, deed),
            partial(self._on_failed, deed),
            self,
        )

    def _on_saved(self, deed: VisitDeed, recorded: Recorded) -> None:
        if self._finish(deed):
            self.saved.emit(deed, recorded)

    def _on_failed(self, deed: VisitDeed, error: Exception) -> None:
        if deed.uid not in self._pending:
            return
        if isinstance(error, NotSavedError | BusyError):
            self.trouble = str(error)
            tried = self._tries.get(deed.uid, 0)
            self._tries[deed.uid] = tried + 1
            QTimer.singleShot(
                _PAUSES_MS[min(tried, len(_PAUSES_MS) - 1)], self, partial(self._retry, deed)
            )
            self.waiting.emit(len(self._tries))
            return
        self._finish(deed)
        self.refused.emit(deed, error)

    def _retry(self, deed: VisitDeed) -> None:
        if deed.uid in self._pending:
            self._try(deed)

    def _finish(self, deed: VisitDeed) -> bool:
        """Forget a deed; False when it was already answered."""
        known = self._pending.pop(deed.uid, None) is not None
        if self._tries.pop(deed.uid, None) is not None:
            self.waiting.emit(len(self._tries))
        return known
