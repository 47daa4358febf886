"""While the till is locked: who is at the counter? Nothing about customers is shown."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.errors import WrongPinError
from pos_companion.i18n import _, fill, ngettext
from pos_companion.model.staff import Staff
from pos_companion.services import Shop
from pos_companion.services.sign_in import sign_in, who_can_sign_in
from pos_companion.services.staff import StaffChange, new_pin_by_code
from ui.counter.forgotten_pin import ForgottenPin
from ui.counter.keys import ENTER
from ui.counter.pin_pad import PinPad
from ui.kit import Button, Chip, Flow, ScrollColumn, Text
from ui.notices import sentence_for
from ui.tasks import Tasks
from ui.theme import theme

_WIDEST = 400
_ABOVE_PAD = 230  # px at 100 %: title, message, people, dots and what is between them
_SECOND_MS = 1000
_A_MINUTE = 60


class LockPage(QWidget):
    """People first, then the PIN; where nobody has a PIN, one button opens.

    Attributes:
        pad: None of its digits is ever shown.
        people: a chip for each.
        message: why it did not open, or how long to wait.

    Signals:
        opened: the `Staff` who is at the counter now; None in a shop of one person.
    """

    opened = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop, self._tasks = shop, tasks
        self._staff: tuple[Staff, ...] = ()
        self._refused = ""
        self._busy = self._known = False
        self.title = Text("", "title")
        self.message = Text("", "small", "ink2")
        self.people = Flow()
        self.pad = PinPad()
        self.go_on = Button(_("Continue"), "primary", "check", "Enter")
        self.forgotten = Button(_("Forgot the PIN?"), "ghost")
        self.way_back = ForgottenPin()
        self._chips = QButtonGroup(self)
        self._scroll = ScrollColumn()
        self._column = QWidget()
        self._column.setSizePolicy(self.sizePolicy())
        self._rows = QVBoxLayout(self._column)
        self._middle = QWidget()
        self._outer = QVBoxLayout(self)
        self._second = QTimer(self, interval=_SECOND_MS)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def chosen(self) -> Staff | None:
        """Whose PIN is typed."""
        at = self._chips.checkedId()
        return self._staff[at] if 0 <= at < len(self._staff) else None

    def start(self) -> None:
        """Ask anew who it is."""
        self._refused, self._busy, self._known = "", False, False
        self.pad.clear()
        self._show_way_back(False)
        for widget in (self.people, self.pad, self.go_on, self.forgotten):
            widget.hide()
        self.title.setText(_("Who is at the counter?"))
        self._say(_("Nothing about customers is shown while locked."))
        self._read()
        self._second.start()
        self.setFocus()

    def stop(self) -> None:
        """It is open; nothing is counted any more."""
        self._second.stop()
        self.pad.clear()

    def say_scan_ignored(self) -> None:
        """A card was scanned; whatever it typed is no PIN."""
        self.pad.clear()
        self._refused = _("The till is locked. Scan the card again once it is open.")
        self._say_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits of the keyboard work, arrows choose the person, Enter opens."""
        focused = QApplication.focusWidget()
        if event.key() in ENTER and self._pressed_button(focused):
            return
        if not self.go_on.isHidden():
            if event.key() in ENTER:
                self.go_on.click()
            return
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if Qt.Key(event.key()) in steps:
            self._step(steps[Qt.Key(event.key())])
        elif not self.pad.isHidden() and not self._busy and self.pad.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the keys are lower, so that all of them can be reached."""
        super().resizeEvent(event)
        self.pad.set_room(self.height() - theme().px(_ABOVE_PAD))

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        self._outer.setContentsMargins(edge, edge, edge, edge)
        self._rows.setContentsMargins(look.px(4), 0, look.px(4), 0)
        self._rows.setSpacing(look.space("l"))
        self._column.setMaximumWidth(look.px(_WIDEST))

    def _lay_out(self) -> None:
        for text in (self.title, self.message):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.title, self.message, self.people, self.pad, self.way_back, self.go_on):
            self._rows.addWidget(widget)
        self._rows.addWidget(self.forgotten, 0, Qt.AlignmentFlag.AlignHCenter)
        column = self._scroll.column
        across = QHBoxLayout(self._middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        column.insertStretch(0, 1)
        self._scroll.add(self._middle)
        column.setStretch(column.count() - 1, 1)
        self._outer.addWidget(self._scroll)
        self.restyle()

    def _connect(self) -> None:
        self.pad.entered.connect(self._on_entered)
        self.go_on.clicked.connect(lambda: self.opened.emit(None))
        self.forgotten.clicked.connect(lambda: self._show_way_back(True))
        self.way_back.closed.connect(lambda: self._show_way_back(False))
        self.way_back.asked.connect(self._on_code)
        self._chips.idToggled.connect(self._on_chosen)
        self._second.timeout.connect(self._on_second)

    def _read(self) -> None:
        self._tasks.run(partial(who_can_sign_in, self._shop), self._on_staff, self._on_failed, self)

    def _on_staff(self, staff: tuple[Staff, ...]) -> None:
        was = self.chosen.id if self.chosen is not None else self._shop.person
        same = [one.id for one in staff] == [one.id for one in self._staff]
        self._staff, self._known = staff, True
        if not same or not self.people.widgets():
            self._fill(was)
        for widget in (self.people, self.pad, self.forgotten):
            widget.setVisible(bool(staff) and self.way_back.isHidden())
        self.go_on.setVisible(not staff)
        if not staff:
            self.title.setText(_("Customers are hidden"))
        self._say_state()

    def _fill(self, was: int) -> None:
        for chip in self._chips.buttons():
            self._chips.removeButton(chip)
        self.people.clear()
        for at, one in enumerate(self._staff):
            chip = Chip(one.name)
            self.people.add(chip)
            self._chips.addButton(chip, at)
            chip.show()
            chip.setChecked(one.id == was or (at == 0 and was not in _numbers(self._staff)))

    def _on_chosen(self, _at: int, on: bool) -> None:
        if on and self.chosen is not None:
            self._refused = ""
            self.pad.clear()
            self.pad.set_least(self.chosen.role.least_digits)
            self._say_state()

    def _step(self, by: int) -> None:
        if self._staff:
            at = (self._chips.checkedId() + by) % len(self._staff)
            self._chips.button(at).setChecked(True)

    def _pressed_button(self, focused: QWidget | None) -> bool:
        """Enter presses the button that has the keyboard; a person is chosen before the PIN."""
        if isinstance(focused, Chip) and not focused.isChecked():
            focused.setChecked(True)
            return True
        if isinstance(focused, Button) and self.isAncestorOf(focused):
            focused.click()
            return True
        return False

    def _on_entered(self, digits: str) -> None:
        chosen = self.chosen
        if chosen is None or self._busy:
            return
        self._busy = True
        self._tasks.run(
            partial(sign_in, self._shop, chosen.id, digits), self._on_in, self._on_failed, self
        )

    def _on_in(self, staff: Staff) -> None:
        self._busy = False
        self._refused = ""
        self.opened.emit(staff)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._refused = sentence_for(error)
        self._say_state()
        if isinstance(error, WrongPinError):
            self._read()

    def _show_way_back(self, shown: bool) -> None:
        self.way_back.setVisible(shown)
        for widget in (self.people, self.pad, self.forgotten):
            widget.setVisible(not shown)
        if shown:
            self.way_back.start(self._staff, self.chosen)
        else:
            self.setFocus()

    def _on_code(self, person: int, code: str, pin: str) -> None:
        self._tasks.run(
            partial(new_pin_by_code, self._shop, person, code, pin),
            self._on_new_pin,
            lambda error: self.way_back.refuse(sentence_for(error)),
            self,
        )

    def _on_new_pin(self, _change: StaffChange) -> None:
        self._show_way_back(False)
        self._refused = _("The new PIN is kept. Please sign in with it.")
        self._read()

    def _on_second(self) -> None:
        if self._known:
            self._say_state()
        else:
            self._read()

    def _say_state(self) -> None:
        if self._known and not self._staff and not self._refused:
            self._say(
                _("Nothing about customers is shown. Add the people who work here on the page "
                  "“People”, each with a PIN, and only they can open the till.")
            )  # fmt: skip
            return
        self._say(self._refused or _("Nothing about customers is shown while locked."))
        chosen = self.chosen
        if chosen is None:
            return
        wait = chosen.tries.wait(self._shop.clock.now())
        if chosen.tries.is_closed:
            closed = _("The PIN of {name} was wrong too often. A manager can open it again.")
            self._say(fill(closed, name=chosen.name))
        elif wait:
            self._say(fill(_waiting(wait), name=chosen.name, count=_amount(wait)))

    def _say(self, sentence: str) -> None:
        if sentence != self.message.text():
            self.message.setText(sentence)
            self.message.setAccessibleName(sentence)


def _numbers(staff: tuple[Staff, ...]) -> set[int]:
    return {one.id for one in staff}


def _amount(wait: int) -> int:
    return wait if wait <= _A_MINUTE else -(-wait // _A_MINUTE)


def _waiting(wait: int) -> str:
    if wait <= _A_MINUTE:
        return ngettext(
            "That PIN is not right. {name} can try again in {count} second.",
            "That PIN is not right. {name} can try again in {count} seconds.",
            wait,
        )
    return ngettext(
        "That PIN is not right. {name} can try again in {count} minute.",
        "That PIN is not right. {name} can try again in {count} minutes.",
        _amount(wait),
    )
