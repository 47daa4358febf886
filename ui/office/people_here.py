"""The people who work here: who they are, what they may do, and their PINs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill
from pos_companion.model.staff import Role, Staff
from pos_companion.services import Shop
from pos_companion.services.custody import has_recovery_code, print_recovery_code
from pos_companion.services.staff import (
    StaffChange,
    add_person,
    change_person,
    deactivate,
    open_again,
    people_here,
    undo_change,
    welcome_back,
)
from ui.kit import Button, Flow, IconLine, Panel, ScrollColumn, Text
from ui.notices import Notices
from ui.office.person_form import PersonForm
from ui.tasks import Tasks
from ui.theme import theme

_WIDEST = 640


@dataclass(frozen=True)
class _Here:
    """What the page shows."""

    staff: tuple[Staff, ...]
    has_code: bool


class PeoplePage(QWidget):
    """A row for each, and one form at a time.

    Attributes:
        notices: what was done, and the way back.
        form: who is added or changed; None else.

    Signals:
        closed: back to the counter.
    """

    closed = Signal()

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop, self._tasks = shop, tasks
        self._here: _Here | None = None
        self.form: PersonForm | None = None
        self.notices = Notices(self)
        self.back = Button(_("Back to the counter"), "ghost", "arrow-left", "Esc")
        self._column = ScrollColumn()
        self._layout = QVBoxLayout(self)
        for widget in (Text(_("People who work here"), "title"), self.notices.bar):
            self._layout.addWidget(widget)
        self._layout.addWidget(self._column, 1)
        self._layout.addWidget(self.back)
        self.back.clicked.connect(self.closed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()

    def read(self) -> None:
        """Read who works here, now."""
        self._tasks.run(partial(_read, self._shop), self._on_read, self._on_refused, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form, then the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.form is not None:
            self._show()
        else:
            self.closed.emit()

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        self._layout.setContentsMargins(edge, look.space("m"), edge, edge)
        self._layout.setSpacing(look.space("m"))
        self.setMaximumWidth(look.px(_WIDEST) + 2 * edge)

    def _on_read(self, here: _Here) -> None:
        self._here = here
        self.notices.clear_error()
        self._show()

    def _on_refused(self, error: Exception) -> None:
        self._here = None
        self._show()
        self.notices.dismiss()
        self.notices.show_error(error)

    def _show(self) -> None:
        """Draw the rows."""
        self.form = None
        self._column.clear()
        here = self._here
        if here is None:
            return
        if not here.staff:
            self._column.add(_alone())
        for one in here.staff:
            self._column.add(self._row(one))
        add = Button(_("Add somebody"), "primary", "user-plus")
        add.clicked.connect(lambda: self._open(None))
        self._column.add(add)
        if here.staff and not self._shop.is_sample:
            self._column.add(self._code_panel(here.has_code))
        self.setFocus()

    def _show_form(self, form: PersonForm) -> None:
        """One thing at a time."""
        self.form = form
        self._column.clear()
        self._column.add(form)
        form.show()
        form.name.setFocus()

    def _row(self, staff: Staff) -> Panel:
        panel = Panel("surface" if staff.active else "sunk", staff.name, "user")
        panel.add_beside(Text(_state(staff), "small", "ink2"))
        actions = Flow()
        for button in self._buttons(staff):
            actions.add(button)
        panel.add(actions)
        return panel

    def _buttons(self, staff: Staff) -> list[Button]:
        if not staff.active:
            again = Button(_("Works here again"), "soft", "rotate-ccw")
            again.clicked.connect(lambda: self._open(staff))
            return [again]
        change = Button(_("Change"), "soft", "pencil")
        change.clicked.connect(lambda: self._open(staff))
        leave = Button(_("No longer works here"), "ghost")
        done = _("{name} cannot sign in any more. The PIN is deleted.")
        leave.clicked.connect(lambda: self._do(partial(deactivate, self._shop, staff.id), done))
        buttons = [change, leave]
        if staff.tries.is_closed:
            reopen = Button(_("Let the PIN be tried again"), "soft", "rotate-ccw")
            opened = _("{name} can sign in again.")
            reopen.clicked.connect(
                lambda: self._do(partial(open_again, self._shop, staff.id), opened)
            )
            buttons.insert(0, reopen)
        for button in buttons:
            button.setAccessibleName(fill(_("{deed}: {name}"), deed=button.text(), name=staff.name))
        return buttons

    def _open(self, staff: Staff | None) -> None:
        first = self._here is not None and not any(one.active for one in self._here.staff)
        form = PersonForm(staff, first and staff is None)
        form.closed.connect(self._show)
        form.kept.connect(partial(self._keep, staff))
        self._show_form(form)

    def _keep(self, staff: Staff | None, name: str, role: Role, pin: str) -> None:
        shop = self._shop
        if staff is None:
            work = partial(add_person, shop, name, role, pin)
            self._do(work, _("{name} can sign in now."))
        elif staff.active:
            work = partial(change_person, shop, staff.id, name, role, pin)
            self._do(work, _("Kept for {name}."))
        else:
            self._do(partial(welcome_back, shop, staff.id, pin), _("{name} can sign in now."))

    def _do(self, work: Callable[[], StaffChange], done: str) -> None:
        self._tasks.run(
            work, lambda change: self._on_done(change, done), self.notices.show_error, self
        )

    def _on_done(self, change: StaffChange, done: str) -> None:
        self.notices.undoable(fill(done, name=change.after.name), partial(self._undo, change))
        self.read()

    def _undo(self, change: StaffChange) -> None:
        self._tasks.run(
            partial(undo_change, self._shop, change),
            lambda _nothing: self.read(),
            self.notices.show_error,
            self,
        )

    def _code_panel(self, has_code: bool) -> Panel:
        panel = Panel("surface" if has_code else "warn", _("Recovery code"), "shield")
        panel.add_beside(
            Text(
                _("A manager who forgot the PIN gets a new one with this code. Keep it on paper, "
                  "away from the till."), "small", "ink",
            )
        )  # fmt: skip
        make = Button(_("Make a new recovery code"), "soft", "shield")
        make.clicked.connect(lambda: self._make_code(panel, make))
        panel.add(make)
        return panel

    def _make_code(self, panel: Panel, make: Button) -> None:
        make.setEnabled(False)
        self._tasks.run(
            partial(print_recovery_code, self._shop),
            lambda code: panel.add(_written(code)),
            self.notices.show_error,
            self,
        )


def _read(shop: Shop) -> _Here:
    return _Here(people_here(shop), has_recovery_code(shop))


def _alone() -> Panel:
    panel = Panel("surface", _("You work here alone"), "user")
    panel.add_beside(
        Text(
            _("Nobody is asked who they are, and everything is allowed. Add yourself first, as a "
              "manager: from then on the till locks itself and asks for a PIN."), "body", "ink2",
        )
    )  # fmt: skip
    return panel


def _state(staff: Staff) -> str:
    if not staff.active:
        return _("does not work here any more")
    if staff.tries.is_closed:
        return fill(_("{role} · the PIN was wrong too often"), role=_(staff.role.label))
    return _(staff.role.label)


def _written(code: str) -> Panel:
    panel = Panel("sunk")
    panel.add(Text(code, "title"))
    line = _("Write it down now: it is shown only once. An older code no longer works.")
    panel.add(IconLine("info", line, "small"))
    return panel
