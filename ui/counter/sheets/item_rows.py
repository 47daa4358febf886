"""What they had, line by line: more, fewer, how they have it, and what it cost."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, isolated
from pos_companion.model.visits import BasketLine, Product
from pos_companion.services.catalogue import money_written
from ui.kit import Button, Field, Panel
from ui.theme import theme


@dataclass(frozen=True)
class ItemForm:
    """One line as it stands on the sheet.

    Attributes:
        quantity: 0 for something they did not have.
        way: how they have it.
        amount: as it was typed; empty when it is not known.
    """

    product: Product
    quantity: Decimal
    way: str
    amount: str


class ItemRow(QWidget):
    """One thing they had; a tap on its name shows how they have it and what it cost.

    Attributes:
        fewer, more, name: the buttons.
        way, amount: what can be typed once it was tapped.

    Signals:
        changed: something of it is different.
    """

    changed = Signal()

    def __init__(self, line: BasketLine) -> None:
        super().__init__()
        self._line = line
        self._quantity = line.quantity
        self._shown_amount = money_written(line.amount)
        product = line.product.name
        self.fewer = Button("", "soft", "minus")
        self.fewer.setAccessibleName(fill(_("One {product} less"), product=product))
        self.more = Button("", "soft", "plus")
        self.more.setAccessibleName(fill(_("One {product} more"), product=product))
        self.name = Button("", "lead")
        self.name.setAccessibleDescription(_("Shows how they have it and what it cost"))
        self.way = Field(_("How they have it"), line.their_way, note=_("optional"))
        self.amount = Field(_("What the line came to"), self._shown_amount, note=_("optional"))
        self._more = Panel("sunk")
        self._more.add(self.way)
        self._more.add(self.amount)
        self._lay_out()
        self.fewer.clicked.connect(lambda: self._count(-1))
        self.more.clicked.connect(lambda: self._count(1))
        self.name.clicked.connect(self._on_name)
        for field in (self.way, self.amount):
            field.edited.connect(self._on_edited)
        self._say()

    def form(self) -> ItemForm:
        """As it stands."""
        way, amount = self.way.text().strip(), self.amount.text().strip()
        return ItemForm(self._line.product, self._quantity, way, amount)

    def is_changed(self) -> bool:
        """Whether anything of it is not as it was written down."""
        line = self._line
        was = ItemForm(line.product, line.quantity, line.their_way, money_written(line.amount))
        return self.form() != was

    def add_one(self) -> None:
        """One more of it."""
        self._count(1)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._across.setSpacing(theme().px(8))
        self._rows.setSpacing(theme().space("xs"))

    def _lay_out(self) -> None:
        self._across = QHBoxLayout()
        lead = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._across.addWidget(self.name, 1, lead)
        self._across.addWidget(self.fewer)
        self._across.addWidget(self.more)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(self._across)
        self._rows.addWidget(self._more)
        self._more.hide()
        self.restyle()

    def _count(self, by: int) -> None:
        before = self._quantity
        self._quantity = max(before + by, Decimal(0)) if before >= 0 else before + by
        self._scale()
        self._say()
        self.changed.emit()

    def _scale(self) -> None:
        """The amount goes with the count, until somebody types another one."""
        line = self._line
        if line.amount is None or not line.quantity or self.amount.text() != self._shown_amount:
            return
        each = Decimal(line.amount.amount) * self._quantity / line.quantity
        minor = int(each.to_integral_value(ROUND_HALF_UP))
        self._shown_amount = money_written(type(line.amount)(minor, line.amount.currency))
        self.amount.set_text(self._shown_amount)

    def _say(self) -> None:
        name, way = self._line.product.name, self.way.text().strip()
        said = fill(_("{product}, {their_way}"), product=name, their_way=way) if way else name
        count = f"{self._quantity.normalize():f}"
        text = fill(_("{count} × {product}"), count=count, product=said)
        if not self._quantity:
            text = fill(_("Not: {product}"), product=said)
        elif self._quantity == 1:
            text = said if way else isolated(said)
        self.name.setText(text)
        self.fewer.setEnabled(self._quantity != 0)

    def _on_edited(self) -> None:
        self._say()
        self.changed.emit()

    def _on_name(self) -> None:
        self._more.setVisible(self._more.isHidden())
        if not self._more.isHidden():
            self.way.edit.setFocus(Qt.FocusReason.TabFocusReason)
