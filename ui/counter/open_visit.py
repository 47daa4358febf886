"""What is open at the counter: one customer's visit before it is recorded.

A frozen value: the journey replaces it with every key, and undo shows an old one again.
"""

from dataclasses import dataclass, replace

from pos_companion.i18n import Phrase, _, fill, isolated, ngettext, value_in_words
from pos_companion.insight.anticipation import guess
from pos_companion.insight.usual_together import going_along
from pos_companion.model.visits import (
    NOTHING_SAID,
    Basket,
    BasketLine,
    Impression,
    Product,
    UsualItem,
)
from pos_companion.rules import Offer
from pos_companion.rules.evaluate import evaluate
from pos_companion.services.celebration_days import days_on_card
from pos_companion.services.look_up import Found
from pos_companion.services.record_visit import Recorded
from ui.panels import OpenCard, ProductChoice

_MOST_FAVOURITES = 4
_MOST_GOING_ALONG = 2
_MOST_REASONS = 3


@dataclass(frozen=True)
class OpenVisit:
    """A visit that can still change.

    Attributes:
        found: the card as it was read, and the offers that fit.
        greeting_at: which of the greetings is shown.
        offer_at: which of the offers is shown.
        taken: offers reserved for this visit.
        dismissed: ids of offers they did not want today.
        refused: the one they have just said no to, while it can be said why; None else.
        picked: products chosen instead of the usual; None while nobody changed anything.
        choosing: the chips for something else are open.
        sought, sought_products: what was typed to find a product, and what it found.
        impression: who came along and how they seem, as far as somebody said so.
    """

    found: Found
    greeting_at: int = 0
    offer_at: int = 0
    taken: tuple[Offer, ...] = ()
    dismissed: frozenset[str] = frozenset()
    refused: Offer | None = None
    picked: tuple[Product, ...] | None = None
    choosing: bool = False
    sought: str = ""
    sought_products: tuple[Product, ...] = ()
    impression: Impression = NOTHING_SAID

    @classmethod
    def of(cls, found: Found) -> "OpenVisit":
        """A card that has just been opened; what was reserved for this visit stays taken."""
        taken = tuple(offer for offer in found.offers if offer.id in found.accepted)
        at = found.offers.index(taken[0]) if taken else 0
        return cls(found, offer_at=at, taken=taken)

    @property
    def uid(self) -> str:
        """The visit's id, made when the card was opened."""
        return self.found.visit_uid

    @property
    def greeting(self) -> Phrase:
        """What to say first."""
        greetings = self.found.greetings or (self.found.card.greeting,)
        return greetings[self.greeting_at % len(greetings)]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Those that fit and were not turned down, the one to show first at the front."""
        return tuple(offer for offer in self.found.offers if offer.id not in self.dismissed)

    @property
    def offer(self) -> Offer | None:
        """The one that is shown."""
        return self.offers[self.offer_at % len(self.offers)] if self.offers else None

    @property
    def instead(self) -> tuple[Offer, ...]:
        """What they can choose between: the further gifts of the rule on show; else nothing."""
        shown = self.offer
        each = (one for one in self.offers if shown is not None and _same_choice(one, shown))
        choice = tuple(each)
        return choice if len(choice) > 1 else ()

    @property
    def reasons(self) -> tuple[Offer, ...]:
        """One offer for each reason, the first three: what "another" walks through."""
        firsts: list[Offer] = []
        for one in self.offers:
            if not any(_same_choice(one, other) for other in firsts):
                firsts.append(one)
        return tuple(firsts[:_MOST_REASONS])

    @property
    def beyond(self) -> tuple[Offer, ...]:
        """What goes with this visit beside the offer on show: of one's own, or by a coupon."""
        shown = self.offer
        return tuple(one for one in self.taken if shown is None or one.id != shown.id)

    def showing(self, offer: Offer) -> "OpenVisit":
        """With this offer on show."""
        ids = [one.id for one in self.offers]
        return replace(self, offer_at=ids.index(offer.id)) if offer.id in ids else self

    def with_found(self, found: Found) -> "OpenVisit":
        """Read once more: what was promised stays taken, as it is now."""
        fresh = {offer.id: offer for offer in found.offers}
        kept = (fresh.get(one.id, one) for one in self.taken if one.id in found.accepted)
        return replace(self, found=found, taken=tuple(kept))

    def is_taken(self, offer: Offer) -> bool:
        """Whether it will be given with this visit."""
        return any(taken.id == offer.id for taken in self.taken)

    @property
    def basket(self) -> Basket:
        """What will be recorded: what was picked, else the usual when it is sure."""
        usual = {item.product.id: item for item in self.found.card.usual.ranked}
        usual |= {item.product.id: item for item in self.found.card.usual.basket}
        if self.picked is None:
            return Basket(tuple(_usual_line(item) for item in self.found.card.usual.basket))
        return Basket(
            tuple(
                _usual_line(usual[product.id]) if product.id in usual else _line(product)
                for product in self.picked
            )
        )

    @property
    def is_the_usual(self) -> bool:
        """Whether exactly the armed usual order will be recorded."""
        usual = [item.product.id for item in self.found.card.usual.basket]
        return bool(usual) and sorted(self.basket.products) == sorted(usual)

    def with_toggled(self, product: Product) -> "OpenVisit":
        """Put a product in, or take it out again."""
        now = tuple(line.product for line in self.basket.lines)
        rest = tuple(other for other in now if other.id != product.id)
        picked = rest if len(rest) < len(now) else (*now, product)
        return replace(self, picked=picked, sought="", sought_products=())._judged_again()

    def chosen_no_more(self) -> "OpenVisit":
        """Close the chips and go back to what the card proposed."""
        usual = replace(self, choosing=False, picked=None, sought="", sought_products=())
        return usual._judged_again()

    def _judged_again(self) -> "OpenVisit":
        """With the offers that fit the basket as it is now; the one on show stays on show."""
        facts = self.found.facts
        if self.picked is not None:
            facts = facts.with_basket(self.basket)
        result = evaluate(facts, self.found.rules, self.found.ledger)
        found = replace(
            self.found,
            offers=result.offers,
            why_not=result.why_not,
            to_approve=result.to_approve,
        )
        shown, now = self.offer, replace(self, found=found, offer_at=0)
        for at, offer in enumerate(now.offers):
            if shown is not None and offer.id == shown.id:
                return replace(now, offer_at=at)
        return now

    def shown(self) -> OpenCard:
        """What the panels draw."""
        offer = self.offer
        visits = self.found.facts.visits
        return OpenCard(
            card=self.found.card,
            greeting=self.greeting,
            last_day=visits[-1].day if visits else None,
            offer=offer,
            given=offer is not None and self.is_taken(offer),
            another=len(self.reasons) > 1,
            instead=self.instead,
            refused=self.refused,
            beyond=self.beyond,
            explained=bool(self.found.why_not),
            choices=() if self._just_confirms else self._choices(),
            choosing=self.choosing,
            sought=self.sought,
            guess=guess(self.found.around, self.basket.products) if self.found.around else None,
            days=days_on_card(self.found),
            impression=self.impression,
        )

    def deed_text(self) -> tuple[str, str]:
        """The icon and the words of the primary button: exactly what will be written."""
        gift = bool(self.taken)
        icon = "gift" if gift else "check"
        if self.is_the_usual:
            return icon, _("The usual + gift") if gift else _("Had the usual")
        names = [line.product.name for line in self.basket.lines]
        if not names:
            return icon, _("Record visit + gift") if gift else _("Record visit")
        text = _("Record: {things} + gift") if gift else _("Record: {things}")
        return icon, fill(text, things=_together(names))

    @property
    def _just_confirms(self) -> bool:
        return not self.choosing and bool(self.found.card.usual.basket)

    def _going_along(self) -> list[Product]:
        """What they like to have with what is in the basket, once that is being put together."""
        if not self.choosing and self.picked is None:
            return []
        facts, taken = self.found.facts, self.basket.products
        items = going_along(self.found.card.usual.ranked, taken, facts.visits, facts.now)
        return [item.product for item in items[:_MOST_GOING_ALONG]]

    def _choices(self) -> tuple[ProductChoice, ...]:
        """What they take first, then what was found and picked, favourites, best sellers."""
        usual = self.found.card.usual
        on = set(self.basket.products)
        order = [item.product for item in usual.shown]
        order += [*self.sought_products, *(self.picked or ())]
        if not self.sought and (self.choosing or not usual.often):
            order += [item.product for item in usual.ranked[:_MOST_FAVOURITES]]
            order += list(self.found.best_sellers)
        # At the end, so that no chip moves away under a finger.
        order += self._going_along()
        ways = {item.product.id: item.their_way for item in (*usual.ranked, *usual.shown)}
        each = {product.id: product for product in order if product.available or product.id in on}
        return tuple(
            ProductChoice(product, in_words(product, ways.get(product.id, "")), product.id in on)
            for product in each.values()
        )


@dataclass(frozen=True)
class Done:
    """A visit that was recorded, and how it looked before: undo shows exactly that again."""

    before: OpenVisit
    recorded: Recorded

    @property
    def closing(self) -> Phrase:
        """What to say at the end."""
        return self.recorded.closing


def in_words(product: Product, their_way: str) -> str:
    """A product as it is asked for: "Flat white, oat milk"."""
    if not their_way:
        return isolated(product.name)
    return fill(_("{product}, {their_way}"), product=product.name, their_way=their_way)


def _same_choice(one: Offer, other: Offer) -> bool:
    """Whether both are gifts of one rule for the same being."""
    return one.rule.id == other.rule.id and one.beneficiary == other.beneficiary


def _together(names: list[str]) -> str:
    """One or two by name, more by number: the button stays one line."""
    if len(names) > 2:
        return fill(ngettext("{count} thing", "{count} things", len(names)), count=len(names))
    return value_in_words(names)


def _usual_line(item: UsualItem) -> BasketLine:
    return BasketLine(item.product, amount=item.product.price, their_way=item.their_way)


def _line(product: Product) -> BasketLine:
    return BasketLine(product, amount=product.price)
