"""What a gift is: name, cost, what it contains, when to order more."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _
from pos_companion.model.money import Money
from pos_companion.model.stock import Gift, GiftTag
from ui.kit import Button, Chip, Field, Flow, Panel, Text
from ui.office.in_a_row import InARow
from ui.office.money import money_text, read_money


class GiftForm(Panel):
    """For something new, or for what is on the shelf already.

    Args:
        gift: None for something new.

    Signals:
        kept(object): the `Gift`.
        closed: nothing is to be changed.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, gift: Gift | None, currency: str) -> None:
        super().__init__("brand", _("Something new on the shelf") if gift is None else "")
        self._gift = gift or Gift(0, "", 0, Money(0, currency))
        self._currency = currency
        now = self._gift
        self.name = Field(_("What is it?"), now.name)
        self.cost = Field(_("What one costs us"), money_text(now.cost), note=currency)
        self.pieces = Field(_("How many are there?"), str(now.on_hand))
        self.order_at = Field(_("Order more at"), str(now.reorder_at), note=_("pieces left"))
        self.on_order = Field(_("On order"), str(now.on_order), note=_("pieces"))
        self.tags = {tag: Chip(_(tag.label), tag.value in now.tags) for tag in GiftTag}
        own = sorted(now.tags - {tag.value for tag in GiftTag})
        self.own = Field(_("Other words for it"), ", ".join(own), note=_("with commas between"))
        self.keep = Button(_("Keep"), "soft", "check", "Enter")
        self.leave = Button(_("Back"), "ghost", None, "Esc")
        self._lay_out(gift is None)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.closed)
        for field in self._fields():
            field.submitted.connect(lambda _text: self._keep())

    def _fields(self) -> tuple[Field, ...]:
        return (self.name, self.cost, self.pieces, self.order_at, self.on_order, self.own)

    def _lay_out(self, is_new: bool) -> None:
        (self.on_order if is_new else self.pieces).hide()
        count = self.pieces if is_new else self.on_order
        numbers = InARow({self.cost: 1, count: 1, self.order_at: 1})
        chips = Flow()
        for chip in self.tags.values():
            chips.add(chip)
        actions = Flow()
        actions.add(self.keep)
        actions.add(self.leave)
        label = Text(_("What somebody may have to be kept from"), "label", "ink2")
        parts: tuple[QWidget, ...] = (self.name, numbers, label, chips, self.own, actions)
        for part in parts:
            self.add(part)

    def _keep(self) -> None:
        cost = self._cost()
        numbers = [_whole(one) for one in (self.pieces, self.order_at, self.on_order)]
        if cost is None or None in numbers:
            return
        pieces, order_at, on_order = (number or 0 for number in numbers)
        tags = {tag.value for tag, chip in self.tags.items() if chip.isChecked()}
        tags |= {word.strip() for word in self.own.text().split(",") if word.strip()}
        self.kept.emit(
            replace(
                self._gift,
                name=self.name.text().strip(),
                cost=cost,
                on_hand=pieces,
                reorder_at=order_at,
                on_order=on_order,
                tags=frozenset(tags),
            )
        )

    def _cost(self) -> Money | None:
        try:
            cost = read_money(self.cost.text(), self._currency)
        except ValueError as error:
            self.cost.set_problem(str(error))
            return None
        self.cost.set_problem("")
        return cost


def _whole(field: Field) -> int | None:
    text = field.text().strip()
    good = text.isdecimal()
    field.set_problem("" if good else _("A whole number is needed here."))
    return int(text) if good else None
