"""Forgets whoever asks for it: hidden at once, gone a day later, and nothing brings them back."""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pos_companion.errors import (
    BadInputError,
    CompanionError,
    NotFoundError,
    NotSavedError,
    RefusedError,
)
from pos_companion.i18n import N_, Phrase
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of
from pos_companion.services.backups import back_up_before
from pos_companion.services.finding import display_name
from pos_companion.services.sign_in import require
from pos_companion.storage.folding import folded
from pos_companion.storage.forgotten_list import Asked, ForgottenList, together

UNDO_FOR = timedelta(hours=24)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Hidden:
    """Somebody who asked to be forgotten and can still be brought back.

    Attributes:
        until: from then on it cannot be taken back.
        staff: who wrote the wish down; may be empty.
        name: theirs; empty for somebody known by a number alone.
    """

    customer: int
    asked: datetime
    until: datetime
    staff: str = ""
    name: str = ""


@dataclass(frozen=True)
class Farewell:
    """What forgetting somebody does, to be read before it is done.

    Attributes:
        name: what they are shown as.
        goes: what will be gone.
        stays: what remains, each with why.
    """

    customer: Customer
    name: Phrase
    goes: tuple[Phrase, ...]
    stays: tuple[Phrase, ...]


def before_forgetting(shop: Shop, customer_id: int) -> Farewell:
    """What would go and what would stay.

    Raises:
        NotFoundError: there is no such customer.
        NotAllowedError: only a manager forgets somebody.
    """
    require(shop, Right.ERASE)
    customer = customer_of(shop, customer_id)
    kept = shop.storage.kept.about(customer_id)
    alone = len(shop.storage.people.living_in(customer.household)) < 2
    notes, days = {"count": len(kept["remark"])}, {"count": len(kept["celebration"])}
    goes = [
        Phrase(N_("name, phone, e-mail, card and how to tell them from others")),
        Phrase("one note or promise", notes, "{count} notes and promises")
        if notes["count"]
        else None,
        Phrase("one day worth remembering", days, "{count} days worth remembering")
        if days["count"]
        else None,
        Phrase(N_("family and pets, who are known through them alone"))
        if alone and kept["household_member"]
        else None,
        Phrase(N_("what they are found by, and coupons in their name")),
    ]
    return Farewell(
        customer, display_name(customer), tuple(one for one in goes if one), _stays(kept, alone)
    )


def forget(shop: Shop, customer_id: int, name: str) -> Hidden:
    """Forget somebody who asks for it: nobody finds them any more; for a day it can be undone.

    Args:
        name: theirs, typed; what they are shown as.

    Raises:
        BadInputError: the name is another one.
        NotFoundError: there is no such customer.
        NotAllowedError: only a manager forgets somebody.
    """
    require(shop, Right.ERASE)
    now = shop.clock.now()
    with shop.storage.transaction():
        customer = customer_of(shop, customer_id)
        called = customer.name or customer.description or customer.source_id or str(customer.id)
        if folded(name) != folded(called):
            raise BadInputError(
                N_("That is not the name on the card. Type {name} to forget them."), name=called
            )
        _hide(shop, customer, now)
    keep_list(shop)
    return Hidden(customer_id, now, now + UNDO_FOR, shop.staff)


def forget_some(shop: Shop, customers: Collection[int]) -> tuple[Hidden, ...]:
    """Forget customers whom a manager has seen on a list, all of them or none.

    Raises:
        NotFoundError: one of them is not in the records.
        NotAllowedError: only a manager forgets somebody.
    """
    require(shop, Right.ERASE)
    now = shop.clock.now()
    with shop.storage.transaction():
        for customer in sorted(set(customers)):
            _hide(shop, customer_of(shop, customer), now)
    keep_list(shop)
    return tuple(Hidden(one, now, now + UNDO_FOR, shop.staff) for one in sorted(set(customers)))


def undo_forget(shop: Shop, customer_id: int) -> None:
    """Bring somebody back who was forgotten less than a day ago.

    Raises:
        NotFoundError: nobody by that number was forgotten lately.
        RefusedError: the day is over.
        NotAllowedError: only a manager does this.
    """
    require(shop, Right.ERASE)
    now = shop.clock.now()
    asked = shop.storage.forgetting.asked(customer_id)
    if asked is None:
        raise NotFoundError(N_("Nobody by that number was forgotten in the last day."))
    if now >= asked.asked + UNDO_FOR:
        raise RefusedError(N_("More than a day has passed, so this cannot be taken back."))
    # Off the list first: were it left on it by a power cut, they would be forgotten again.
    keep_list(shop, but=customer_id)
    with shop.storage.transaction():
        shop.storage.forgetting.take_back(customer_id, now)
        shop.storage.audit.note(now, shop.staff, "undo_forget", customer=customer_id)


