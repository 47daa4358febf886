"""What a manager may want to look at; each with its counts and days, none with a verdict."""

from dataclasses import dataclass

from pos_companion.i18n import Phrase
from pos_companion.insight.card_signals import many_visits, own_cards, same_card
from pos_companion.insight.gift_signals import taken_back, unusual_hours
from pos_companion.insight.signal_words import on_days, sentence
from pos_companion.model.people import Customer
from pos_companion.model.signals import Signal, SignalKind
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.report_days import Days
from pos_companion.services.sign_in import require

_ORDER = tuple(SignalKind)


@dataclass(frozen=True)
class Seen:
    """One thing that is worth a look.

    Attributes:
        customer: None when it is about no card, or they are not in the records any more.
        said: what was seen.
        when: on which days.
    """

    signal: Signal
    customer: Customer | None
    said: Phrase
    when: Phrase


def signals(shop: Shop, days: Days) -> tuple[Seen, ...]:
    """What was seen in some days, own cards first, then by how often.

    Raises:
        NotAllowedError: only who knows who works here sees it.
    """
    require(shop, Right.STAFF)
    drawer, currency = shop.storage.gestures, shop.profile.currency
    came = drawer.came(days.both, shop.clock.now(), shop.time, currency)
    given = drawer.given(days.both, currency)
    used, homes = drawer.coupons_used(days.both), shop.storage.visits.homes()
    found = [
        *own_cards(came, (*given, *used), drawer.colleagues(), homes),
        *many_visits(came),
        *same_card(came),
        *taken_back(drawer.taken_back(days.both), given),
        *unusual_hours(came, given, shop.profile.day_starts_at),
    ]
    ids = sorted({one.customer for one in found if one.customer is not None})
    people = {one.id: one for one in shop.storage.people.some(ids)}
    found.sort(key=lambda one: (_ORDER.index(one.kind), -one.times, one.staff, one.customer or 0))
    return tuple(_seen(one, people.get(one.customer or 0)) for one in found)


def _seen(signal: Signal, customer: Customer | None) -> Seen:
    name = "" if customer is None else customer.name or customer.called or customer.description
    return Seen(signal, customer, sentence(signal, name), on_days(signal.days))
