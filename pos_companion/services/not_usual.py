"""What is said not to be somebody's usual any more: kept, and taken back."""

from collections.abc import Iterable
from datetime import datetime

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.visits import NotUsual, Product
from pos_companion.services import Shop
from pos_companion.services.finding import whoever


def not_usual(shop: Shop, customer_id: int, product: Product) -> NotUsual:
    """Leave a product out of their usual for five visits; then what they had of it counts half.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    said = NotUsual(customer.id, 0, product.id, shop.clock.now(), shop.today)
    with shop.storage.transaction():
        said = shop.storage.care.add_not_usual(said, product.name, shop.staff)
        _note(shop, "not_usual", said)
    return said


def undo_not_usual(shop: Shop, said: NotUsual) -> None:
    """Take it back; what was said of the same product before counts again.

    Raises:
        RefusedError: somebody said so once more, or took it back already.
    """
    with shop.storage.transaction():
        every = shop.storage.care.not_usual(said.customer)
        latest = next((one for one in every if one.product == said.product), None)
        if latest is None or latest.n != said.n:
            raise RefusedError(N_("A colleague was quicker: this has changed since."))
        shop.storage.care.drop_not_usual(said)
        _note(shop, "undo_not_usual", said)


def wrong_of(shop: Shop, said: Iterable[NotUsual]) -> dict[int, datetime]:
    """When each product was last said to be wrong, on the shop's wall clock without zone."""
    now = shop.clock.now()
    moments: dict[int, datetime] = {}
    for one in said:
        # With the clock set to a time gone by, what was said later is not known yet.
        if one.at <= now:
            at = shop.time.local(one.at).replace(tzinfo=None)
            moments[one.product] = max(at, moments.get(one.product, at))
    return moments


def _note(shop: Shop, deed: str, said: NotUsual) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=said.customer, product=said.product, n=said.n
    )
