"""A small something: the reason, the gift, the words to say, and what was left out."""

from typing import ClassVar

from PySide6.QtCore import QTimer

from pos_companion.i18n import N_, Phrase, _, words
from pos_companion.rules import Offer
from ui.kit.button import Button
from ui.kit.flow import Flow
from ui.kit.icon import IconLine
from ui.kit.panel import Panel
from ui.kit.text import Text
from ui.panels import CardPanel, OpenCard, Wish

_HOLD_MS = 600


class OfferPanel(CardPanel):
    """One offer. It is made once and filled, so that its buttons keep the keyboard.

    "Another" held down tells why this one and not the others.
    """

    title: ClassVar[str] = N_("A small something")
    order: ClassVar[int] = 40

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel("brand", _(self.title), "gift")
        self.gift = Text("", "title")
        self.words = Text()
        self.private = IconLine("eye-off", "", "small", ("ink2", "ink2"))
        self.on_the_till = IconLine("receipt", "", "small", ("ink2", "ink2"))
        self.give = Button(_("Give it"), "soft", "gift", "Space")
        self.another = Button(_("Another"), "ghost")
        self.not_today = Button(_("Not today"), "ghost")
        self.why = Button(_("Why?"), "ghost")
        self._held = QTimer(self, singleShot=True, interval=_HOLD_MS)
        self._lay_out()
        self._connect()

    def show_card(self, shown: OpenCard) -> bool:
        """Fill in the offer that is shown."""
        offer = shown.offer
        if offer is None:
            return False
        self.panel.set_heading(words(offer.reason))
        if self.panel.disc:
            self.panel.disc.set_icon(_icon(offer, shown))
        self.gift.setText(words(offer.title))
        self.words.setText(words(Phrase(N_("“{words}”"), {"words": offer.say})))
        _fill(self.private, offer.private)
        _fill(self.on_the_till, offer.on_the_till)
        self.give.setText(_("Added") if shown.given else _("Give it"))
        self.give.set_kind("on" if shown.given else "soft")
        self.give.set_icon("check" if shown.given else "gift")
        self.another.setVisible(shown.another)
        self.why.setVisible(shown.explained and not shown.another)
        return True

    def _lay_out(self) -> None:
        actions = Flow()
        for button in (self.give, self.another, self.not_today, self.why):
            actions.add(button)
        self.panel.add_beside(self.gift)
        for widget in (self.words, self.private, self.on_the_till, actions):
            self.panel.add(widget)
        self.put(self.panel)

    def _connect(self) -> None:
        self.give.clicked.connect(lambda: self.wish(Wish.GIFT))
        self.another.pressed.connect(self._held.start)
        self.another.clicked.connect(self._on_another)
        self._held.timeout.connect(self._on_held)
        self.not_today.clicked.connect(lambda: self.wish(Wish.NOT_TODAY, ""))
        self.why.clicked.connect(lambda: self.wish(Wish.WHY))

    def _on_another(self) -> None:
        if self._held.isActive():
            self._held.stop()
            self.wish(Wish.ANOTHER)

    def _on_held(self) -> None:
        if self.another.isDown():
            self.another.setDown(False)
            self.wish(Wish.WHY)


def _fill(line: IconLine, phrase: Phrase | None) -> None:
    line.text.setText(words(phrase) if phrase else "")
    line.setVisible(phrase is not None)


def _icon(offer: Offer, shown: OpenCard) -> str:
    """A paw for an animal, a cake for a celebration, else a gift."""
    for member in shown.card.household:
        if offer.beneficiary == f"being:{member.id}" and member.species.is_pet:
            return "paw-print"
    return "cake" if offer.celebration_year else "gift"
