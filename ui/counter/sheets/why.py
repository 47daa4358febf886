"""Why this offer, and why not the others: every rule that did not fire has its sentence."""

from pos_companion.i18n import _, words
from pos_companion.rules import Offer, WhyNot
from ui.kit import Panel, Sheet, Text


class Why(Sheet):
    """For the colleague's eyes; nothing in here is said aloud."""

    def __init__(self, offers: tuple[Offer, ...], why_not: tuple[WhyNot, ...]) -> None:
        super().__init__(_("Why this?"), _("Back to the card"))
        for offer in offers:
            panel = Panel("brand", words(offer.reason), "gift")
            panel.add_beside(Text(words(offer.title), "strong"))
            if offer.rule.why:
                panel.add_beside(Text(_(offer.rule.why), "small", "ink2"))
            self.add(panel)
        if why_not:
            panel = Panel("surface", _("Not this time"))
            for refused in why_not:
                line = Panel("none", _(refused.rule.name))
                line.set_padding(0, 0)
                line.add_beside(Text(words(refused.sentence), "body"))
                panel.add(line)
            self.add(panel)
        if not offers and not why_not:
            self.add(Text(_("There are no gift rules yet."), "body", "ink2"))
