"""The usual order, and the chips for something else."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import N_, _, fill, isolated, words
from pos_companion.model.visits import UsualItem, UsualState
from ui.kit import Button, Chip, Flow, IconLine, LineBox, Panel, Text
from ui.panels import CardPanel, OpenCard, ProductChoice, Wish

_PLAIN = "shopping-bag"


class UsualPanel(CardPanel):
    """What they usually take. Made once and filled, so that the chips keep the keyboard.

    Beside each thing we expect stands a small cross: one tap, and it is not their usual any more.
    """

    title: ClassVar[str] = N_("The usual")
    order: ClassVar[int] = 30

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel("surface", _(self.title))
        self.lines = QWidget()
        self.chips = Flow()
        self.whys = QWidget()
        self.add_line = LineBox(_("Type to add something"), "plus")
        self.add_line.set_name(_("Type to add something"))
        self.add_line.edited.connect(lambda text: self.wish(Wish.SEEK, text))
        self._items: tuple[UsualItem, ...] = ()
        self._choices: tuple[ProductChoice, ...] = ()
        self._often: tuple[UsualItem, ...] = ()
        self._rows = _rows_in(self.lines)
        self._why_rows = _rows_in(self.whys)
        for widget in (self.lines, self.chips, self.whys, self.add_line):
            self.panel.add(widget)
        self.put(self.panel)

    def show_card(self, shown: OpenCard) -> bool:
        """Fill in lines, chips and the line to type in."""
        usual = shown.card.usual
        self.panel.set_heading(_heading(usual.state), words(usual.reason) if usual.reason else "")
        self._show_lines(usual.basket)
        # The lines are as high as a finger: their own air is distance enough.
        is_lines_alone = bool(usual.basket) and not shown.choices
        self.panel.set_padding(16, 10 if is_lines_alone else 14)
        self.panel.set_gap(0 if is_lines_alone else 10)
        self._show_chips(shown.choices)
        self._show_whys(() if shown.choosing else usual.often)
        self.add_line.setVisible(shown.choosing)
        if self.add_line.text() != shown.sought:
            self.add_line.set_text(shown.sought)
        return bool(usual.basket or shown.choices)

    def _show_lines(self, items: tuple[UsualItem, ...]) -> None:
        self.lines.setVisible(bool(items))
        if items == self._items:
            return
        self._items = items
        _empty(self._rows)
        for item in items:
            name = item_in_words(item)
            icon = item.product.icon or _PLAIN
            line = IconLine(icon, name, "title", ("ink", "brand"), 24)
            self._rows.addWidget(self._with_cross(line, item))

    def _show_whys(self, items: tuple[UsualItem, ...]) -> None:
        """Below the chips, why each of them is expected."""
        self.whys.setVisible(bool(items))
        if items == self._often:
            return
        self._often = items
        _empty(self._why_rows)
        for item in items:
            name, reason = isolated(item.product.name), item.reason
            text = (
                fill(_("{product}: {reason}"), product=name, reason=words(reason))
                if reason
                else name
            )
            self._why_rows.addWidget(self._with_cross(Text(text, "small", "ink2"), item))

    def _with_cross(self, line: QWidget, item: UsualItem) -> QWidget:
        row = QWidget()
        cross = Button("", "lead", "x")
        said = fill(_("{product} is not their usual any more"), product=item.product.name)
        cross.setAccessibleName(said)
        cross.setToolTip(said)
        cross.clicked.connect(lambda: self.wish(Wish.NOT_USUAL, item.product))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_chips(self, choices: tuple[ProductChoice, ...]) -> None:
        self.chips.setVisible(bool(choices))
        if [choice.product.id for choice in choices] != self._shown_ids():
            self._fill_chips(choices)
        self._choices = choices
        for chip, choice in zip(self.chips.widgets(), choices, strict=True):
            if isinstance(chip, Chip):
                chip.setChecked(choice.on)

    def _fill_chips(self, choices: tuple[ProductChoice, ...]) -> None:
        had = [chip.hasFocus() for chip in self.chips.widgets()]
        focused = self._shown_ids()[had.index(True)] if True in had else None
        self.chips.clear()
        for choice in choices:
            chip = Chip(choice.label, choice.on)
            chip.clicked.connect(lambda _on, product=choice.product: self._pressed(product))
            self.chips.add(chip)
            chip.show()
            if choice.product.id == focused:
                chip.setFocus()

    def _pressed(self, product: object) -> None:
        self.wish(Wish.PRODUCT, product)

    def _shown_ids(self) -> list[int]:
        return [choice.product.id for choice in self._choices]


def _rows_in(box: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(box)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return rows


def _empty(rows: QVBoxLayout) -> None:
    while row := rows.takeAt(0):
        if widget := row.widget():
            widget.hide()
            widget.deleteLater()


def _heading(state: UsualState) -> str:
    if state is UsualState.ARMED:
        return _("The usual")
    return _("Often has") if state is UsualState.OFTEN else _("Just had")


def item_in_words(item: UsualItem) -> str:
    """A product as it is asked for: "Flat white, oat milk"."""
    if not item.their_way:
        return isolated(item.product.name)
    text = _("{product}, {their_way}")
    return fill(text, product=item.product.name, their_way=item.their_way)
