"""Somebody asks to be forgotten, and thinks better of it."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed, forgetting
from pos_companion.services.finding import resolve
from pos_companion.services.forms import id_of, text_of


@deed
def before_forgetting(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """What forgetting somebody would let go, and what stays and why.

    Args:
        customer: see the package.

    Returns:
        `{"customer": id, "name", "goes": [sentence], "stays": [sentence]}`.
    """
    found = forgetting.before_forgetting(shop, resolve(shop, customer))
    return {
        "customer": str(found.customer.id),
        "name": words(found.name),
        "goes": [words(one) for one in found.goes],
        "stays": [words(one) for one in found.stays],
    }


@deed
def forget(shop: Shop, customer: str | int, name: str) -> Mapping[str, Any]:
    """Forget a customer who asks for it; for a day it can be taken back.

    Args:
        customer: see the package.
        name: theirs, typed again.

    Returns:
        `{"customer": id, "until": when it can be taken back no more}`.
    """
    found = forgetting.forget(shop, resolve(shop, customer), text_of(name, "name"))
    return {"customer": str(found.customer), "until": shop.time.local(found.until).isoformat()}


@deed
def undo_forget(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Bring back a customer who was forgotten less than a day ago.

    Args:
        customer: their id; they are found by nothing else any more.

    Returns:
        `{"customer": id}`.
    """
    number = id_of(customer, "customer")
    forgetting.undo_forget(shop, number)
    return {"customer": str(number)}


@deed
def forgotten(shop: Shop) -> Mapping[str, Any]:
    """Those who were forgotten and can still be brought back.

    Returns:
        `{"forgotten": [{"customer": id, "name", "asked", "until", "staff"}]}`.
    """
    return {
        "forgotten": [
            {
                "customer": str(one.customer),
                "name": one.name,
                "asked": shop.time.local(one.asked).isoformat(),
                "until": shop.time.local(one.until).isoformat(),
                "staff": one.staff,
            }
            for one in forgetting.hidden(shop)
        ]
    }
