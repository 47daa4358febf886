"""How long nobody has touched this till."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui.counter.keys import Clock

_SECOND_MS = 1000
_AWAY = frozenset({Qt.ApplicationState.ApplicationHidden, Qt.ApplicationState.ApplicationSuspended})
_SLEPT = 2
"""Seconds of sleep that are noticed; less is the difference of two clocks read one by one."""
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


def seconds_asleep() -> float:
    """How long this computer has slept since it was started, apart from a constant.

    Where the system does not tell, a clock that is set forward looks like sleep too. On Windows
    nothing is seen, because there the clock of `Idle` goes on while the computer sleeps.
    """
    since_start = getattr(time, "CLOCK_BOOTTIME", None)
    if since_start is not None:
        return time.clock_gettime(since_start) - time.monotonic()
    return time.time() - time.monotonic()


class Idle(QObject):
    """Watches keys, taps and wheel of the whole application while it is started.

    Args:
        clock: seconds, never going back.
        asleep: seconds that the computer has slept.

    Signals:
        passed(int): whole seconds without a touch; once a second.
        woke: the computer slept since it last looked, or the system put the program away.
    """

    passed = Signal(int)
    woke = Signal()

    def __init__(
        self,
        clock: Clock = time.monotonic,
        parent: QObject | None = None,
        asleep: Clock = seconds_asleep,
    ) -> None:
        super().__init__(parent)
        self._clock, self._asleep = clock, asleep
        self._last, self._slept = clock(), asleep()
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self.touched()
        self._slept = self._asleep()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and not self._second.isActive():
            app.installEventFilter(self)
            app.applicationStateChanged.connect(self.put_away)
            self._second.start()

    def stop(self) -> None:
        """Watch no longer."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and self._second.isActive():
            app.removeEventFilter(self)
            app.applicationStateChanged.disconnect(self.put_away)
        self._second.stop()

    def put_away(self, state: Qt.ApplicationState) -> None:
        """The system hid the program, or is about to stop it."""
        if state in _AWAY:
            self.woke.emit()

    def touched(self) -> None:
        """Somebody is here now, for example with a card at the scanner."""
        self._last = self._clock()

    def look(self) -> None:
        """Tell how long it is, and whether the computer slept meanwhile."""
        before, self._slept = self._slept, self._asleep()
        if self._slept - before >= _SLEPT:
            self.woke.emit()
        self.passed.emit(int(round(self._clock() - self._last, 3)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a touch; every event goes on."""
        if event.type() in _TOUCHES:
            self.touched()
        return False
