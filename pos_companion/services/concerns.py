"""What we owe: put right, and opened again when that was a mistake."""

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.model.care import Concern, Thread
from pos_companion.services import Shop


def put_right(shop: Shop, concern: Concern) -> None:
    """Close what we owed: it was put right just now.

    Raises:
        RefusedError: a colleague closed it meanwhile.
    """
    _set_open(shop, concern.customer, "concern", concern.n, False)


def reopen(shop: Shop, concern: Concern) -> None:
    """Open again what was closed by mistake.

    Raises:
        RefusedError: it is open already.
    """
    _set_open(shop, concern.customer, "concern", concern.n, True)


def asked(shop: Shop, thread: Thread) -> None:
    """Close a question: it was asked just now.

    Raises:
        RefusedError: a colleague asked it meanwhile.
    """
    _set_open(shop, thread.customer, "thread", thread.n, False)


def _set_open(shop: Shop, customer: int, kind: str, n: int, is_open: bool) -> None:
    with shop.storage.transaction():
        if not shop.storage.care.set_open(customer, kind, n, is_open):
            raise RefusedError(N_("A colleague was quicker: this is settled already."))
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, f"{kind}_{'opened' if is_open else 'closed'}",
            customer=customer, n=n,
        )  # fmt: skip
