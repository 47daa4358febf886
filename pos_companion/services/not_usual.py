"""What is said not to be somebody's usual any more: kept, and taken back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.mirror import Said, wrong_then
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
    """When each product was last said to be wrong, on the shop's wall clock without zone.

    With the clock set to a time gone by, what was said later is not known yet.
    """
    return wrong_then(in_wall_time(shop, said), shop.wall)


def in_wall_time(shop: Shop, said: Iterable[NotUsual]) -> tuple[Said, ...]:
    """The products, and what the shop's clock showed when it was said."""
    return tuple((one.product, shop.time.local(one.at).replace(tzinfo=None)) for one in said)


def wrong_in_the_past(shop: Shop) -> Callable[[Sequence[NotUsual], datetime], dict[int, datetime]]:
    """A function that tells what was known to be wrong at a moment gone by.

    It takes what counts now of one customer, and the moment on the shop's wall clock; each
    customer's earlier words are read once.
    """

    @cache
    def ever(customer: int) -> tuple[Said, ...]:
        return in_wall_time(shop, shop.storage.care.not_usual(customer))

    def then(said: Sequence[NotUsual], at: datetime) -> dict[int, datetime]:
        return wrong_then(ever(said[0].customer), at) if said else {}

    return then


def _note(shop: Shop, deed: str, said: NotUsual) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=said.customer, product=said.product, n=said.n
    )
