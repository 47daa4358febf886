"""Reads what is said of a visit from the plain JSON values a deed is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.people import Customer
from pos_companion.model.visits import NOTHING_SAID, BasketLine, Impression, Mood
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.catalogue import basket_line, line_of
from pos_companion.services.day_forms import being_of
from pos_companion.services.forms import choice_of, text_of
from pos_companion.services.impressions import around

LONGEST_WAY = 200
_ITEM = {"product", "quantity", "amount", "way"}


@dataclass(frozen=True)
class Felt:
    """What was sent about who came along and how they seemed; None was not sent."""

    company: object = None
    mood_in: object = None
    mood_out: object = None


def impression_of(
    shop: Shop, customer: Customer, felt: Felt, before: Impression = NOTHING_SAID
) -> Impression:
    """Who came along and how they seemed; what was not sent is as it was `before`.

    Raises:
        BadInputError, NotFoundError, SeveralFoundError: a value that does not fit.
    """
    return Impression(
        before.company if felt.company is None else _company(shop, customer, felt.company),
        _mood(felt.mood_in, "mood_in", before.mood_in),
        _mood(felt.mood_out, "mood_out", before.mood_out),
    )


def lines_of(shop: Shop, items: object) -> list[BasketLine]:
    """What was taken, from plain values as the deed `visit` is given them."""
    if not isinstance(items, list | tuple):
        raise BadInputError(N_("The items must be a list."))
    return [_line(shop, item) for item in items]


def way_of(text: object) -> str:
    """How they have something: one line of at most 200 letters."""
    way = plain_line(text_of(text, "way"))
    if len(way) > LONGEST_WAY:
        raise BadInputError(N_("How they have it is said in at most 200 letters."))
    refuse_payment_cards(way)
    return way


def _company(shop: Shop, customer: Customer, values: object) -> tuple[int, ...]:
    if not isinstance(values, list | tuple):
        raise BadInputError(N_("{name} must be a list of texts."), name="with")
    home = around(customer, shop.storage.people.members(customer.household)) if values else ()
    found = [being_of(value, home, customer.id, "with") for value in values]
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _mood(value: object, name: str, before: Mood | None) -> Mood | None:
    if value is None:
        return before
    return None if value == "" else choice_of(value, name, Mood)


def _line(shop: Shop, item: object) -> BasketLine:
    if isinstance(item, str):
        return basket_line(shop, item)
    if not isinstance(item, Mapping) or not item.keys() <= _ITEM:
        raise BadInputError(
            N_("An item is a text, or an object with product, quantity, amount, way.")
        )
    values: dict[str, Any] = {name: value for name, value in item.items() if value is not None}
    way = way_of(values.pop("way", ""))
    line = line_of(shop, **{"product": "", **{name: str(one) for name, one in values.items()}})
    return BasketLine(line.product, line.quantity, line.amount, way)
