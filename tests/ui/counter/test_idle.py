"""How long nobody has touched this till."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bots import ShopClock
from ui.counter.idle import Idle, seconds_asleep


def test_seconds_are_counted_from_the_last_touch(qapp: QApplication, qtbot) -> None:
    clock, told = ShopClock(), []
    idle = Idle(clock.seconds)
    idle.passed.connect(told.append)
    idle.start()
    clock.ms += 59_999
    idle.look()
    clock.ms += 1
    idle.look()
    widget = QWidget()
    qtbot.addWidget(widget)
    press = QEvent.Type.KeyPress
    QApplication.sendEvent(widget, QKeyEvent(press, 65, qapp.keyboardModifiers(), "a"))
    idle.look()
    idle.stop()
    assert told == [59, 60, 0]


def test_a_scan_at_another_device_is_a_touch(qapp: QApplication) -> None:
    clock, told = ShopClock(), []
    idle = Idle(clock.seconds)
    idle.passed.connect(told.append)
    clock.ms += 5_000
    idle.touched()
    idle.look()
    assert told == [0]


def test_a_computer_that_slept_is_noticed_at_the_next_look(qapp: QApplication) -> None:
    slept = ShopClock()
    told: list[str] = []
    idle = Idle(ShopClock().seconds, asleep=slept.seconds)
    idle.woke.connect(lambda: told.append("woke"))
    idle.look()
    slept.ms += 30_000
    idle.look()
    idle.look()
    assert told == ["woke"]


def test_a_program_that_is_put_away_is_noticed(qapp: QApplication) -> None:
    told: list[str] = []
    idle = Idle(ShopClock().seconds)
    idle.woke.connect(lambda: told.append("woke"))
    idle.start()
    idle.start()
    for state in (
        Qt.ApplicationState.ApplicationActive,
        Qt.ApplicationState.ApplicationHidden,
        Qt.ApplicationState.ApplicationInactive,
        Qt.ApplicationState.ApplicationSuspended,
    ):
        qapp.applicationStateChanged.emit(state)
    idle.stop()
    idle.stop()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationHidden)
    assert told == ["woke", "woke"]


def test_a_computer_that_works_does_not_sleep() -> None:
    before = seconds_asleep()
    assert abs(seconds_asleep() - before) < 1
