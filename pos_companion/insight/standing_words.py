"""Where somebody stands, in a few words for the eyes of the cashier; none of them is ever said."""

from datetime import date

from pos_companion.i18n import N_, Phrase
from pos_companion.model.stages import Evidence, Stage, Standing


def stands_out(standing: Standing) -> Evidence | None:
    """What shows more than any count: whom they sent, what they forgave; the latest of it.

    Returns:
        None for those of whom only visits and talks can be told.
    """
    found = [fact for one in standing.reached for fact in one.evidence if fact.telling]
    return found[-1] if found else None


def marker(standing: Standing, today: date) -> tuple[Phrase, Phrase] | None:
    """What to see before anything is offered: they come back after long, or care is due.

    An overdue promise is not in it: what we owe has a place of its own on the card.

    Returns:
        Heading and line; None on a day like any other.
    """
    pin, turn = standing.pin, standing.turn
    if pin is not None and pin.stage is Stage.AT_RISK:
        return Phrase(N_("Take care today")), Phrase("{reason}", {"reason": pin.reason})
    if turn is None or turn.stage is not Stage.BACK or turn.on != today:
        return None
    text = N_("A warm welcome is enough: no word about the time between.")
    return Phrase(N_("Back again")), Phrase(text)
