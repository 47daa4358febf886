"""How did you find us: the first way is kept for ever, later ones are added."""

from dataclasses import dataclass

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.people import Customer, Source, SourceTouch
from pos_companion.services import Shop
from pos_companion.services.typed import typed_line


@dataclass(frozen=True)
class NewTouch:
    """How somebody says they came across the shop.

    Attributes:
        detail: in their words ("the poster at the school"); may be empty.
        effort: to what lengths they went, or what was in the way; may be empty.
        referred_by: the id of the customer who sent them.
    """

    source: Source
    detail: str = ""
    effort: str = ""
    referred_by: int | None = None


def add_touch(shop: Shop, customer_id: int, new: NewTouch) -> SourceTouch:
    """Keep how a customer came across the shop; the first way stays the first.

    Raises:
        BadInputError: the words do not fit, or they are said to have sent themselves.
        NotFoundError: there is no such customer, or nobody who sent them.
    """
    detail, effort = typed_line(new.detail), typed_line(new.effort)
    with shop.storage.transaction():
        _present(shop, customer_id)
        if new.referred_by == customer_id:
            raise BadInputError(N_("Nobody can have sent themselves. Choose who sent them."))
        if new.referred_by is not None:
            _present(shop, new.referred_by)
        touch = SourceTouch(
            customer=customer_id,
            n=0,
            day=shop.today,
            source=new.source,
            detail=detail,
            effort=effort,
            referred_by=new.referred_by,
            heard_by=shop.staff,
        )
        touch = shop.storage.touches.add(touch)
        _note(shop, "add_touch", touch)
    return touch


def take_back_touch(shop: Shop, touch: SourceTouch) -> None:
    """Take back a later way; the first one is never changed.

    Raises:
        RefusedError: it is the first one.
    """
    if touch.n == 1:
        raise RefusedError(N_("How they first found us is kept as it was told."))
    with shop.storage.transaction():
        shop.storage.touches.drop(touch)
        _note(shop, "take_back_touch", touch)


def touches(shop: Shop, customer_id: int) -> tuple[SourceTouch, ...]:
    """All ways in which a customer came across the shop, the first one first."""
    return shop.storage.touches.of(customer_id)


def referred_by(shop: Shop, customer_id: int) -> Customer | None:
    """Who sent a customer: the first one named, as long as they are in the records."""
    named = (one.referred_by for one in touches(shop, customer_id) if one.referred_by is not None)
    first = next(named, None)
    return None if first is None else shop.storage.people.get(first)


def _present(shop: Shop, customer_id: int) -> None:
    if shop.storage.people.get(customer_id) is None:
        raise NotFoundError(N_("This customer is not in the records any more."))


def _note(shop: Shop, deed: str, touch: SourceTouch) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=touch.customer, touch=touch.n
    )
