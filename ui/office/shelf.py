"""The gift shelf: how many there are, how fast they go, what came, what was counted."""

from functools import partial

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, fill, ngettext
from pos_companion.model.stock import Gift
from pos_companion.services import Shop
from pos_companion.services.shelf import (
    OnShelf,
    ShelfChange,
    add_gift,
    bring_back,
    count,
    edit_gift,
    receive,
    retire,
    shelf,
)
from pos_companion.services.shelf_undo import undo_shelf
from ui.kit import Button, Chip, Panel, ScrollColumn, Text
from ui.office.gift_form import GiftForm
from ui.office.page import OfficePage
from ui.office.shelf_row import ShelfRow
from ui.tasks import Tasks

_WIDEST = 760


class ShelfPage(OfficePage):
    """A row for each gift; a tap opens what can be done with it.

    Attributes:
        rows: by the gift's number.
        form: who is new on the shelf; None else.
        retired: shows those given no more as well.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("Gift shelf"), _WIDEST)
        self.rows: dict[int, ShelfRow] = {}
        self.form: GiftForm | None = None
        self.retired = Chip(_("Given no more"))
        self.new = Button(_("Something new"), "soft", "plus")
        self._lines: tuple[OnShelf, ...] = ()
        self._open = 0
        self._column = ScrollColumn()
        self.head.add(self.retired)
        self.head.add(self.new)
        self.retired.toggled.connect(lambda _on: self.read())
        self.new.clicked.connect(self.start_new)
        self.set_body(self._column)

    def read(self) -> None:
        """Read the shelf, now; what is open stays open."""
        self.do(partial(shelf, self.shop, self.retired.isChecked()), self._on_read)

    def start_new(self) -> None:
        """Put something new on the shelf."""
        self._open = 0
        self.form = GiftForm(None, self.shop.profile.currency)
        self.form.kept.connect(self._add)
        self.form.closed.connect(self._show)
        self._column.clear()
        self._column.add(self.form)
        self.form.show()
        self.form.name.setFocus()

    def escape(self) -> bool:
        """Close the form or the row that is open."""
        if self.form is None and not self._open:
            return False
        opened, self._open = self._open, 0
        self._show()
        if opened in self.rows:
            self.rows[opened].tile.setFocus()
        return True

    def open(self, gift: int) -> None:
        """Show what can be done with a gift, or hide it again."""
        self._open = 0 if self._open == gift else gift
        for number, row in self.rows.items():
            row.unfold(number == self._open)

    def _on_read(self, lines: tuple[OnShelf, ...]) -> None:
        self._lines = lines
        self._show()

    def _show(self) -> None:
        self.form = None
        self._column.clear()
        self.rows = {}
        if not self._lines:
            self._column.add(_nothing_yet())
        for line in self._lines:
            row = ShelfRow(line, self.shop.profile.currency)
            self._listen(row)
            self.rows[line.gift.id] = row
            self._column.add(row)
        if self._open in self.rows:
            self.rows[self._open].unfold(True)
        else:
            self._open = 0
            self.setFocus()

    def _listen(self, row: ShelfRow) -> None:
        gift = row.line.gift
        row.tile.clicked.connect(partial(self.open, gift.id))
        row.received.connect(partial(self._receive, gift))
        row.counted.connect(partial(self._count, gift))
        row.edited.connect(partial(self._edit, gift))
        row.retired.connect(partial(self._retire, gift))
        row.returned.connect(partial(self._return, gift))

    def _add(self, gift: Gift) -> None:
        self._do(partial(add_gift, self.shop, gift), _("{gift} is on the shelf."))

    def _receive(self, gift: Gift, pieces: int) -> None:
        text = ngettext("{count} more of {gift}.", "{count} more of {gift}.", pieces)
        self._do(partial(receive, self.shop, gift.id, pieces), fill(text, count=pieces))

    def _count(self, gift: Gift, found: int, reason: str) -> None:
        text = ngettext("{count} of {gift} counted.", "{count} of {gift} counted.", found)
        self._do(partial(count, self.shop, gift, found, reason), fill(text, count=found))

    def _edit(self, gift: Gift, wanted: Gift) -> None:
        self._do(partial(edit_gift, self.shop, gift, wanted), _("Kept for {gift}."))

    def _retire(self, gift: Gift) -> None:
        self._do(partial(retire, self.shop, gift.id), _("{gift} is not given any more."))

    def _return(self, gift: Gift) -> None:
        self._do(partial(bring_back, self.shop, gift.id), _("{gift} is given again."))

    def _do(self, work: partial[ShelfChange], text: str) -> None:
        self.do(work, lambda change: self._on_done(change, text))

    def _on_done(self, change: ShelfChange, text: str) -> None:
        self.form = None
        undo = partial(undo_shelf, self.shop, change)
        self.done(fill(text, gift=change.after.name), undo)


def _nothing_yet() -> QWidget:
    panel = Panel("surface", _("Nothing on the shelf yet"), "gift")
    panel.add_beside(
        Text(_("Put small things here that can be given away: a biscuit, a candle, a card."),
             "body", "ink2")
    )  # fmt: skip
    return panel
