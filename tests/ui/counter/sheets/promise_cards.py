"""Somebody to promise something to, and eyes for what a sheet asks."""

from datetime import date

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import Phrase
from pos_companion.model.card import CustomerCard
from pos_companion.model.care import Concern, Update, UpdateKind
from pos_companion.model.people import Customer
from pos_companion.model.visits import UsualOrder
from ui.kit import Text

TODAY = date(2025, 11, 21)
ROSA = CustomerCard(
    TODAY, Customer(1, "Rosa Delgado", call_name="Rosa"), Phrase("Morning, Rosa!"), UsualOrder()
)
LOG = (
    Update(UpdateKind.NEWS, date(2025, 11, 18), "", "Rosa: the oat milk was sour."),
    Update(UpdateKind.OPENED, date(2025, 11, 18), "Sam", "a fresh one on us", until=TODAY),
)
SOUR = Concern(
    1, 1, "Sour oat milk on Tuesday", "a fresh one on us", "Sam", TODAY, date(2025, 11, 18),
    "Sorry about the oat milk on Tuesday. Today’s is on us.",
    next_update_due=TODAY, first_owner="Sam", log=LOG,
)  # fmt: skip


def texts(widget: QWidget) -> list[str]:
    """What can be read on a widget."""
    return [one.text() for one in widget.findChildren(Text) if one.text() and one.isVisible()]


def heard(signal: SignalInstance) -> list[object]:
    """What a signal says from now on."""
    said: list[object] = []
    signal.connect(said.append)
    return said
