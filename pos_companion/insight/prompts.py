"""What is worth asking about: at most one thing on a visit."""

from collections.abc import Iterable
from datetime import date

from pos_companion.model.care import Thread


def worth_asking(threads: Iterable[Thread], today: date) -> Thread | None:
    """The one thing to ask about; None when there is none.

    Args:
        threads: of one customer, in any order.
        today: business date.

    Returns:
        The one that has waited longest, of those that are due and that nobody has asked about.
    """
    due = (thread for thread in threads if thread.asked_on is None and thread.ask_from <= today)
    return min(due, key=lambda thread: (thread.ask_from, thread.heard_on, thread.n), default=None)
