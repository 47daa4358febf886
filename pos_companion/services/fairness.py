"""Who gets something and who never does, in some days; and pairs that are worth a look."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.insight.fairness import Fairness, Known, Share, shares_of
from pos_companion.insight.fairness import fairness as set_beside
from pos_companion.insight.favourites import Favourite, favourites
from pos_companion.model.people import Customer, Gone
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.report_days import Days
from pos_companion.services.segment_count import who_is_in
from pos_companion.services.sign_in import require
from pos_companion.services.stages_of_many import stages_of

REGULAR = 5
"""So many visits in the days looked at make somebody a regular, unless it is asked otherwise."""
_MOST = 1000


@dataclass(frozen=True)
class FairnessReport:
    """Who was given something in some days.

    Attributes:
        least: so many visits made somebody a regular here.
        pairs: one person who got much more from one colleague, the least likely first.
        people: those who are named anywhere in it, by number; the forgotten are not in it.
        by_segment: of the shop's segments, by their names; empty until it was asked for.
    """

    days: Days
    least: int
    found: Fairness
    pairs: tuple[Favourite, ...] = ()
    people: Mapping[int, Customer] = field(default_factory=dict)
    by_segment: Mapping[str, Share] = field(default_factory=dict)


def fairness(shop: Shop, days: Days, least: int = REGULAR) -> Generator[int, None, FairnessReport]:
    """Set the groups beside each other, and find who was passed over.

    Args:
        least: so many visits make somebody a regular here.

    Yields:
        How many customers were looked at so far.

    Raises:
        NotAllowedError: only who knows who works here sees it.
        BadInputError: nobody can come that often, or everybody would be a regular.
    """
    require(shop, Right.STAFF)
    if not 1 <= least <= _MOST:
        raise BadInputError(N_("Choose how many visits make a regular: from 1 to {most}."),
                            most=_MOST)  # fmt: skip
    drawer, currency, now = shop.storage.gestures, shop.profile.currency, shop.clock.now()
    came = drawer.came(days.both, now, shop.time, currency)
    given = drawer.given(days.both, currency)
    ids = sorted({one.customer for one in came})
    standings = yield from stages_of(shop, ids, drawer.all_days(days.both, now))
    works_here = {card for one in drawer.colleagues() for card in one.cards}
    known = {
        who: Known(standing.stage.value, customer.tagged, _left_out(customer, works_here))
        for who, (customer, standing) in standings.items()
    }
    # Who was forgotten is nobody's regular any more.
    forgotten = {who: Known(left_out=True) for who in ids if who not in known}
    found = set_beside(came, given, {**known, **forgotten}, drawer.noes(days.both), least)
    pairs = favourites(came, given)
    named = {*(one.customer for one in found.never), *(one.customer for one in pairs)}
    people = {who: standings[who][0] for who in named if who in standings}
    return FairnessReport(days, least, found, pairs, people)


def with_segments(shop: Shop, report: FairnessReport) -> Generator[object, None, FairnessReport]:
    """The report with the shares of the shop's segments; everybody who came is read for it.

    Yields:
        How many customers were asked so far.

    Raises:
        NotAllowedError: only who knows who works here sees it.
    """
    require(shop, Right.STAFF)
    kept = sorted(shop.storage.segments.all().values(), key=lambda one: one.name.casefold())
    if not kept:
        return report
    drawer, currency = shop.storage.gestures, shop.profile.currency
    came = drawer.came(report.days.both, shop.clock.now(), shop.time, currency)
    ids = sorted({one.customer for one in came})
    members = yield from who_is_in(shop, [one.when for one in kept], ids)
    groups = {one.name: people for one, people in zip(kept, members, strict=True)}
    given = drawer.given(report.days.both, currency)
    return replace(report, by_segment=shares_of(came, given, groups))


def _left_out(customer: Customer, works_here: set[int]) -> bool:
    """Nothing is missing: they want none, or it would not be fitting."""
    return customer.no_offers or customer.gone is not Gone.NO or customer.id in works_here
