"""Give something of one's own accord, or say yes although a rule says no."""

from collections.abc import Sequence
from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.model.giving import OwnReason, Waiver
from pos_companion.rules import Offer, Redemption, WhyNot
from pos_companion.rules.own_budget import OWN
from pos_companion.services import Shop
from pos_companion.services.approvals import who_may_agree
from pos_companion.services.giving import (
    Given,
    against_the_rule,
    give_anyway,
    give_own,
    own_budget,
    ways_to_say_yes,
)
from pos_companion.services.look_up import Found
from pos_companion.services.offers import release_offers
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.say_yes import SayYes, Ways
from ui.panels import GivenBeyond, Intent, Wish


class OwnGift(Errand):
    """What is left of the own budget, and what there is to give."""

    key = "F10"
    label = N_("a little something of your own")
    place = Place.CARD
    wish = Wish.OWN

    def start(self) -> None:
        """Show what can be given without a rule."""
        self._look("")

    def wished(self, about: object) -> None:
        """Show the ways to say yes to what a rule refuses."""
        self._look(about.rule.id if isinstance(about, WhyNot) else "")

    def _look(self, rule: str, waiver: Waiver = Waiver.NONE, why: object = None) -> None:
        if self.visit is None:
            return
        found = self.visit.found
        reason = why if isinstance(why, OwnReason) else None
        work = partial(_ways, self.shop, found, rule, waiver)
        self.desk.run(work, lambda ways: self._show(rule, ways, reason))

    def _show(self, rule: str, ways: Ways, reason: OwnReason | None) -> None:
        sheet = SayYes(ways, reason)
        sheet.given.connect(self._give)
        sheet.asked.connect(lambda about: self.desk.wished.emit(Intent(Wish.AGREE, about)))
        sheet.waived.connect(partial(self._look, rule))
        self.desk.open(sheet)
        sheet.start()

    def _give(self, about: GivenBeyond) -> None:
        if self.visit is None or about.reason is None:
            return
        how = Given(about.reason, waiver=about.waiver)
        deed = give_own if about.offer.rule.id == OWN else give_anyway
        work = partial(deed, self.shop, self.visit.found, about.offer, how)
        self.desk.run(work, partial(self._on_given, about))

    def _on_given(self, about: GivenBeyond, line: Redemption) -> None:
        self.desk.close()
        self.journey.gifts.add(about.offer)
        text = fill(_("{gift} goes with this visit."), gift=about.offer.title)
        self.desk.done(text, partial(release_offers, self.shop, line.visit, about.offer.id))


def _ways(shop: Shop, found: Found, rule: str, waiver: Waiver) -> Ways:
    own = own_budget(shop, found, waiver)
    offers = ways_to_say_yes(shop, found, rule) if rule and not waiver else own.offers
    if rule and waiver:
        offers = (*own.offers, *against_the_rule(found, rule, waiver))
    return Ways(
        offers=_each_once(offers),
        left_today=own.left_today,
        left_for_them=own.left_for_them,
        called=found.card.customer.called,
        waiver=waiver,
        can_ask=bool(who_may_agree(shop, found)),
    )


def _each_once(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Without what a rule would give that the own budget has room for anyway."""
    inside = {one.effect.taken_from_shelf for one in offers if not one.needs} - {None}
    return tuple(
        one for one in offers if not one.needs or one.effect.taken_from_shelf not in inside
    )
