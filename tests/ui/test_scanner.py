"""A scanner's burst is told from somebody typing, by the pauses alone."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.scanner import Scanner, ScannerHabits

SCANNER_MS, PERSON_MS = 8, 90


class Desk:
    """A field with the keyboard, and a scanner that watches it."""

    def __init__(self, habits: ScannerHabits | None = None) -> None:
        self.window = QWidget()
        self.field = QLineEdit(self.window)
        self.now = 1000
        self.scanner = Scanner(habits, clock=lambda: self.now / 1000)
        self.codes: list[str] = []
        self.enters: list[str] = []
        self.scanner.scanned.connect(self.codes.append)
        self.field.returnPressed.connect(lambda: self.enters.append(self.field.text()))
        QApplication.instance().installEventFilter(self.scanner)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        QApplication.processEvents()

    def leave(self) -> None:
        QApplication.instance().removeEventFilter(self.scanner)
        self.window.close()
        self.window.deleteLater()

    def keys(self, text: str, gap: int) -> None:
        for letter in text:
            self.key(0, letter, gap)

    def key(self, key: int, text: str, gap: int, repeated: bool = False) -> None:
        self.now += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeated)
            event.setTimestamp(self.now)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def enter(self, gap: int, repeated: bool = False) -> None:
        self.key(Qt.Key.Key_Return, "\r", gap, repeated)

    def scans(self, code: str) -> None:
        self.keys(code[:1], 500)
        self.keys(code[1:], SCANNER_MS)
        self.enter(SCANNER_MS)


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made: list[Desk] = []

    def make(habits: ScannerHabits | None = None) -> Desk:
        made.append(Desk(habits))
        return made[-1]

    make_one = make()
    make_one.make = make
    yield make_one
    for one in made:
        one.leave()


def test_a_burst_is_a_scan_and_leaves_the_field_as_it_was(desk: Desk) -> None:
    desk.keys("half a no", PERSON_MS)
    desk.scans("4006381333931")
    assert desk.codes == ["4006381333931"]
    assert desk.field.text() == "half a no"


def test_the_scanners_own_enter_reaches_nobody(desk: Desk) -> None:
    desk.scans("20471100")
    assert desk.enters == []


def test_somebody_typing_is_not_a_scan(desk: Desk) -> None:
    desk.keys("4006381333931", PERSON_MS)
    desk.enter(PERSON_MS)
    assert desk.codes == []
    assert desk.enters == ["4006381333931"]


def test_three_quick_letters_are_not_a_code(desk: Desk) -> None:
    desk.keys("abc", SCANNER_MS)
    desk.enter(SCANNER_MS)
    assert desk.codes == []
    assert desk.enters == ["abc"]


def test_the_same_code_within_two_seconds_counts_once(desk: Desk) -> None:
    desk.scans("20471100")
    desk.scans("20471100")
    assert desk.codes == ["20471100"]
    desk.now += 2000
    desk.scans("20471100")
    assert desk.codes == ["20471100", "20471100"]


def test_another_code_counts_at_once(desk: Desk) -> None:
    desk.scans("20471100")
    desk.scans("20471117")
    assert desk.codes == ["20471100", "20471117"]


def test_a_held_key_is_not_a_burst(desk: Desk) -> None:
    desk.key(0, "a", 500)
    for _ in range(12):
        desk.key(0, "a", 30, repeated=True)
    desk.enter(30)
    assert desk.codes == []


def test_tab_ends_a_code_too(desk: Desk) -> None:
    desk.keys("2", 500)
    desk.keys("0471100", SCANNER_MS)
    desk.key(Qt.Key.Key_Tab, "\t", SCANNER_MS)
    assert desk.codes == ["20471100"]
    assert desk.field.hasFocus()


def test_a_prefix_begins_a_code_however_short(desk: Desk) -> None:
    own = desk.make(ScannerHabits(prefix="~"))
    own.keys("~", 500)
    own.keys("12", SCANNER_MS)
    own.enter(SCANNER_MS)
    assert own.codes == ["12"]


def test_a_scanner_without_suffix_ends_with_silence(desk: Desk, qtbot) -> None:
    own = desk.make(ScannerHabits(quiet_ms=60))
    own.keys("2", 500)
    own.keys("0471100", SCANNER_MS)
    qtbot.waitUntil(lambda: own.codes == ["20471100"])


def test_symbology_identifiers_are_never_shown(desk: Desk) -> None:
    own = desk.make(ScannerHabits())
    own.keys("]C0A-17", SCANNER_MS)
    own.enter(SCANNER_MS)
    assert own.codes == ["A-17"]


@pytest.mark.usefixtures("qapp")
@given(st.text(alphabet="0123456789ABCDEF-", min_size=4, max_size=30), st.integers(0, 35))
def test_every_code_of_a_fast_scanner_arrives(code: str, gap: int) -> None:
    desk = Desk()
    desk.keys(code[:1], 500)
    desk.keys(code[1:], gap)
    desk.enter(gap)
    desk.leave()
    assert desk.codes == [code]
    assert desk.field.text() == ""


@pytest.mark.usefixtures("qapp")
@given(st.text(alphabet="0123456789abcdef", min_size=4, max_size=30), st.integers(36, 400))
def test_no_typing_is_ever_taken_for_a_scan(text: str, gap: int) -> None:
    desk = Desk()
    desk.keys(text, gap)
    desk.enter(gap)
    desk.leave()
    assert desk.codes == []
    assert desk.field.text() == text
