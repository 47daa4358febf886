"""Why this offer, and why not the others: every rule that did not fire has its sentence."""

from PySide6.QtCore import Signal

from pos_companion.i18n import _, fill, words
from pos_companion.rules import Offer, WhyNot
from ui.kit import Button, Flow, Panel, Sheet, Text
from ui.panels import GivenBeyond, Intent, Wish


class Why(Sheet):
    """For the colleague's eyes; nothing in here is said aloud.

    Args:
        offers: what fits.
        why_not: a reason for every other rule.
        to_approve: what a second person has to agree to first.

    Signals:
        wished(object): an `Intent`: somebody is to agree, or the ways to say yes are wanted.
    """

    wished = Signal(object)

    def __init__(
        self,
        offers: tuple[Offer, ...],
        why_not: tuple[WhyNot, ...],
        to_approve: tuple[Offer, ...] = (),
    ) -> None:
        super().__init__(_("Why this?"), _("Back to the card"))
        for offer in offers:
            self.add(self._fits(offer))
        for offer in to_approve:
            self.add(self._asks(offer))
        asking = {offer.rule.id for offer in to_approve}
        others = [one for one in why_not if one.rule.id not in asking]
        if others:
            panel = Panel("surface", _("Not this time"))
            for refused in others:
                panel.add(self._refuses(refused))
            self.add(panel)
        if not offers and not why_not:
            self.add(Text(_("There are no gift rules yet."), "body", "ink2"))

    def _fits(self, offer: Offer) -> Panel:
        panel = Panel("brand", words(offer.reason), "gift")
        panel.add_beside(Text(words(offer.title), "strong"))
        if offer.rule.why:
            panel.add_beside(Text(_(offer.rule.why), "small", "ink2"))
        cost = fill(_("It costs us {money}."), money=offer.cost)
        panel.add_beside(Text(cost, "small", "ink2"))
        return panel

    def _asks(self, offer: Offer) -> Panel:
        panel = Panel("surface", words(offer.reason), "shield")
        panel.add_beside(Text(words(offer.title), "strong"))
        panel.add_beside(Text(_("Somebody else has to agree to this."), "small", "ink2"))
        ask = Button(_("Ask a manager"), "soft", "shield")
        ask.setAccessibleName(fill(_("{deed}: {name}"), deed=ask.text(), name=words(offer.title)))
        intent = Intent(Wish.AGREE, GivenBeyond(offer))
        ask.clicked.connect(lambda: self.wished.emit(intent))
        flow = Flow()
        flow.add(ask)
        panel.add(flow)
        return panel

    def _refuses(self, refused: WhyNot) -> Panel:
        line = Panel("none", _(refused.rule.name))
        line.set_padding(0, 0)
        line.add_beside(Text(words(refused.sentence), "body"))
        yes = Button(_("Say yes anyway"), "ghost")
        yes.setAccessibleName(fill(_("{deed}: {name}"), deed=yes.text(), name=refused.rule.name))
        yes.clicked.connect(lambda: self.wished.emit(Intent(Wish.OWN, refused)))
        line.add_trailing(yes, middle=True)
        return line
