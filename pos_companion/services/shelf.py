"""The shelf of gifts: what lies there, what came, what was counted; each step can be undone.

Nothing is ever below nothing, and a colleague at another till is never overwritten: whoever is
second is told, and looks again. What is given away is taken by the visit, not here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.shelf import LOOKED_BACK, pace
from pos_companion.model.staff import Right
from pos_companion.model.stock import Gift, MoveKind, StockMove
from pos_companion.services import Shop
from pos_companion.services.shelf_forms import check_pieces, checked_gift, reason_of
from pos_companion.services.sign_in import require
from pos_companion.storage.folding import folded


@dataclass(frozen=True)
class OnShelf:
    """A gift as the shelf shows it.

    Attributes:
        per_week: pieces given in a week, to one place.
        runs_out: the business date on which the last one goes at this pace; None when not soon.
        is_retired: not given any more.
    """

    gift: Gift
    per_week: Decimal
    runs_out: date | None
    is_retired: bool = False


@dataclass(frozen=True)
class ShelfChange:
    """What was done to one gift; the way back needs all of it.

    Attributes:
        deed: new, edited, received, counted, retired or returned.
        before: None for a new gift.
        move: what came or was found missing; None for the other deeds.
    """

    deed: str
    before: Gift | None
    after: Gift
    move: StockMove | None = None


def shelf(shop: Shop, retired: bool = False) -> tuple[OnShelf, ...]:
    """All gifts by name, with how fast they go; those given no more stand last.

    Args:
        retired: show those given no more as well.
    """
    lines = (one for one in _lines(shop) if retired or not one.is_retired)
    return tuple(sorted(lines, key=lambda one: (one.is_retired, one.gift.name.casefold())))


def on_shelf(shop: Shop, gift_id: int) -> OnShelf:
    """One gift as the shelf shows it, one given no more too.

    Raises:
        NotFoundError: there is no such gift.
    """
    for one in _lines(shop):
        if one.gift.id == gift_id:
            return one
    raise NotFoundError(N_("There is no such gift."))


def moves(shop: Shop, gift_id: int, limit: int = 50) -> tuple[StockMove, ...]:
    """What came and was found missing of one gift, the latest first."""
    return shop.storage.stock.moves(gift_id, limit)


def add_gift(shop: Shop, gift: Gift) -> ShelfChange:
    """Put a new kind of gift on the shelf; its id is given to it.

    Raises:
        NotAllowedError: whoever is at the counter may not change the shelf.
        BadInputError: it has no name, or a number or tag that cannot be.
        RefusedError: another gift on the shelf has this name.
    """
    require(shop, Right.STOCK)
    checked = replace(checked_gift(shop, gift), id=0, reserved=0)
    with shop.storage.transaction():
        _refuse_namesake(shop, checked)
        after = shop.storage.stock.add(checked)
        move = _note_move(shop, after.id, MoveKind.NEW, after.on_hand, "")
        note(shop, "shelf_new", after, after.on_hand)
    return ShelfChange("new", None, after, move)


def edit_gift(shop: Shop, seen: Gift, wanted: Gift) -> ShelfChange:
    """Change what a gift is: name, cost, tags, picture, when to order, what is on its way.

    Args:
        seen: as the screen showed it before it was changed.
        wanted: as it is to be; how many there are is not changed here.

    Raises:
        RefusedError: another till changed it meanwhile, it is gone from the shelf, or another gift
            has this name.
        NotAllowedError, BadInputError: as `add_gift`.
    """
    require(shop, Right.STOCK)
    checked = checked_gift(shop, wanted)
    with shop.storage.transaction():
        now = _there(shop, seen.id)
        if described(now) != described(seen):
            raise changed_since(now)
        _refuse_namesake(shop, checked, now)
        after = replace(checked, id=now.id, on_hand=now.on_hand, reserved=now.reserved)
        shop.storage.stock.put(after)
        note(shop, "shelf_edit", after)
    return ShelfChange("edited", now, after)


def receive(shop: Shop, gift_id: int, pieces: int, reason: str = "") -> ShelfChange:
    """Pieces came; so many fewer are on their way.

    Raises:
        NotAllowedError, NotFoundError: not allowed; no such gift.
        BadInputError: no number of pieces, or more than a shelf holds.
    """
    require(shop, Right.STOCK)
    line = reason_of(reason)
    check_pieces(pieces, 1)
    with shop.storage.transaction():
        before = _there(shop, gift_id)
        check_pieces(before.on_hand + pieces)
        shop.storage.stock.change(gift_id, pieces)
        left = max(0, before.on_order - pieces)
        after = replace(before, on_hand=before.on_hand + pieces, on_order=left)
        shop.storage.stock.put(after)
        move = _note_move(shop, gift_id, MoveKind.RECEIVED, pieces, line)
        note(shop, "shelf_receive", after, pieces)
    return ShelfChange("received", before, after, move)


def count(shop: Shop, seen: Gift, found: int, reason: str) -> ShelfChange:
    """So many are really there.

    Args:
        seen: as the screen showed it while somebody counted.
        found: pieces on the shelf, those promised included.
        reason: why it differs, in their words; may be empty when it does not.

    Raises:
        RefusedError: it changed at another till while somebody counted; count again.
        NotAllowedError, NotFoundError, BadInputError: as `receive`; or there is no reason.
    """
    require(shop, Right.STOCK)
    line = reason_of(reason)
    check_pieces(found)
    with shop.storage.transaction():
        before = _there(shop, seen.id)
        if before.on_hand != seen.on_hand:
            raise changed_since(before)
        difference = found - before.on_hand
        if difference and not line:
            text = N_("Say why it differs: broken, given without a visit, miscounted…")
            raise BadInputError(text)
        shop.storage.stock.change(seen.id, difference)
        move = _note_move(shop, seen.id, MoveKind.COUNTED, difference, line)
        after = replace(before, on_hand=found)
        note(shop, "shelf_count", after, difference)
    return ShelfChange("counted", before, after, move)


def retire(shop: Shop, gift_id: int) -> ShelfChange:
    """Give it no more; it stays known for the past, and can be brought back.

    Raises:
        NotAllowedError, NotFoundError: as `receive`.
        RefusedError: a piece is promised to somebody now.
    """
    require(shop, Right.STOCK)
    with shop.storage.transaction():
        gift = _there(shop, gift_id)
        if gift.reserved:
            raise RefusedError(
                N_("A piece of “{gift}” is promised to somebody at the counter now."),
                gift=gift.name,
            )
        shop.storage.stock.retire(gift_id, shop.clock.now())
        note(shop, "shelf_retire", gift)
    return ShelfChange("retired", gift, gift)


def bring_back(shop: Shop, gift_id: int) -> ShelfChange:
    """Give a retired gift again.

    Raises:
        NotAllowedError: as `receive`.
        NotFoundError: there is no such retired gift.
        RefusedError: another gift has its name by now.
    """
    require(shop, Right.STOCK)
    with shop.storage.transaction():
        gift = shop.storage.stock.retired(shop.profile.currency).get(gift_id)
        if gift is None:
            raise NotFoundError(N_("There is no such gift among those given no more."))
        _refuse_namesake(shop, gift)
        shop.storage.stock.retire(gift_id, None)
        note(shop, "shelf_return", gift)
    return ShelfChange("returned", gift, gift)


def _lines(shop: Shop) -> Iterator[OnShelf]:
    stock, currency = shop.storage.stock, shop.profile.currency
    given = stock.given(shop.today - timedelta(days=LOOKED_BACK))
    for is_retired, gifts in ((False, stock.gifts(currency)), (True, stock.retired(currency))):
        for gift in gifts.values():
            found = pace(given.get(gift.id, {}), gift.free, shop.today)
            yield OnShelf(gift, found.per_week, found.runs_out, is_retired)


def _refuse_namesake(shop: Shop, gift: Gift, was: Gift | None = None) -> None:
    """Go on only while nobody at the counter could take it for another gift on the shelf.

    Args:
        was: the same gift before; one that shared its name before may keep it.
    """
    name = folded(gift.name)
    if was is not None and folded(was.name) == name:
        return
    for other in shop.storage.stock.gifts(shop.profile.currency).values():
        if folded(other.name) == name:
            text = N_("“{gift}” is on the shelf already. Receive more of it, or choose another "
                      "name.")  # fmt: skip
            raise RefusedError(text, gift=other.name)


def _there(shop: Shop, gift_id: int) -> Gift:
    gift = shop.storage.stock.gifts(shop.profile.currency).get(gift_id)
    if gift is None:
        raise NotFoundError(N_("This gift is not on the shelf any more."))
    return gift


def described(gift: Gift) -> Gift:
    """What a gift is, without how many there are."""
    return replace(gift, on_hand=0, reserved=0)


def changed_since(now: Gift | None) -> RefusedError:
    """The sentence for whoever was second."""
    if now is None:
        return RefusedError(N_("This gift is not on the shelf any more."))
    values = {"gift": now.name, "left": now.on_hand}
    text = N_("“{gift}” has just changed at another till; now there are {left}. Look again.")
    return RefusedError(text, **values)


def _note_move(shop: Shop, gift: int, kind: MoveKind, pieces: int, reason: str) -> StockMove:
    now = shop.clock.now()
    move = StockMove(0, gift, now, shop.today, kind, pieces, reason, shop.staff)
    return shop.storage.stock.note(move)


def note(shop: Shop, deed: str, gift: Gift, pieces: int = 0) -> None:
    """Write down who did what to which gift."""
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, gift=gift.id, pieces=pieces)
