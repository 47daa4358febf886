"""A small something: the reason, the gift, the words to say, and what was left out."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, Phrase, _, fill, words
from pos_companion.model.giving import NOT_TODAY
from pos_companion.rules import Offer
from ui.kit.button import Button
from ui.kit.flow import Flow
from ui.kit.icon import IconLine
from ui.kit.panel import Panel
from ui.kit.text import Text
from ui.panels import CardPanel, OpenCard, Wish
from ui.theme import theme

_HOLD_MS = 600


class OfferPanel(CardPanel):
    """One offer. It is made once and filled, so that its buttons keep the keyboard.

    "Another" held down tells why this one and not the others. What they said no to can be given a
    reason with one tap; nobody has to. What is given beyond the rules stands below.
    """

    title: ClassVar[str] = N_("A small something")
    order: ClassVar[int] = 40

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel("brand", _(self.title), "gift")
        self.gift = Text("", "title")
        self.instead = Flow()
        self.words = Text()
        self.private = IconLine("eye-off", "", "small", ("ink2", "ink2"))
        self.on_the_till = IconLine("receipt", "", "small", ("ink2", "ink2"))
        self.give = Button(_("Give it"), "soft", "gift", "Space")
        self.another = Button(_("Another"), "ghost")
        self.not_today = Button(_("Not today"), "ghost")
        self.why = Button(_("Why?"), "ghost")
        self.refused = Panel("surface")
        self.beyond = Panel("brand")
        self._beyond: tuple[Offer, ...] = ()
        self._choice: tuple[tuple[Offer, ...], str] = ((), "")
        self._held = QTimer(self, singleShot=True, interval=_HOLD_MS)
        self._lay_out()
        self._connect()

    def show_card(self, shown: OpenCard) -> bool:
        """Fill in the offer that is shown, what they said no to, and what goes beyond."""
        self.panel.setVisible(shown.offer is not None)
        self.refused.setVisible(shown.refused is not None)
        self.beyond.setVisible(bool(shown.beyond))
        if shown.offer is not None:
            self._fill_in(shown.offer, shown)
        if shown.refused is not None:
            gift = words(shown.refused.title)
            self.refused.set_heading(fill(_("Another time, then: {gift}"), gift=gift))
        self._show_beyond(shown.beyond)
        return shown.offer is not None or shown.refused is not None or bool(shown.beyond)

    def _fill_in(self, offer: Offer, shown: OpenCard) -> None:
        self.panel.set_heading(words(offer.reason))
        if self.panel.disc:
            self.panel.disc.set_icon(_icon(offer, shown))
        self.gift.setText(words(offer.title))
        self._show_choice(shown.instead, offer)
        self.words.setText(words(Phrase(N_("“{words}”"), {"words": offer.say})))
        _fill(self.private, offer.private)
        _fill(self.on_the_till, offer.on_the_till)
        self.give.setText(_("Added") if shown.given else _("Give it"))
        self.give.set_kind("on" if shown.given else "soft")
        self.give.set_icon("check" if shown.given else "gift")
        self.another.setVisible(shown.another)
        self.why.setVisible(shown.explained and not shown.another)

    def _show_choice(self, choice: tuple[Offer, ...], offer: Offer) -> None:
        """What they can have instead of the one on show."""
        self.instead.setVisible(bool(choice))
        if (choice, offer.id) == self._choice:
            return
        self._choice = (choice, offer.id)
        had_keyboard = self.instead.isAncestorOf(self.focusWidget() or self)
        self.instead.clear()
        for one in choice:
            if one.id == offer.id:
                continue
            button = Button(fill(_("or {gift}"), gift=one.title), "lead")
            button.clicked.connect(lambda _on=False, one=one: self.wish(Wish.PICK, one))
            self.instead.add(button)
            button.show()
        if had_keyboard:
            self.give.setFocus()

    def _show_beyond(self, beyond: tuple[Offer, ...]) -> None:
        if beyond == self._beyond:
            return
        self._beyond = beyond
        self._rows.clear()
        for offer in beyond:
            title = words(offer.title)
            leave = Button(_("Leave it"), "ghost", "x")
            leave.setAccessibleName(fill(_("{deed}: {name}"), deed=leave.text(), name=title))
            leave.clicked.connect(lambda _on=False, one=offer: self.wish(Wish.LEAVE, one))
            if offer.on_the_till is not None:
                text = _("{gift} · {till}")
                title = fill(text, gift=offer.title, till=offer.on_the_till)
            line = IconLine("check", title, "strong", ("brand_ink", "brand"))
            for widget in (line, leave):
                self._rows.add(widget)
                widget.show()

    def _lay_out(self) -> None:
        actions = Flow()
        for button in (self.give, self.another, self.not_today, self.why):
            actions.add(button)
        self.panel.add_beside(self.gift)
        for widget in (self.words, self.private, self.on_the_till, actions, self.instead):
            self.panel.add(widget)
        reasons = Flow(2)
        for why, text in NOT_TODAY.items():
            button = Button(_(text), "lead")
            button.clicked.connect(lambda _on=False, why=why: self.wish(Wish.SAID_NO, why))
            reasons.add(button)
        again = Button(_("After all"), "lead", "undo-2")
        again.clicked.connect(lambda: self.wish(Wish.AFTER_ALL))
        reasons.add(again)
        self.refused.add(reasons)
        self.refused.set_gap(0)
        self._rows = Flow()
        self.beyond.set_heading(_("Given with this visit"))
        self.beyond.add(self._rows)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        for panel in (self.panel, self.refused, self.beyond):
            rows.addWidget(panel)
        self.put(body)

    def _connect(self) -> None:
        self.give.clicked.connect(lambda: self.wish(Wish.GIFT))
        self.another.pressed.connect(self._held.start)
        self.another.clicked.connect(self._on_another)
        self._held.timeout.connect(self._on_held)
        self.not_today.clicked.connect(lambda: self.wish(Wish.NOT_TODAY))
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
