"""How long nobody has touched this till."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from ui.counter.keys import Clock

_SECOND_MS = 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class Idle(QObject):
    """Watches keys, taps and wheel of the whole application while it is started.

    Args:
        clock: seconds, never going back.

    Signals:
        passed(int): whole seconds without a touch; once a second.
    """

    passed = Signal(int)

    def __init__(self, clock: Clock = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self.touched()
        app = QCoreApplication.instance()
        if app is not None and not self._second.isActive():
            app.installEventFilter(self)
            self._second.start()

    def stop(self) -> None:
        """Watch no longer."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._second.stop()

    def touched(self) -> None:
        """Somebody is here now, for example with a card at the scanner."""
        self._last = self._clock()

    def look(self) -> None:
        """Tell how long it is."""
        self.passed.emit(int(round(self._clock() - self._last, 3)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a touch; every event goes on."""
        if event.type() in _TOUCHES:
            self.touched()
        return False
