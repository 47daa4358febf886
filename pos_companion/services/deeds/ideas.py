"""The ideas of customers, for whoever decides what becomes of them."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.model.ideas import IdeaState
from pos_companion.services import Shop, deed
from pos_companion.services import ideas as log
from pos_companion.services.deeds.idea import idea_values
from pos_companion.services.finding import display_name
from pos_companion.services.forms import choice_of


@deed
def ideas(shop: Shop, state: str = "") -> Mapping[str, Any]:
    """Every idea, newest first.

    Args:
        state: open, planned, done or not_now; empty lists all.

    Returns:
        `{"ideas": [an idea as the deed `idea` answers it, with "name": who had it]}`.
    """
    wanted = choice_of(state, "state", IdeaState) if state else None
    return {
        "ideas": [
            {**idea_values(one.idea), "name": words(display_name(one.customer))}
            for one in log.ideas(shop)
            if wanted in {None, one.idea.state}
        ]
    }
