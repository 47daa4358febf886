"""A coupon: used by a scan, and shown when a visit has earned one."""

from functools import partial

from pos_companion.i18n import _, fill, words
from pos_companion.printouts import Document
from pos_companion.rules import Offer
from pos_companion.services.coupon_scan import ScannedCoupon, bring_coupon, coupons_of
from pos_companion.services.offers import release_offers
from pos_companion.services.printing import coupon_slip
from ui.counter.errands import Errand
from ui.counter.open_visit import Done, OpenVisit
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.coupon import CouponSheet
from ui.panels import Intent, Wish


class Coupons(Errand):
    """Scanned on a card it goes with the visit; scanned before, it waits for the card.

    Attributes:
        earned: the code of the coupon the last visit earned; empty for none.
    """

    wish = Wish.COUPON

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.earned = ""
        self._waiting = ""
        self.journey.coupon.connect(self.scanned)
        self.journey.opened.connect(self._on_opened)
        self.journey.recorded.connect(self._on_recorded)
        self.journey.closed.connect(self._forget)

    def start(self) -> None:
        """Show the coupon the last visit earned."""
        self.wished(self.earned)

    def wished(self, about: object) -> None:
        """Show a coupon by its code; without one, that of the last visit."""
        code = about if isinstance(about, str) and about else self.earned
        if code:
            work = partial(coupon_slip, self.shop, code)
            self.desk.run(work, partial(self._show, code))

    def scanned(self, coupon: ScannedCoupon) -> None:
        """Use it on the open card, or on the card it belongs to, or wait for one."""
        if self.visit is not None:
            self._use(coupon.code)
        elif not coupon.is_good:
            self.desk.notices.bar.say(words(coupon.sentence))
        else:
            self._waiting = coupon.code
            if coupon.customer is not None:
                self.journey.open(coupon.customer)
                return
            text = _("{coupon} Now the card of whoever brings it.")
            self.desk.notices.bar.say(fill(text, coupon=coupon.sentence))

    def _use(self, code: str) -> None:
        if self.visit is not None:
            self.desk.run(partial(bring_coupon, self.shop, self.visit.found, code), self._on_used)

    def _on_used(self, offer: Offer) -> None:
        if self.visit is None:
            return
        uid = self.visit.uid
        self.journey.gifts.add(offer)
        text = fill(_("With the coupon: {gift}"), gift=offer.title)
        self.desk.done(text, partial(release_offers, self.shop, uid, offer.id))

    def _on_opened(self, _visit: OpenVisit) -> None:
        code, self._waiting = self._waiting, ""
        self._forget()
        if code:
            self._use(code)

    def _on_recorded(self, done: Done) -> None:
        self.desk.run(partial(coupons_of, self.shop, done.recorded), self._on_earned)

    def _on_earned(self, codes: tuple[str, ...]) -> None:
        self.earned = next(iter(codes), "")
        self.desk.earned.emit(self.earned)

    def _forget(self) -> None:
        self.earned = ""
        self.desk.earned.emit("")

    def _show(self, code: str, document: Document) -> None:
        sheet = CouponSheet(document, code, partial(coupon_slip, self.shop, code))
        sheet.print_asked.connect(lambda: self.desk.wished.emit(Intent(Wish.PRINT)))
        self.desk.open(sheet)
        sheet.action.setFocus()
