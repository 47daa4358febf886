"""Who came along on visits, when a being comes to be known by another number."""

from collections.abc import Sequence

from pos_companion.storage.columns import marks
from pos_companion.storage.renaming import Renaming
from pos_companion.storage.turns import Turns


def rename_company(turns: Turns, customers: Sequence[int], names: Renaming) -> None:
    """Let the visits of some customers name whom they mean from now on; each being once.

    Call it once the visits have their numbers: they are found again by them.
    """
    if not names.being:
        return
    where = f"customer_id IN ({marks(customers)}) AND company <> ''"
    for row in turns.rows("visit", where, customers):
        renamed = names.text(row["company"]) or ""
        turns.change("visit", row, {"company": " ".join(dict.fromkeys(renamed.split()))})
