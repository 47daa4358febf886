"""The greeting: exactly what to say, and whom to; a tap shows when they were here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import N_, NearDay, Phrase, _, words
from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer
from ui.kit import Avatar, Text, Tile, tint_for
from ui.panels import CardPanel, OpenCard, Wish
from ui.theme import theme


class HeadPanel(CardPanel):
    """Initials, the greeting in the biggest words, the name and the last visit."""

    title = N_("Greeting")
    order = 10

    def part(self, shown: OpenCard) -> object | None:
        """The greeting and the customer."""
        card = shown.card
        return shown.greeting, card.customer, card.pronunciation, shown.last_day, card.today

    def draw(self, shown: OpenCard) -> QWidget:
        """No box: it is the first thing to be seen."""
        greeting = words(Phrase(N_("“{words}”"), {"words": shown.greeting}))
        head = _Head(shown.card.customer, greeting, who_and_when(shown))
        if shown.last_day is not None:
            head.lead_on()
            head.clicked.connect(lambda: self.wish(Wish.VISITS))
        return head


class _Head(Tile):
    def __init__(self, customer: Customer, greeting: str, detail: str) -> None:
        super().__init__("none")
        self.greeting = Text(greeting, "display")
        self.detail = Text(detail, "small", "ink2")
        avatar = Avatar(initials(customer), tint_for(str(customer.id)), 60)
        self._lines = QVBoxLayout()
        self._lines.addWidget(self.greeting)
        self._lines.addWidget(self.detail)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._lines, 1)
        self.panel.add(inside)
        self.panel.set_padding(0, 0)
        self.setText(detail)
        self.setAccessibleName(f"{greeting} {detail}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.restyle()

    def lead_on(self) -> None:
        """Let it be pressed."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(_("Shows their last visits"))
        self.setToolTip(_("Their last visits"))

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._lines.setSpacing(look.px(2))
        self._row.setSpacing(look.px(14))
        self._row.setContentsMargins(look.px(4), look.px(4), 0, look.px(4))


def initials(customer: Customer | Glimpse) -> str:
    """One or two letters; a dot for somebody whose name we do not know."""
    names = (customer.name or customer.description or customer.called).split()
    if not names:
        return "·"
    ends = names[:1] if len(names) == 1 else [names[0], names[-1]]
    return "".join(name[0] for name in ends).upper()


def who_and_when(shown: OpenCard) -> str:
    """The whole name, how to say it, and when they were last here."""
    customer = shown.card.customer
    name = customer.name or customer.description or customer.card or customer.phone
    if shown.card.pronunciation:
        values = {"name": name, "say_as": shown.card.pronunciation}
        name = words(Phrase(N_("{name} (say {say_as})"), values))
    if shown.last_day is None:
        return words(Phrase(N_("{name} · here for the first time"), {"name": name}))
    day = NearDay(shown.last_day, shown.card.today)
    return words(Phrase(N_("{name} · last here {day}"), {"name": name, "day": day}))
