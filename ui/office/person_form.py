"""One colleague: name, role, PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from pos_companion.i18n import _, fill
from pos_companion.model.staff import MOST_DIGITS, Role, Staff
from ui.kit import Button, Chip, Field, Flow, Panel, Text


class PersonForm(Panel):
    """For somebody new, or for somebody who is here already.

    Args:
        staff: who is changed; None for somebody new.
        first: nobody is here yet, so it has to be a manager.

    Signals:
        kept: name, `Role` and PIN; the PIN may be empty for somebody who has one.
        closed: nothing is to be changed.
    """

    kept = Signal(str, object, str)
    closed = Signal()

    def __init__(self, staff: Staff | None, first: bool = False) -> None:
        super().__init__("brand", _heading(staff))
        self._staff = staff
        self.name = Field(_("Name"), staff.name if staff is not None else "")
        self.pin = Field(_("New PIN") if staff is not None else _("PIN"))
        self.pin.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.edit.setMaxLength(MOST_DIGITS)
        self.keep = Button(_("Keep"), "soft", "check", "Enter")
        self.back = Button(_("Back"), "ghost", None, "Esc")
        self.roles = QButtonGroup(self)
        self._hint = Text("", "small", "ink2")
        self._lay_out(first)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.closed)
        for field in (self.name, self.pin):
            field.submitted.connect(lambda _text: self._keep())
        self.roles.idToggled.connect(lambda _at, _on: self._say_digits())
        self._say_digits()

    @property
    def role(self) -> Role:
        """The role chosen."""
        return list(Role)[self.roles.checkedId()]

    def _lay_out(self, first: bool) -> None:
        chips = Flow()
        chosen = self._staff.role if self._staff is not None else Role.COUNTER
        chosen = Role.MANAGER if first else chosen
        for at, role in enumerate(Role):
            chip = Chip(_(role.label), role is chosen)
            if first and role is not Role.MANAGER:
                chip.hide()
            self.roles.addButton(chip, at)
            chips.add(chip)
        actions = Flow()
        actions.add(self.keep)
        actions.add(self.back)
        role_label = Text(_("Role"), "label", "ink2")
        parts: tuple[QWidget, ...] = (self.name, role_label, chips, self.pin, self._hint, actions)
        for part in parts:
            self.add(part)

    def _say_digits(self) -> None:
        rule = fill(
            _("At least {least} digits, at most {most}; no years, runs or repeats."),
            least=self.role.least_digits,
            most=MOST_DIGITS,
        )
        if self._staff is not None and self._staff.active:
            rule = fill(_("{rule} Left empty, the PIN stays as it is."), rule=rule)
        self._hint.setText(rule)

    def _keep(self) -> None:
        self.kept.emit(self.name.text(), self.role, self.pin.text())


def _heading(staff: Staff | None) -> str:
    return _("Somebody new") if staff is None else staff.name
