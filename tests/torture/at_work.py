"""The window at work for a day, in a process of its own, without a screen.

`python tests/torture/at_work.py FOLDER VISITS SECONDS REST`: so many visits, one in so many
seconds, and after each so many seconds in which nobody touches the till. It says `VISIT` after each
and `ERROR` with whatever the program had to complain about.
"""

import logging
import os
import select
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_companion.services import Shop, WallClock
from pos_companion.services.opening import open_till
from pos_companion.services.torture import PEOPLE
from pos_companion.settings import Settings
from tests.bots import Cashier, ShopClock
from ui.assets import load_fonts
from ui.office.in_force import use_look
from ui.tasks import Tasks
from ui.window import Window

CLOCK = "POS_TORTURE_CLOCK"
"""Names a file with the seconds by which the clock is wrong, where nothing else sets it wrong."""


class WrongClock(WallClock):
    """The wall's clock, set forward and back by a file."""

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=float(Path(os.environ[CLOCK]).read_text()))


class Complaints(logging.Handler):
    """Says every warning and error on the standard output."""

    def emit(self, record: logging.LogRecord) -> None:
        _say("ERROR " + " ".join(self.format(record).split()))


class WorkingCashier(Cashier):
    """A cashier before the real window with its real worker."""

    def __init__(self, folder: Path) -> None:
        self.clock = ShopClock()
        self.shop: Shop | None = None
        self.actions = 0
        self.settings = Settings(folder, less_movement=True, language="en")
        use_look(self.settings)
        self.window = Window(self.settings, self._open, Tasks(), self.clock.seconds)
        self.window.show()
        self.window.activateWindow()
        self.window.open()
        while self.window.counter is None:
            QApplication.processEvents()
        self.settle()

    def _open(self, passphrase: str, go_on: bool = False) -> Shop:
        clock = WrongClock() if CLOCK in os.environ else None
        self.shop = open_till(self.settings, passphrase, clock, alone=True, go_on=go_on)
        return self.shop

    def settle(self) -> None:
        """Until the worker has answered everything, and what the answers led to."""
        for _ in range(3):
            answered: list[None] = []
            self.window.tasks.run(lambda: None, answered.append, _raise, self.window)
            while not answered:
                QApplication.processEvents()
                _wait(0.001)
            super().settle()

    def serves(self, number: int) -> None:
        """Somebody comes, is found, and their visit is recorded."""
        self.types(f"Number{number % PEOPLE}").presses("Enter").presses("Enter")

    def rests(self, seconds: int) -> None:
        """Nobody touches the till; as the idle watch tells it, once a second."""
        for second in range(1, seconds + 1):
            self.window.guard.idle.passed.emit(second)
        self.settle()


def work(folder: Path, visits: int, seconds: float, rest: int) -> None:
    """One visit after the other, each at its time."""
    app = QApplication([])
    load_fonts()
    cashier = WorkingCashier(folder)
    began = time.monotonic()
    for number in range(visits):
        while time.monotonic() < began + number * seconds:
            app.processEvents()
            _wait(0.01)
        cashier.serves(number)
        cashier.rests(rest)
        _say(f"VISIT {number}")
    cashier.leaves()
    cashier.window.tasks.close()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait(seconds: float) -> None:
    # time.sleep is not understood by what sets the clock wrong.
    select.select([], [], [], seconds)


def _raise(error: Exception) -> None:
    raise error


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _complain(kind: type[BaseException], error: BaseException, _trace: object) -> None:
    _say(f"ERROR {kind.__name__}: {error}")


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, handlers=[Complaints()])
    sys.excepthook = _complain
    work(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
