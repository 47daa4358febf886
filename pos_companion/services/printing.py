"""Gathers what a paper needs: what we keep about somebody, the days ahead, a card, the board."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_, languages
from pos_companion.model.celebrations import Celebration
from pos_companion.model.consent import ConsentKind
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.printouts import Document
from pos_companion.printouts.coming_days import ComingDays
from pos_companion.printouts.coupon_slip import CouponSlip
from pos_companion.printouts.greeting_card import GreetingCard
from pos_companion.printouts.today_board import TodayBoard
from pos_companion.printouts.what_we_keep import WhatWeKeep
from pos_companion.services import Shop
from pos_companion.services.consents import require_consent
from pos_companion.services.coupons import coupon_called
from pos_companion.services.kept_parts import KeptParts
from pos_companion.services.look_up import open_card
from pos_companion.services.sign_in import require
from pos_companion.services.today import board, days_ahead


def what_we_keep(shop: Shop, customer_id: int) -> Document:
    """Everything about one person, in their language where the program speaks it.

    That it was looked up is written down.

    Raises:
        NotFoundError: there is no such customer.
        NotAllowedError: whoever is at the counter may not see what is locked.
    """
    require(shop, Right.EXPORT)
    customer = _customer(shop, customer_id)
    found = shop.storage.kept.about(customer_id)
    _note(shop, "print_what_we_keep", customer_id)
    return WhatWeKeep(
        name=customer.name or customer.called,
        today=shop.today,
        parts=KeptParts(shop, found).parts(),
        shop=shop.profile.name,
        language=_spoken_by(customer),
    ).document()


def everything_kept(shop: Shop, customer_id: int) -> Mapping[str, list[dict[str, Any]]]:
    """The same row by row with every column, for a file that machines read.

    Raises:
        NotFoundError: there is no such customer.
        NotAllowedError: as above.
    """
    require(shop, Right.EXPORT)
    _customer(shop, customer_id)
    _note(shop, "export_what_we_keep", customer_id)
    return shop.storage.kept.about(customer_id)


def coupon_slip(shop: Shop, code: str) -> Document:
    """A coupon to take home, in the language of whom it is for.

    Raises:
        BadInputError, NotFoundError: there is no such coupon.
        RefusedError: it was used, or taken back.
    """
    kept = coupon_called(shop, code)
    if kept.state != "open":
        raise RefusedError(N_("This coupon is not good any more. There is nothing to print."))
    customer = None if kept.customer is None else shop.storage.people.get(kept.customer)
    return CouponSlip(
        code=kept.code,
        worth=Money(kept.amount, kept.currency),
        first=kept.first,
        last=kept.last,
        basis_points=kept.basis_points,
        name=customer.called if customer else "",
        shop=shop.profile.name,
        language=_spoken_by(customer) if customer else "",
    ).document()


def greeting_card(shop: Shop, customer_id: int, celebration: Celebration | None = None) -> Document:
    """A card for somebody's day.

    Args:
        celebration: whose day; None is the next one of the household that has a day.

    Raises:
        NotFoundError: there is no such customer.
        RefusedError: they did not agree to cards, do not celebrate, or no day is near.
    """
    customer = _customer(shop, customer_id)
    require_consent(shop, customer_id, ConsentKind.MESSAGES)
    if customer.no_celebrations:
        raise RefusedError(N_("They do not celebrate, so there is no card for them."))
    celebration = celebration or _next_day(shop, customer_id)
    if celebration is None:
        raise RefusedError(N_("There is no day to celebrate in the next 30 days."))
    return GreetingCard(
        name=celebration.who,
        kind=celebration.kind,
        shop=shop.profile.name,
        species=celebration.species,
        language=_spoken_by(customer),
    ).document()


def coming_days(shop: Shop, days: int = 7) -> Document:
    """What the shop has to celebrate from today on.

    Args:
        days: how far to look ahead, as many as 7 or 30.
    """
    ahead = days_ahead(shop, days)
    return ComingDays(shop.today, days, ahead, shop.profile.name).document()


def today_board(shop: Shop) -> Document:
    """The Today board as it stands."""
    return TodayBoard(board(shop), shop.profile.name).document()


def _customer(shop: Shop, customer_id: int) -> Customer:
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return customer


def _note(shop: Shop, deed: str, customer_id: int) -> None:
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, deed, customer=customer_id)


def _spoken_by(customer: Customer) -> str:
    """Their language where there is a catalogue for it; else empty, the till's."""
    known = languages()
    tag = customer.language.replace("-", "_")
    return next((one for one in (tag, tag.split("_")[0]) if one in known), "")


def _next_day(shop: Shop, customer_id: int) -> Celebration | None:
    coming = open_card(shop, customer_id).card.celebrations
    return next((one.celebration for one in coming if one.celebration.is_exact), None)
