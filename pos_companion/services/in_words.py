"""Whatever a database could not do reaches people as a sentence, from wherever it comes."""

from collections.abc import Callable
from typing import TypeVar

from pos_companion.storage.faults import worded as worded

Result = TypeVar("Result")


def in_words(work: Callable[[], Result]) -> Result:
    """Do something that touches the records.

    Raises:
        CompanionError: also for what the database itself complained about.
    """
    with worded():
        return work()
