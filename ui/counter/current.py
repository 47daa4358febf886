"""Who is open at the counter, and how work about them is done."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from pos_companion.errors import CompanionError
from pos_companion.services import Shop
from ui.counter.open_visit import OpenVisit
from ui.tasks import Tasks

log = logging.getLogger(__name__)


class Current(QObject):
    """The open visit, shared by everything that changes it.

    Attributes:
        visit: what is open; None while nobody is.

    Signals:
        changed: the open visit looks different now.
        failed: an error to show; what was on the screen is still there.
        why_wanted: an offer whose rule asks whoever gives it for a reason.
        beaten: an offer that cannot be given because another till was quicker, and the error; the
            shop honours it.
    """

    changed = Signal(object)
    failed = Signal(object)
    why_wanted = Signal(object)
    beaten = Signal(object, object)

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shop = shop
        self.tasks = tasks
        self.visit: OpenVisit | None = None

    def show(self, visit: OpenVisit) -> None:
        """From now on it looks like this."""
        self.visit = visit
        self.changed.emit(visit)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Have something done by the worker; an error is shown."""
        self.tasks.run(work, done, self.fail, self)

    def do(self, work: Callable[[], None]) -> None:
        """Have something done whose answer nobody waits for."""
        self.run(work, lambda _nothing: None)

    def fail(self, error: Exception) -> None:
        """Show an error; one of our own making is also written down."""
        if not isinstance(error, CompanionError):
            log.error("a deed at the counter failed", exc_info=error)
        self.failed.emit(error)
