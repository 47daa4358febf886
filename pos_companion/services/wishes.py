"""The wish that was said: Today need not say it again."""

from dataclasses import replace

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.insight.celebrations import owner_of
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Wished
from pos_companion.services import Shop


def wished(shop: Shop, customer_id: int, coming: ComingUp, visit: str = "") -> Wished:
    """Keep that somebody wished them well, so that Today need not say it again.

    Args:
        customer_id: who was at the counter.
        visit: uid of the visit it was said on; may be empty.

    Raises:
        NotFoundError: there is no such customer, or it is not theirs.
    """
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    members = shop.storage.people.members(customer.household)
    owner = owner_of(coming.celebration, members, customer.household)
    if owner is None:
        raise NotFoundError(N_("This day is not in the records any more."))
    kind, first = coming.celebration.kind, coming.span.first
    wish = Wished(customer_id, 0, owner, kind, first, shop.today, visit)
    with shop.storage.transaction():
        wish = replace(wish, n=shop.storage.wishes.add(wish, shop.staff))
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "wished", customer=customer_id, n=wish.n
        )
    return wish


def unwished(shop: Shop, wish: Wished) -> None:
    """Take back that they were wished well."""
    with shop.storage.transaction():
        shop.storage.wishes.drop(wish.customer, wish.n)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "unwished", customer=wish.customer, n=wish.n
        )
