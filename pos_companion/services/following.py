"""How a till of a shop with a server hears of the others, and what it says when it does not."""

from datetime import UTC, datetime, timedelta

from pos_companion.i18n import N_, Phrase
from pos_companion.services import Shop

_SAME_DAY = timedelta(hours=12)


def follow(shop: Shop) -> None:
    """Hear of the other tills all the time until the shop is closed; for a window.

    Nothing in a shop whose records lie on this computer: whoever searches reads them.
    """
    shop.storage.search.follow()


def how_current(shop: Shop) -> Phrase | None:
    """Why whoever is found may not be all there is; None while nothing stands in the way."""
    standing = shop.storage.search.standing()
    if standing.progress is not None and not standing.is_whole:
        done, people = standing.progress
        return Phrase(
            N_("The people of the shop are being copied to this till: {done} of {people}. "
               "Not everybody is found yet."),
            {"done": done, "people": people},
        )  # fmt: skip
    if standing.is_cut_off:
        return _since(shop, standing.heard)
    if not standing.is_whole:
        return Phrase(
            N_("Not everybody is found yet: the people of the shop have still to be copied to "
               "this till.")
        )  # fmt: skip
    return None


def _since(shop: Shop, heard: float | None) -> Phrase:
    at = datetime.fromtimestamp(heard or 0, UTC)
    if shop.clock.now() - at > _SAME_DAY:
        return Phrase(
            N_("The database of the shop does not answer. People are shown as this till last knew "
               "them.")
        )  # fmt: skip
    return Phrase(
        N_("The database of the shop has not answered since {time}. People are shown as they were "
           "then."),
        {"time": shop.time.local(at).time().replace(second=0, microsecond=0)},
    )  # fmt: skip
