"""Who sees a key first: the scanner, then the hands of the counter, then the widget."""

from PySide6.QtCore import QCoreApplication

from ui.counter.hands import Hands
from ui.counter.keys import Clock, EnterGuard
from ui.counter.page import CounterPage
from ui.scanner import Scanner


class KeyFilters:
    """Keeps scanner and hands installed on the application while there is a counter.

    Args:
        scanner: lasts as long as the window.
        clock: seconds that never go back; for the guards against a held Enter.
    """

    def __init__(self, scanner: Scanner, clock: Clock) -> None:
        self._scanner = scanner
        self._clock = clock
        self._hands: Hands | None = None

    def serve(self, page: CounterPage) -> None:
        """Let keys go to this counter from now on, and to no other."""
        self.stop()
        self._hands = Hands(page, EnterGuard(self._clock))
        app = QCoreApplication.instance()
        if app is not None:
            # The filter that came last sees a key first, and the scanner has to.
            app.installEventFilter(self._hands.keys)
            app.installEventFilter(self._scanner)

    def rest(self) -> None:
        """Let no key reach the counter while the till is locked; a scan is still told of."""
        app, hands = QCoreApplication.instance(), self._hands
        if app is not None and hands is not None:
            app.removeEventFilter(hands.keys)

    def wake(self) -> None:
        """Serve the counter again after `rest`."""
        app, hands = QCoreApplication.instance(), self._hands
        if app is not None and hands is not None:
            app.installEventFilter(hands.keys)
            app.installEventFilter(self._scanner)

    def stop(self) -> None:
        """Let every key go where Qt sends it."""
        app, hands = QCoreApplication.instance(), self._hands
        if app is not None and hands is not None:
            app.removeEventFilter(self._scanner)
            app.removeEventFilter(hands.keys)
        self._hands = None
