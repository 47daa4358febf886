"""Is everything as it should be?"""

from pos_companion.services import Shop
from pos_companion.storage import STEPS


def check_shop(shop: Shop) -> list[str]:
    """What is wrong with the records; empty when all is well."""
    return shop.storage.check()


def repair_search(shop: Shop) -> None:
    """Make what people are found by anew from the people; nothing else is touched.

    Raises:
        NotSavedError, BusyError, DamagedError: everything stayed as it was.
    """
    with shop.storage.transaction():
        shop.storage.search.rebuild()
        shop.storage.audit.note(shop.clock.now(), shop.staff, "repair_search")


def count_steps() -> int:
    """How many steps of the tables the program carries."""
    return len(list(STEPS.glob("[0-9]*.py")))
