"""Takes steps on the shelf back, as long as nobody built on them."""

from dataclasses import replace

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.shelf import ShelfChange, changed_since, described, note
from pos_companion.services.sign_in import require


def undo_shelf(shop: Shop, change: ShelfChange) -> None:
    """Take a step on the shelf back; what was given since stays given.

    Raises:
        NotAllowedError: as `receive`.
        RefusedError: it was undone already, changed since, or the pieces are given by now.
    """
    require(shop, Right.STOCK)
    with shop.storage.transaction():
        _UNDO[change.deed](shop, change)
        note(shop, "shelf_undo", change.after)


def _undo_new(shop: Shop, change: ShelfChange) -> None:
    now = shop.storage.stock.get(change.after.id, shop.profile.currency)
    if now is None or described(now) != described(change.after):
        raise changed_since(now)
    effects = [effect for rule in shop.storage.rulebook.rules() for effect in rule.effects]
    used = any(effect.taken_from_shelf == now.id for effect in effects)
    if used or not shop.storage.stock.drop(change.after.id):
        raise RefusedError(
            N_("“{gift}” is in use by now. Take it off the shelf instead."), gift=now.name
        )


def _undo_edit(shop: Shop, change: ShelfChange) -> None:
    now = shop.storage.stock.get(change.after.id, shop.profile.currency)
    if now is None or change.before is None or described(now) != described(change.after):
        raise changed_since(now)
    shop.storage.stock.put(change.before)


def _undo_move(shop: Shop, change: ShelfChange) -> None:
    now, move = shop.storage.stock.get(change.after.id, shop.profile.currency), change.move
    if now is None or change.before is None or move is None:
        raise changed_since(now)
    if not shop.storage.stock.drop_move(move.id):
        raise RefusedError(N_("This was undone already."))
    if now.on_hand - move.pieces < now.reserved:
        text = N_("Too many of “{gift}” are given by now. Count them instead.")
        raise RefusedError(text, gift=now.name)
    shop.storage.stock.change(move.gift, -move.pieces)
    came = change.before.on_order - change.after.on_order
    shop.storage.stock.put(replace(now, on_order=now.on_order + came))


def _undo_retire(shop: Shop, change: ShelfChange) -> None:
    wanted = change.deed == "retired"
    if shop.storage.stock.is_retired(change.after.id) is not wanted:
        raise RefusedError(N_("This was undone already."))
    shop.storage.stock.retire(change.after.id, None if wanted else shop.clock.now())


_UNDO = {
    "new": _undo_new,
    "edited": _undo_edit,
    "received": _undo_move,
    "counted": _undo_move,
    "retired": _undo_retire,
    "returned": _undo_retire,
}
