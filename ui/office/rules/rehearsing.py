"""Lives through the shop's last days with the rule on the screen, off the screen's thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_companion.rules import Rule
from pos_companion.rules.simulate.replay import Progress
from pos_companion.services import Shop
from pos_companion.services.simulation import Preview, Rehearsal, open_rehearsal
from ui.tasks import Tasks


class Rehearsing(QObject):
    """The past is read once and kept; each draft is an answer that only counts while it is newest.

    Signals:
        came(object): a `Preview`, of the rule asked about last.
        failed(object): the error instead.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop, self._tasks = shop, tasks
        self._rehearsal: Rehearsal | None = None
        self._reading = False
        self._wanted: Rule | None = None
        self._asked = 0

    def forget(self) -> None:
        """The rules in use have changed: what was read is old."""
        self._rehearsal = None
        self._asked += 1

    def ask(self, rule: Rule) -> None:
        """Ask what this rule would have done; answers about others no longer count."""
        self._asked += 1
        self._wanted = rule
        if self._rehearsal is not None:
            self._run(self._rehearsal, rule)
        elif not self._reading:
            self._reading = True
            steps = open_rehearsal(self._shop)
            self._tasks.run_in_steps(steps, _nothing, self._on_read, self._on_failed, self)

    def _on_read(self, rehearsal: Rehearsal) -> None:
        self._reading = False
        self._rehearsal = rehearsal
        if self._wanted is not None:
            self._run(rehearsal, self._wanted)

    def _run(self, rehearsal: Rehearsal, rule: Rule) -> None:
        asked = self._asked
        work: Callable[[], Preview] = partial(rehearsal.preview, rule)
        self._tasks.run(work, lambda found: self._on_came(asked, found), self._on_failed, self)

    def _on_came(self, asked: int, found: Preview) -> None:
        if asked == self._asked:
            self.came.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)


def _nothing(_progress: Progress) -> None:
    """Reading the past takes a moment; the words for that stand there already."""
