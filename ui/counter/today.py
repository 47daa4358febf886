"""What the shop should know today, shown while nobody is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, full_day, ngettext, words
from pos_companion.model.card import Board, BoardRow
from pos_companion.model.stock import Gift
from ui.kit import Button, Chip, Flow, IconLine, Panel, ScrollColumn, Tag, Text, Tile
from ui.theme import theme

_LOOKS = {
    "celebration": ("cake", "party"),
    "owed": ("circle-alert", "warn"),
    "mood": ("hand-heart", "ask"),
    "not_recorded": ("receipt", "warn"),
    "missed": ("clock", "ask"),
    "low": ("package", "warn"),
}
_OTHER = ("bell", "ask")


class Today(QWidget):
    """The day, a few rows worth knowing, and the gifts on the shelf.

    Attributes:
        closing: what to say to whoever is leaving.
        tick: beside it, whether they were wished well; only where there was something to wish.

    Signals:
        chosen: the id of a customer.
        more_asked: all the rows are wanted.
        ahead_asked(int): the celebrations of so many days are wanted.
        wished(bool): they were wished well, or were not after all.
        coupon_asked: the coupon they earned is wanted.
    """

    chosen = Signal(int)
    more_asked = Signal()
    ahead_asked = Signal(int)
    wished = Signal(bool)
    coupon_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = ScrollColumn(gap=10)
        self.column.setMinimumHeight(1)  # in a low window what is said to them comes first
        self.hint = IconLine(
            "keyboard",
            _(
                "Scan a card or start typing.\n"
                "Nothing to click first: every letter goes to the search."
            ),
            "small",
            ("ink2", "ink2"),
            22,
        )
        self.closing = Panel("brand")
        self._words = Text("", "title")
        self.closing.add_beside(self._words)
        self.tick = Chip(_("Wished"))
        self.tick.clicked.connect(self.wished)
        ticks = Flow()
        ticks.add(self.tick)
        self.closing.add(ticks)
        self.tick.hide()
        self.closing.hide()
        self.coupon = Button("", "soft", "ticket")
        self.coupon.clicked.connect(self.coupon_asked)
        self.coupon.hide()
        self._quiet = False
        self._shown: tuple[Board, tuple[Gift, ...]] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.column, 1)
        self._layout.addWidget(self.closing)
        self._layout.addWidget(self.coupon)
        self._layout.addWidget(self.hint)
        self.restyle()

    def show_board(self, board: Board, shelf: tuple[Gift, ...]) -> None:
        """Show a day."""
        self._shown = board, shelf
        self.column.clear()
        self.column.add(_head(board))
        gifts = _shelf(shelf)
        if not self._quiet:
            self._show_rows(board, gifts)
        if shelf:
            self.column.add(Text(_("Gifts on the shelf"), "label", "ink2"))
            self.column.add(gifts)

    def say(self, closing: str) -> None:
        """Show what to say to whoever is leaving, in place of the hint; empty once they left."""
        self.tick.hide()
        self._words.setText(fill(_("“{words}”"), words=closing) if closing else "")
        self._show_words()

    def show_coupon(self, code: str) -> None:
        """They earned a coupon to take home; empty once they left."""
        spaced = f"{code[:4]} {code[4:]}"
        self.coupon.setText(fill(_("Coupon {code}: show and print"), code=spaced))
        self.coupon.setVisible(bool(code))

    def ask_wished(self, said: bool) -> None:
        """There was something to wish them: show whether that counts as said."""
        self.tick.setChecked(said)
        self.tick.show()

    def set_quiet(self, quiet: bool) -> None:
        """Show nobody by name, or everybody."""
        self._quiet = quiet
        self._show_words()
        if self._shown is not None:
            self.show_board(*self._shown)

    def _show_words(self) -> None:
        shown = bool(self._words.text()) and not self._quiet
        self.closing.setVisible(shown)
        self.hint.setVisible(not shown)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().space("m"))

    def _show_rows(self, board: Board, gifts: Flow) -> None:
        for row in board.rows:
            tile = board_tile(row)
            if row.customer:
                tile.clicked.connect(lambda _on=False, who=row.customer: self.chosen.emit(who))
            else:
                tile.clicked.connect(lambda: self.column.ensureWidgetVisible(gifts))
            self.column.add(tile)
        if board.more:
            more = fill(ngettext("{count} more", "{count} more", board.more), count=board.more)
            button = Button(more, "ghost", "chevron-down")
            button.clicked.connect(self.more_asked)
            self.column.add(_in_a_row(button))
        week, month = (
            Button(fill(ngettext("Next {count} day", "Next {count} days", days), count=days), kind)
            for days, kind in ((7, "ghost"), (30, "ghost"))
        )
        week.set_icon("calendar-days")
        week.clicked.connect(lambda: self.ahead_asked.emit(7))
        month.clicked.connect(lambda: self.ahead_asked.emit(30))
        self.column.add(_in_a_row(week, month))


def board_tile(row: BoardRow) -> Tile:
    """One row of the board: what, and who."""
    icon, tint = _LOOKS.get(row.kind, _OTHER)
    tile = Tile("surface", "", row.icon or icon, tint)
    tile.setText(". ".join(filter(None, (words(row.text), row.detail))))
    tile.panel.set_padding(12, 10)
    tile.panel.add_beside(Text(words(row.text)))
    if row.detail:
        tile.panel.add_beside(Text(row.detail, "small", "ink2"))
    return tile


def _in_a_row(*buttons: Button) -> Flow:
    flow = Flow()
    for button in buttons:
        flow.add(button)
    return flow


def _head(board: Board) -> QWidget:
    head = QWidget()
    lines = QVBoxLayout(head)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme().px(2))
    lines.addWidget(Text(full_day(board.today), "title"))
    visits = ngettext("{count} visit so far", "{count} visits so far", board.visits)
    lines.addWidget(Text(fill(visits, count=board.visits), "small", "ink2"))
    return head


def _shelf(shelf: tuple[Gift, ...]) -> Flow:
    flow = Flow()
    for gift in shelf:
        left = ngettext("{gift} · {count} left", "{gift} · {count} left", gift.on_hand)
        text = fill(left, gift=gift.name, count=gift.on_hand)
        flow.add(Tag(text, gift.icon or "gift", "warn" if gift.is_low else "surface"))
    return flow
