"""A second person agrees to what is to be given."""

from functools import partial

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_, _, fill
from pos_companion.model.staff import Approval as Yes
from pos_companion.model.staff import Staff
from pos_companion.rules import Redemption
from pos_companion.rules.own_budget import OWN
from pos_companion.services.approvals import agree, who_may_agree
from pos_companion.services.giving import Given, give_anyway, give_own
from pos_companion.services.offers import accept_offer, release_offers
from ui.counter.errands import Errand
from ui.counter.sheets.approval import Approval
from ui.panels import GivenBeyond, Wish


class Approve(Errand):
    """First the person, then the PIN; it holds for this one thing on this visit."""

    wish = Wish.AGREE

    def start(self) -> None:
        """Nothing can be agreed to without saying what."""

    def wished(self, about: object) -> None:
        """Ask who agrees to what is to be given."""
        if self.visit is not None and isinstance(about, GivenBeyond):
            work = partial(who_may_agree, self.shop, self.visit.found)
            self.desk.run(work, partial(self._ask, about))

    def _ask(self, about: GivenBeyond, staff: tuple[Staff, ...]) -> None:
        if not staff:
            self.desk.refused(RefusedError(N_("Nobody else here may agree to this.")))
            return
        sheet = Approval(about.offer, staff)
        sheet.agreed.connect(partial(self._agree, about))
        self.desk.open(sheet)

    def _agree(self, about: GivenBeyond, person: int, digits: str) -> None:
        if self.visit is not None:
            work = partial(agree, self.shop, self.visit.found, about.offer, person, digits)
            self.desk.run(work, partial(self._give, about))

    def _give(self, about: GivenBeyond, yes: Yes) -> None:
        if self.visit is None:
            return
        found, offer = self.visit.found, about.offer
        work = partial(accept_offer, self.shop, found, offer, yes)
        if about.reason is not None:
            how = Given(about.reason, yes, about.waiver)
            deed = give_own if offer.rule.id == OWN else give_anyway
            work = partial(deed, self.shop, found, offer, how)
        self.desk.run(work, partial(self._on_given, about, yes.name))

    def _on_given(self, about: GivenBeyond, name: str, line: Redemption) -> None:
        self.desk.close()
        self.journey.gifts.add(about.offer)
        text = fill(_("{name} agreed: {gift}"), name=name, gift=about.offer.title)
        self.desk.done(text, partial(release_offers, self.shop, line.visit, about.offer.id))
