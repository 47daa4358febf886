"""Say afterwards who came along on a visit and how they seemed."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.visits import visit_values
from pos_companion.services.finding import whoever
from pos_companion.services.forms import uid_of
from pos_companion.services.impressions import say_of_visit
from pos_companion.services.past_visits import last_visit
from pos_companion.services.visit_forms import Felt, impression_of


@deed
def visit_mood(
    shop: Shop,
    uid: str,
    with_: Sequence[str | int] | None = None,
    mood_in: str | None = None,
    mood_out: str | None = None,
) -> Mapping[str, Any]:
    """Say it of a visit that is recorded; sent again with other words it is as they say.

    Args:
        uid: of the visit.
        with_: sent as `with`: the people and pets who came along; left away it stays.
        mood_in: good, fine or low, as they came; empty takes it back, left away it stays.
        mood_out: the same, as they left.

    Returns:
        the visit as in the deed `visits`.
    """
    uid = uid_of(uid)
    with shop.storage.transaction():
        visit = shop.storage.visits.get(uid)
        customer = None if visit is None else whoever(shop, visit.customer)
        if visit is None or customer is None:
            raise NotFoundError(N_("There is no visit with this id."))
        felt = Felt(with_, mood_in, mood_out)
        say_of_visit(shop, uid, impression_of(shop, customer, felt, visit.impression))
    return visit_values(shop, last_visit(shop, uid))
