"""Why this offer, and why not the others: every rule that did not fire has its sentence."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from pos_companion.i18n import _, fill, words
from pos_companion.rules import Offer, WhyNot
from ui.kit import Button, Flow, Icon, Panel, Sheet, Text, Tile
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
        for choice in _choices(offers):
            self.add(_fits(choice))
        for offer in to_approve:
            self.add(self._asks(offer))
        asking = {offer.rule.id for offer in to_approve}
        others = [one for one in why_not if one.rule.id not in asking]
        if others:
            panel = Panel("surface")
            panel.set_heading(_("Not this time"), _("a tap: ways to say yes"))
            for refused in others:
                panel.add(self._refuses(refused))
            self.add(panel)
        if not offers and not why_not:
            self.add(Text(_("There are no gift rules yet."), "body", "ink2"))

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

    def _refuses(self, refused: WhyNot) -> Tile:
        """A line that leads on to the ways to say yes."""
        line = Tile("none")
        line.panel.set_padding(0, 4)
        name, sentence = _(refused.rule.name), words(refused.sentence)
        line.panel.add_beside(Text(name, "label", "ink2"))
        line.panel.add_beside(Text(sentence, "body"))
        line.panel.add_trailing(Icon("chevron-right", "ink2", 20), middle=True)
        said = _("{name}. {sentence} Say yes anyway")
        line.setText(fill(said, name=name, sentence=sentence))
        line.clicked.connect(lambda: self.wished.emit(Intent(Wish.OWN, refused)))
        return line


def _choices(offers: Iterable[Offer]) -> list[list[Offer]]:
    """The gifts of one rule for one being together."""
    found: dict[tuple[str, str], list[Offer]] = {}
    for offer in offers:
        found.setdefault((offer.rule.id, offer.beneficiary), []).append(offer)
    return list(found.values())


def _fits(choice: list[Offer]) -> Panel:
    first = choice[0]
    panel = Panel("brand", words(first.reason), "gift")
    panel.keep_disc_at_top()
    for offer in choice:
        gift = fill(_("{gift} · costs us {money}"), gift=offer.title, money=offer.cost)
        panel.add_beside(Text(gift, "strong"))
    if first.rule.why:
        panel.add_beside(Text(_(first.rule.why), "small", "ink2"))
    if first.rule.promise:
        kept = fill(_("It keeps our promise: {promise}"), promise=_(first.rule.promise))
        panel.add_beside(Text(kept, "small", "ink2"))
    return panel
