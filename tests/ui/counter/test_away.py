"""The system says that nobody is there."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget

from ui.counter.away import Away, buses_here, says_away


@pytest.fixture
def bus() -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    """A bus of this test alone: the till's end of it, and the desktop's."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("not run: there is no dbus-daemon here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    yield (
        QDBusConnection.connectToBus(address, "till"),
        QDBusConnection.connectToBus(address, "desktop"),
    )
    for name in ("till", "desktop"):
        QDBusConnection.disconnectFromBus(name)
    daemon.kill()
    daemon.communicate()


def listens(till: QDBusConnection) -> None:
    """Wait until the bus has noted what the till wants to hear: it answers in their order."""
    bus = "org.freedesktop.DBus"
    till.call(QDBusMessage.createMethodCall(bus, "/org/freedesktop/DBus", bus, "GetId"))


def says(desktop: QDBusConnection, interface: str, name: str, *values: object) -> None:
    message = QDBusMessage.createSignal("/some/where", interface, name)
    message.setArguments(list(values))
    desktop.send(message)


def test_a_locked_screen_a_locked_session_and_a_sleeping_computer_are_heard(
    qapp: QApplication, qtbot, bus: tuple[QDBusConnection, QDBusConnection]
) -> None:
    till, desktop = bus
    window = QWidget()
    qtbot.addWidget(window)
    away = Away(window, lambda: [till])
    heard: list[str] = []
    away.went.connect(lambda: heard.append("away"))
    away.start(window)
    away.start(window)  # once more is the same
    listens(till)
    for interface, name, values in (
        ("org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("org.gnome.ScreenSaver", "ActiveChanged", (True,)),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", (True,)),
        ("org.freedesktop.login1.Session", "Lock", ()),
        ("org.freedesktop.ScreenSaver", "ActiveChanged", (False,)),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", (False,)),
        ("org.freedesktop.login1.Session", "Unlock", ()),
    ):
        says(desktop, interface, name, *values)
    qtbot.waitUntil(lambda: len(heard) >= 4)
    away.stop()
    says(desktop, "org.freedesktop.login1.Session", "Lock")
    qapp.processEvents()
    assert len(heard) == 4


def test_without_a_bus_nothing_is_started_and_nothing_is_wrong(
    qapp: QApplication, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert len(buses_here()) <= 1
    window = QWidget()
    qtbot.addWidget(window)
    away = Away(window, lambda: [QDBusConnection("nobody here")])
    away.start(window)
    away.stop()


@pytest.mark.parametrize(
    ("message", "detail", "away"),
    [(0x02B1, 7, True), (0x02B1, 8, False), (0x0218, 4, True), (0x0218, 7, False), (1, 7, False)],
)
def test_the_messages_of_windows_are_told_apart(message: int, detail: int, away: bool) -> None:
    assert says_away(message, detail) is away