def hidden(shop: Shop) -> tuple[Hidden, ...]:
    """Those who were forgotten and can still be brought back, by number.

    Raises:
        NotAllowedError: only a manager sees this.
    """
    require(shop, Right.ERASE)
    found = []
    for one in shop.storage.forgetting.all():
        asked = shop.storage.forgetting.asked(one.customer)
        if asked is not None:
            until = asked.asked + UNDO_FOR
            found.append(Hidden(one.customer, asked.asked, until, asked.staff, asked.name))
    return tuple(found)


def let_go(shop: Shop) -> int:
    """Let those go for good whose day is over, after a copy of what changed; returns how many.

    A copy that cannot be made is said where the copies are looked after: whoever asked to be
    forgotten does not wait for a disk with more room.
    """
    now = shop.clock.now()
    due = shop.storage.forgetting.due(now - UNDO_FOR)
    if due:
        _back_up(shop)
    gone = 0
    for customer in due:
        with shop.storage.transaction():
            # Another till, or a command beside the window, may have been faster.
            if shop.storage.forgetting.asked(customer) is not None:
                _purge(shop, customer, now)
                gone += 1
    if due:
        shop.storage.wipe()
        keep_list(shop)
    return gone


def stay_forgotten(shop: Shop) -> int:
    """Forget again whoever an older backup has brought back.

    Returns:
        How many had to go again.

    Raises:
        DamagedError: the list of those who asked cannot be read.
    """
    asked = shop.storage.forgotten_list()
    if asked is None:
        return 0
    known = {one.customer: one for one in shop.storage.forgetting.all()}
    listed = asked.read()
    back = [one for one in listed if one.customer not in known]
    for one in back:
        with shop.storage.transaction():
            _again(shop, one)
    if back:
        shop.storage.wipe()
    if together(listed, tuple(known.values())) != listed:
        keep_list(shop)
    return len(back)


def keep_list(shop: Shop, but: int = 0) -> None:
    """Bring the list beside the records up to date.

    Args:
        but: somebody who is on it no more.

    Raises:
        NotSavedError: it could not be written.
    """
    kept: ForgottenList | None = shop.storage.forgotten_list()
    if kept is None:
        return
    try:
        kept.write([one for one in shop.storage.forgetting.all() if one.customer != but])
    except OSError as error:
        raise NotSavedError(
            N_("The list of those who asked to be forgotten could not be kept: {why}"),
            why=error.strerror or error,
        ) from error


def _back_up(shop: Shop) -> None:
    try:
        back_up_before(shop)
    except CompanionError as error:
        _log.warning("somebody goes without a copy before it: %s", error)


def _hide(shop: Shop, customer: Customer, now: datetime) -> None:
    shop.storage.forgetting.hide(customer, now, shop.staff)
    shop.storage.audit.note(now, shop.staff, "forget", customer=customer.id)


def _again(shop: Shop, asked: Asked) -> None:
    forgetting, now = shop.storage.forgetting, shop.clock.now()
    is_here = forgetting.is_here(asked.customer)
    if is_here is None:
        forgetting.keep_away(asked)
        return
    if is_here:
        # A wish that had a day left may have been taken back since: a manager gets that day anew.
        at = asked.asked if asked.purged else now
        forgetting.hide(customer_of(shop, asked.customer), at, "")
        shop.storage.audit.note(now, "", "forget_again", customer=asked.customer)
    if asked.purged:
        _purge(shop, asked.customer, now)


def _purge(shop: Shop, customer: int, now: datetime) -> None:
    shop.storage.forgetting.purge(customer, now)
    shop.storage.audit.note(now, "", "let_go", customer=customer)


def _stays(kept: dict[str, list[dict[str, object]]], alone: bool) -> tuple[Phrase, ...]:
    exported = [row["ts"] for row in kept["audit"] if row["deed"] in _ON_PAPER]
    days = [one.date() for one in exported if isinstance(one, datetime)]
    last: date | None = max(days, default=None)
    found = [
        Phrase(N_("visits and gifts as bare counts under a number, for the shop's totals")),
        None if alone else Phrase(N_("the others at home, who are customers themselves")),
        Phrase(N_("older backups, until they are replaced; a restored one forgets them again")),
        Phrase(N_("pages about them that were printed or saved, last on {day}"), {"day": last})
        if last
        else None,
        Phrase(N_("a seal nobody can read, so that no file brings them back")),
    ]
    return tuple(one for one in found if one)


_ON_PAPER = {"print_what_we_keep", "export_what_we_keep"}
