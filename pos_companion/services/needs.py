"""What customers are looking for: written down, met, or dropped; each can be taken back."""

from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.consent import ConsentKind
from pos_companion.model.needs import Need, NeedState
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.consents import require_consent
from pos_companion.services.sign_in import require

_LONGEST = 500


@dataclass(frozen=True)
class NeedChange:
    """What became of a need; the way back needs both."""

    before: Need
    after: Need


def add_need(shop: Shop, customer_id: int, text: str) -> Need:
    """Keep what somebody is looking for.

    Raises:
        BadInputError: there is nothing in it, it is too long, or holds a payment card number.
        RefusedError: they do not want to be remembered.
        NotFoundError: there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    line = plain_line(text)
    if not line:
        raise BadInputError(N_("There is nothing to keep yet. Write what they are looking for."))
    if len(line) > _LONGEST:
        raise BadInputError(N_("That is too long for one line. Keep it under 500 letters."))
    refuse_payment_cards(line)
    with shop.storage.transaction():
        require_consent(shop, customer_id, ConsentKind.MEMORY)
        need = shop.storage.care.add_need(
            Need(customer_id, 0, line, heard_by=shop.staff, heard_on=shop.today)
        )
        _note(shop, "add_need", need)
    return need


def drop_addition(shop: Shop, need: Need) -> None:
    """Take back a need that was written down a moment ago.

    Raises:
        RefusedError: it has changed since.
    """
    with shop.storage.transaction():
        if shop.storage.care.need(need.customer, need.n) != need:
            raise _changed_since()
        shop.storage.care.drop(need.customer, "need", need.n)
        _note(shop, "drop_addition", need)


def need_met(shop: Shop, customer_id: int, n: int) -> NeedChange:
    """They have found it.

    Raises:
        NotFoundError: there is no such need, or it is settled already.
    """
    return _settle(shop, customer_id, n, NeedState.MET)


def need_dropped(shop: Shop, customer_id: int, n: int) -> NeedChange:
    """They are not looking for it any more.

    Raises:
        NotFoundError: as above.
    """
    return _settle(shop, customer_id, n, NeedState.DROPPED)


def undo_need(shop: Shop, change: NeedChange) -> None:
    """Put a need back to what it was.

    Raises:
        RefusedError: it has changed since.
    """
    with shop.storage.transaction():
        if shop.storage.care.need(change.after.customer, change.after.n) != change.after:
            raise _changed_since()
        shop.storage.care.keep_need(change.before)
        _note(shop, "undo_need", change.before)


def needs(shop: Shop, customer_id: int) -> tuple[Need, ...]:
    """All they ever looked for, newest first; what is settled as well."""
    return shop.storage.care.all_needs(customer_id)


def _settle(shop: Shop, customer_id: int, n: int, state: NeedState) -> NeedChange:
    with shop.storage.transaction():
        before = shop.storage.care.need(customer_id, n)
        if before is None or before.state is not NeedState.OPEN:
            raise NotFoundError(N_("This need is settled already."))
        after = replace(before, state=state, settled_by=shop.staff, settled_on=shop.today)
        shop.storage.care.keep_need(after)
        _note(shop, f"need_{state.value}", after)
    return NeedChange(before, after)


def _changed_since() -> RefusedError:
    return RefusedError(N_("A colleague was quicker: this has changed since."))


def _note(shop: Shop, deed: str, need: Need) -> None:
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, customer=need.customer, need=need.n)
