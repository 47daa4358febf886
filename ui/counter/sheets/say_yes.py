"""Ways to say yes: the own budget with what is left of it, and what goes beyond it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from pos_companion.i18n import _, fill, words
from pos_companion.model.giving import OWN_REASONS, WAIVERS, OwnReason, Waiver
from pos_companion.model.money import Money
from pos_companion.rules import Offer
from pos_companion.services.approvals import NEEDS_APPROVAL
from ui.kit import Button, Chip, Flow, IconLine, Panel, Sheet, Text, Tile
from ui.panels import GivenBeyond


@dataclass(frozen=True)
class Ways:
    """What can be done.

    Attributes:
        offers: those that need nothing more first.
        left_today, left_for_them: of the own budget.
        called: the customer as they like to be called.
        waiver: why what may not suit them is shown too.
        can_ask: somebody is there who could agree.
    """

    offers: tuple[Offer, ...]
    left_today: Money
    left_for_them: Money
    called: str
    waiver: Waiver = Waiver.NONE
    can_ask: bool = False


class SayYes(Sheet):
    """One tap says why, one gives; beyond the budget somebody agrees, or it is flagged.

    Args:
        ways: what can be done.
        reason: chosen before; None asks.

    Signals:
        given(object): a `GivenBeyond` inside the budget, or anyway: a manager sees it tomorrow.
        asked(object): a `GivenBeyond` a second person is to agree to.
        waived(object, object): a `Waiver` and the reason so far: show what may not suit them too.
    """

    given = Signal(object)
    asked = Signal(object)
    waived = Signal(object, object)

    def __init__(self, ways: Ways, reason: OwnReason | None = None) -> None:
        super().__init__(_("A little something of your own"), _("Back to the card"))
        self._ways = ways
        self.reasons = QButtonGroup(self)
        self.problem = IconLine("circle-alert", _("Choose why first."), "small", ("ink", "warn"))
        self._open: QWidget | None = None
        self._opened_by: Tile | None = None
        self._lay_out(reason)

    @property
    def reason(self) -> OwnReason | None:
        """Why it is given; None while nobody chose."""
        at = self.reasons.checkedId()
        return list(OWN_REASONS)[at] if at >= 0 else None

    def start(self) -> None:
        """Give the keyboard to the reasons."""
        checked = self.reasons.checkedButton() or self.reasons.button(0)
        checked.setFocus()

    def _lay_out(self, reason: OwnReason | None) -> None:
        ways = self._ways
        left = fill(_("{money} left for you today · {theirs} for {name}"),
                    money=ways.left_today, theirs=ways.left_for_them, name=ways.called)  # fmt: skip
        self.add(IconLine("coins", left, "body", ("ink2", "brand")))
        self.add(Text(_("Why?"), "label", "ink2"))
        chips = Flow()
        for at, (one, text) in enumerate(OWN_REASONS.items()):
            chip = Chip(_(text), one is reason)
            self.reasons.addButton(chip, at)
            chips.add(chip)
        self.reasons.idToggled.connect(lambda _at, _on: self.problem.hide())
        self.add(chips)
        self.add(self.problem)
        self.problem.hide()
        inside = [one for one in ways.offers if not one.needs]
        beyond = [one for one in ways.offers if one.needs]
        if inside:
            self.add(Text(_("Within your budget"), "label", "ink2"))
            for offer in inside:
                self.add(self._tile(offer))
        if beyond:
            self.add(Text(_("Beyond it"), "label", "ink2"))
            for offer in beyond:
                self.add(self._tile(offer))
        if not ways.offers:
            self.add(Text(_("There is nothing to give just now. Kind words are free."), "body"))
        self._add_waivers()

    def _add_waivers(self) -> None:
        """What may not suit them is only shown for a reason."""
        if self._ways.waiver:
            line = _(WAIVERS[self._ways.waiver])
            self.add(IconLine("info", line, "small", ("ink2", "ink2")))
            return
        flow = Flow()
        for waiver, text in WAIVERS.items():
            button = Button(_(text), "ghost")
            button.clicked.connect(lambda _on=False, one=waiver: self.waived.emit(one, self.reason))
            flow.add(button)
        self.add(Text(_("What may not suit them is left out, unless:"), "small", "ink2"))
        self.add(flow)

    def _tile(self, offer: Offer) -> Tile:
        tile = Tile("surface" if offer.needs else "brand", "", "gift")
        title, cost = words(offer.title), fill(_("costs us {money}"), money=offer.cost)
        tile.panel.add_beside(Text(title, "strong"))
        tile.panel.add_beside(Text(cost, "small", "ink2"))
        tile.setText(fill(_("{gift}, {cost}"), gift=title, cost=cost))
        tile.clicked.connect(lambda: self._choose(offer, tile))
        return tile

    def _choose(self, offer: Offer, tile: Tile) -> None:
        if self.reason is None:
            self.problem.show()
            self.body.to_top()
            self.start()
        elif offer.needs:
            self._ask_how(offer, tile)
        else:
            self.given.emit(self._beyond(offer))

    def _ask_how(self, offer: Offer, tile: Tile) -> None:
        """Beyond the budget: somebody agrees now, or a manager sees it tomorrow."""
        was, self._opened_by = self._opened_by, None
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
        if was is tile:
            return
        panel = Panel("sunk")
        actions = Flow()
        if self._ways.can_ask:
            ask = Button(_("Ask a manager"), "soft", "shield")
            ask.clicked.connect(lambda: self.asked.emit(self._beyond(offer)))
            actions.add(ask)
        if offer.needs not in NEEDS_APPROVAL:
            anyway = Button(_("Say yes anyway"), "soft", "heart")
            anyway.clicked.connect(lambda: self.given.emit(self._beyond(offer)))
            actions.add(anyway)
            panel.add(Text(_("A manager sees it tomorrow."), "small", "ink2"))
        panel.add(actions)
        self._open, self._opened_by = panel, tile
        column = self.body.column
        column.insertWidget(column.indexOf(tile) + 1, panel)
        panel.show()
        first: Sequence[QWidget] = actions.widgets()
        if first:
            first[0].setFocus()

    def _beyond(self, offer: Offer) -> GivenBeyond:
        return GivenBeyond(offer, self.reason, self._ways.waiver)
