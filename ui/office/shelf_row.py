"""One gift on the shelf: how many are left, and under it what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import Phrase, _, fill, isolated, ngettext, words
from pos_companion.model.stock import Gift, GiftTag
from pos_companion.services.shelf import OnShelf
from ui.kit import Button, Field, Flow, IconLine, Panel, Text, Tile
from ui.office.gift_form import GiftForm
from ui.office.in_a_row import InARow
from ui.theme import theme

_WITH_PICTURE = 340  # px at 100 %


class ShelfRow(QWidget):
    """A tile, and what opens under it.

    Args:
        line: the gift as the shelf shows it.

    Attributes:
        tile: opens it.
        received_field, count_field, reason_field: None while it is folded.

    Signals:
        received(int): so many came.
        counted(int, str): so many were found, and why it differs.
        edited(object): the `Gift` as it is to be.
        retired: not to be given any more.
        returned: to be given again.
    """

    received = Signal(int)
    counted = Signal(int, str)
    edited = Signal(object)
    retired = Signal()
    returned = Signal()

    def __init__(self, line: OnShelf, currency: str) -> None:
        super().__init__()
        self.line = line
        self._currency = currency
        self.tile = _tile(line)
        self.came: Field | None = None
        self.found: Field | None = None
        self.reason: Field | None = None
        self._body: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("xs"))
        self._rows.addWidget(self.tile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without the picture where the words need the room."""
        super().resizeEvent(event)
        if self.tile.panel.disc is not None:
            self.tile.panel.disc.setVisible(self.width() >= theme().px(_WITH_PICTURE))

    def unfold(self, is_open: bool) -> None:
        """Show what can be done with it, or hide it."""
        body, self._body = self._body, None
        if body is not None:
            self._rows.removeWidget(body)
            body.hide()
            body.deleteLater()
        self.tile.set_tint("selected" if is_open else "surface")
        if is_open:
            self._show(self._returnable() if self.line.is_retired else self._deeds())

    def _show(self, body: QWidget) -> None:
        self._body = body
        self._rows.addWidget(body)
        body.show()
        if self.came is not None and not self.line.is_retired:
            self.came.setFocus()

    def _deeds(self) -> Panel:
        gift = self.line.gift
        self.came = Field(_("How many came?"), note=_("Enter puts them on the shelf"))
        self.found = Field(_("How many are there?"), str(gift.on_hand))
        self.reason = Field(_("If it differs, why?"), placeholder=_("broken, miscounted…"))
        self.came.submitted.connect(self._receive)
        for field in (self.found, self.reason):
            field.submitted.connect(lambda _text: self._count())
        keep = Button(_("Counted"), "soft", "check")
        keep.clicked.connect(self._count)
        change = Button(_("Change what it is"), "ghost", "pencil")
        change.clicked.connect(self._change)
        leave = Button(_("Not given any more"), "ghost")
        leave.clicked.connect(self.retired)
        host = InARow({self.found: 1, self.reason: 2}, 300)
        actions = Flow()
        for button in (keep, change, leave):
            actions.add(button)
        panel = Panel("surface")
        for widget in (self.came, host, actions):
            panel.add(widget)
        return panel

    def _returnable(self) -> Panel:
        panel = Panel("surface")
        again = Button(_("Give it again"), "soft", "rotate-ccw")
        again.clicked.connect(self.returned)
        actions = Flow()
        actions.add(again)
        panel.add(actions)
        return panel

    def _change(self) -> None:
        self.unfold(True)
        if self._body is not None:
            self._body.hide()
        form = GiftForm(self.line.gift, self._currency)
        form.kept.connect(self.edited)
        form.closed.connect(lambda: self.unfold(True))
        body, self._body = self._body, form
        if body is not None:
            body.deleteLater()
        self._rows.addWidget(form)
        form.show()
        form.name.setFocus()

    def _receive(self, text: str) -> None:
        if self.came is None:
            return
        if not text.strip().isdecimal() or int(text) == 0:
            self.came.set_problem(_("A whole number is needed here."))
        else:
            self.received.emit(int(text))

    def _count(self) -> None:
        if self.found is None or self.reason is None:
            return
        text = self.found.text().strip()
        if not text.isdecimal():
            self.found.set_problem(_("A whole number is needed here."))
        else:
            self.counted.emit(int(text), self.reason.text().strip())


def _tile(line: OnShelf) -> Tile:
    gift = line.gift
    tile = Tile("surface", "", gift.icon or "gift")
    name = Text(isolated(gift.name), "strong")
    tile.panel.add_beside(name)
    said = _about(line)
    tile.panel.add_beside(Text(said, "small", "ink2"))
    if gift.tags:
        tags = " · ".join(words(tag_in_words(tag)) for tag in sorted(gift.tags))
        tile.panel.add_beside(Text(tags, "small", "ink3"))
    left = fill(ngettext("{count} left", "{count} left", gift.free), count=gift.free)
    low = gift.is_low and not line.is_retired
    if low:
        order = IconLine("package", _("time to order more"), "small", ("warn", "warn"), 18)
        tile.panel.add_beside(order)
    tile.panel.add_trailing(Text(left, "title", "warn" if low else "ink"), middle=True)
    tile.setText(fill(_("{gift}, {left}, {said}"), gift=gift.name, left=left, said=said))
    return tile


def tag_in_words(tag: str) -> Phrase:
    """A tag by what it means; a word of the shop's own as it is."""
    known = {one.value: one.label for one in GiftTag}
    return Phrase(known[tag]) if tag in known else Phrase("{tag}", {"tag": tag})


def _about(line: OnShelf) -> str:
    """How fast it goes, until when it lasts, what one costs."""
    gift: Gift = line.gift
    parts = [fill(_("{cost} each"), cost=gift.cost)]
    if line.is_retired:
        parts.insert(0, _("not given any more"))
    elif line.per_week:
        parts.insert(0, fill(_("{count} a week"), count=line.per_week))
    if line.runs_out is not None:
        parts.insert(1, fill(_("gone on {day} at this pace"), day=line.runs_out))
    if gift.on_order:
        parts.append(fill(ngettext("{count} on order", "{count} on order", gift.on_order),
                          count=gift.on_order))  # fmt: skip
    if gift.reserved:
        parts.append(fill(_("{count} promised now"), count=gift.reserved))
    return " · ".join(parts)
