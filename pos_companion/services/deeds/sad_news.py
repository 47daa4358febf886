"""Somebody is gone, and it was a mistake after all."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.people import Gone, SadNews
from pos_companion.services import Shop, deed
from pos_companion.services import sad_news as quiet
from pos_companion.services.at_home import household_of
from pos_companion.services.day_forms import being_of
from pos_companion.services.finding import resolve
from pos_companion.services.forms import choice_of


@deed
def sad_news(
    shop: Shop, customer: str | int, who: str | int = "", how: str = Gone.DIED.value
) -> Mapping[str, Any]:
    """Let everything about somebody who is gone be silent at once, on every card.

    Args:
        customer: on whose card it is said: an id, a card, or a text that finds one person.
        who: somebody at home, by name or id; empty for the customer themself.
        how: `died`, or `left` for whoever is not part of the family any more.

    Returns:
        `{"customer": id, "n": number of the news, "who": member's id or "", "how", "day"}`.
    """
    chosen = choice_of(how, "how", Gone)
    with shop.storage.transaction():
        number = resolve(shop, customer)
        being = being_of(who, household_of(shop, number), number)
        return _values(quiet.sad_news(shop, number, being, chosen))


@deed
def undo_sad_news(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Take back the latest sad news told on a customer's card: they are around as before.

    Args:
        customer: on whose card it was said.

    Returns:
        The news taken back, as `sad_news` answers it.
    """
    with shop.storage.transaction():
        told = quiet.sad_news_of(shop, resolve(shop, customer))
        if not told:
            raise NotFoundError(N_("No sad news was told on this card, so nothing is taken back."))
        quiet.undo_sad_news(shop, told[0])
    return _values(told[0])


def _values(news: SadNews) -> dict[str, Any]:
    return {
        "customer": str(news.customer),
        "n": news.n,
        "who": "" if news.being is None else str(news.being),
        "how": news.how.value,
        "day": news.day.isoformat(),
    }
