"""How much something we owe weighs; it can be said anew at any time."""

from dataclasses import replace

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.model.care import Concern, Severity
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.concerns import ConcernChange
from pos_companion.services.sign_in import require


def weigh(shop: Shop, concern: Concern, severity: Severity) -> ConcernChange:
    """Say how much a concern weighs; `concerns.take_back` undoes it.

    Raises:
        RefusedError: it is not in the records any more.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    with shop.storage.transaction():
        before = shop.storage.concerns.get(concern.customer, concern.n)
        if before is None:
            raise RefusedError(N_("This is not in the records any more."))
        after = replace(before, severity=severity)
        shop.storage.concerns.put(after)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "concern_weighed", customer=after.customer, n=after.n
        )
    return ConcernChange(before, after)
