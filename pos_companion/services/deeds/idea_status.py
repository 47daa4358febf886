"""Decide what becomes of an idea."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.ideas import IdeaState
from pos_companion.model.staff import Right
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.idea import idea_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import choice_of, number_of, text_of
from pos_companion.services.ideas import set_idea
from pos_companion.services.sign_in import require


@deed
def idea_status(
    shop: Shop, customer: str | int, n: int | str, status: str, answer: str = ""
) -> Mapping[str, Any]:
    """Say how an idea stands; one that is done is told to them at their next visit.

    Args:
        customer: who had it; see the package.
        n: of the deed `ideas`.
        status: open, planned, done or not_now.
        answer: what there is to say to them about it; not_now needs one.

    Returns:
        The idea, as the deed `idea` answers it.
    """
    require(shop, Right.RULES)
    known = shop.storage.ideas.get(resolve(shop, customer), number_of(n, "n"))
    if known is None:
        raise NotFoundError(N_("This is not in the records any more."))
    state = choice_of(status, "status", IdeaState)
    return idea_values(set_idea(shop, known, state, text_of(answer, "answer")).after)
