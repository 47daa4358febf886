"""The greeting: exactly what to say, and whom to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import N_, NearDay, Phrase, words
from pos_companion.model.people import Customer
from ui.kit import Avatar, Text, tint_for
from ui.panels import CardPanel, OpenCard
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
        return _Head(
            shown.card.customer,
            words(Phrase(N_("“{words}”"), {"words": shown.greeting})),
            who_and_when(shown),
        )


class _Head(QWidget):
    def __init__(self, customer: Customer, greeting: str, detail: str) -> None:
        super().__init__()
        self.greeting = Text(greeting, "display")
        self.detail = Text(detail, "small", "ink2")
        avatar = Avatar(initials(customer), tint_for(str(customer.id)), 60)
        self._lines = QVBoxLayout()
        self._lines.addWidget(self.greeting)
        self._lines.addWidget(self.detail)
        self._row = QHBoxLayout(self)
        self._row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._lines, 1)
        self.setAccessibleName(greeting)
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._lines.setSpacing(look.px(2))
        self._row.setSpacing(look.px(14))
        self._row.setContentsMargins(look.px(4), look.px(4), 0, look.px(4))


def initials(customer: Customer) -> str:
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
