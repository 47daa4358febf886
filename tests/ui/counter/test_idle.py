"""How long nobody has touched this till."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bots import ShopClock
from ui.counter.idle import Idle


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
