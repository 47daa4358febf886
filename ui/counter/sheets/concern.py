"""What we owe somebody: the words to say, and putting it right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import N_, NearDay, Phrase, _, fill, isolated, words
from pos_companion.model.card import CustomerCard
from pos_companion.model.care import Concern
from ui.kit import Avatar, Key, Panel, Sheet, Text, Tile, tint_for
from ui.panels.head import initials
from ui.theme import theme


class ConcernSheet(Sheet):
    """One concern.

    Signals:
        put_right: it was put right just now.
    """

    put_right = Signal(object)

    def __init__(self, concern: Concern, card: CustomerCard) -> None:
        back = fill(_("Back to {name}"), name=card.customer.called) if card.customer.called else ""
        super().__init__(concern.title, back or _("Back to the card"))
        self._concern = concern
        self.title.hide()
        self.add(_Head(concern, card))
        said = Panel("brand")
        said.set_heading("")
        said.add_beside(Text(words(Phrase(N_("“{words}”"), {"words": _to_say(concern, card)}))))
        self.add(said)
        self.now = Tile("control", "", "circle-check", "brand")
        self.now.panel.add_beside(Text(_("Put right now"), "strong"))
        self.now.panel.add_beside(Text(_("Given today, the promise is kept"), "small", "ink2"))
        self.now.panel.add_trailing(Key("1"), middle=True)
        self.now.setText(_("Put right now"))
        self.now.clicked.connect(self._on_now)
        self.add(self.now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 puts it right, Esc goes back."""
        if event.key() == Qt.Key.Key_1 and not event.isAutoRepeat():
            self._on_now()
            return
        super().keyPressEvent(event)

    def _on_now(self) -> None:
        self.put_right.emit(self._concern)


class _Head(QWidget):
    """Whose it is, what it is, and who looks after it."""

    def __init__(self, concern: Concern, card: CustomerCard) -> None:
        super().__init__()
        customer = card.customer
        row = QHBoxLayout(self)
        lines = QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        lines.setSpacing(theme().px(2))
        avatar = Avatar(initials(customer), tint_for(str(customer.id)), 44)
        row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        lines.addWidget(Text(isolated(concern.title), "title"))
        lines.addWidget(Text(_who(concern, card), "small", "ink2"))


def _who(concern: Concern, card: CustomerCard) -> str:
    values = {
        "name": card.customer.name or card.customer.called,
        "who": concern.owner,
        "day": NearDay(concern.due, card.today),
    }
    return words(Phrase(N_("{name} · {who} looks after it · due {day}"), values))


def _to_say(concern: Concern, card: CustomerCard) -> Phrase | str:
    """The words written down with it, else the shop's usual ones."""
    if concern.words:
        return concern.words
    if concern.due <= card.today:
        return Phrase(N_("Sorry about last time. This one is on us."))
    values = {"owner": concern.owner, "day": NearDay(concern.due, card.today)}
    return Phrase(N_("{owner} is looking after it. You’ll hear by {day}."), values)
