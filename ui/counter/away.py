"""The system says that nobody is there: it locked the screen, or is about to sleep.

On Linux the desktop's screen saver and the login manager say so over D-Bus. On Windows the window
gets a message. macOS tells only programs written for it; there, and wherever nothing is said, what
`Idle` sees has to do: that the program was hidden, or that the computer slept.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication, QWidget

if sys.platform == "win32":
    import ctypes
    import ctypes.wintypes

_SAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate")
)
_LOGIN = "org.freedesktop.login1"
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")
_SESSION_BUS = "DBUS_SESSION_BUS_ADDRESS"
_SESSION_CHANGED, _LOCKED = 0x02B1, 7
_POWER, _SUSPENDS = 0x0218, 4

Buses = Callable[[], Sequence[QDBusConnection]]


def buses_here() -> list[QDBusConnection]:
    """The buses of this computer and of whoever is signed in at it; none is ever started."""
    found = []
    if sys.platform.startswith("linux") and _SYSTEM_BUS.exists():
        found.append(QDBusConnection.systemBus())
    if sys.platform.startswith("linux") and os.environ.get(_SESSION_BUS):
        found.append(QDBusConnection.sessionBus())
    return found


def says_away(message: int, detail: int) -> bool:
    """Whether a message of Windows says that nobody is there."""
    return (message, detail) in {(_SESSION_CHANGED, _LOCKED), (_POWER, _SUSPENDS)}


class Away(QObject):
    """Listens while it is started.

    Args:
        buses: where the system speaks, on Linux.

    Signals:
        went: nobody is there any more.
    """

    went = Signal()

    def __init__(self, parent: QObject, buses: Buses = buses_here) -> None:
        super().__init__(parent)
        self._find = buses
        self._heard: list[tuple[QDBusConnection, str, str, Any]] = []
        self._messages: _Messages | None = None

    def start(self, window: QWidget) -> None:
        """Begin to listen.

        Args:
            window: on Windows it is the one that is told.
        """
        self.stop()
        for bus in self._find():
            for saver in _SAVERS:
                self._hear(bus, saver, "ActiveChanged", SLOT("_on_told(bool)"))
            self._hear(bus, f"{_LOGIN}.Manager", "PrepareForSleep", SLOT("_on_told(bool)"))
            self._hear(bus, f"{_LOGIN}.Session", "Lock", SLOT("_on_locked()"))
        if sys.platform == "win32":
            self._messages = _Messages(self.went.emit)
            self._messages.listen(window)

    def stop(self) -> None:
        """Listen no longer."""
        for bus, interface, name, slot in self._heard:
            bus.disconnect("", "", interface, name, self, slot)
        self._heard = []
        if self._messages is not None:
            self._messages.end()
            self._messages = None

    def _hear(self, bus: QDBusConnection, interface: str, name: str, slot: Any) -> None:
        if bus.isConnected() and bus.connect("", "", interface, name, self, slot):
            self._heard.append((bus, interface, name, slot))

    @Slot(bool)
    def _on_told(self, away: bool) -> None:
        if away:
            self.went.emit()

    @Slot()
    def _on_locked(self) -> None:
        self.went.emit()


class _Messages(QAbstractNativeEventFilter):
    """The messages of Windows to one window."""

    def __init__(self, away: Callable[[], None]) -> None:
        super().__init__()
        self._away = away

    def listen(self, window: QWidget) -> None:
        """Ask to be told when the session is locked; of sleep every window is told."""
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
        app = QApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def end(self) -> None:
        """Look at no more messages."""
        app = QApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)

    def nativeEventFilter(self, kind: Any, message: int) -> Any:  # noqa: N802 - Qt's name
        """Note what says that nobody is there; every message goes on."""
        if sys.platform == "win32" and bytes(kind) == b"windows_generic_MSG":
            told = ctypes.wintypes.MSG.from_address(int(message))
            if says_away(told.message, told.wParam):
                self._away()
        return False, 0
