"""What was given goes with the person: the lines of the ledger that name them, and coupons.

Caps are counted over the lines, so every line counts on for whom it names now. A once-only place
that two lines would share stays with the earlier one; the later one counts without a place.
"""

from collections.abc import Sequence
from typing import Any

from pos_companion.rules.once import COUPON_USE
from pos_companion.storage.columns import marks
from pos_companion.storage.renaming import Renaming
from pos_companion.storage.turns import Record, Turns

_OF_PEOPLE = "customer_id IN ({}) OR (beneficiary LIKE 'being:%' AND beneficiary IN ({}))"


def rename_redemptions(
    turns: Turns, people: Sequence[int], names: Renaming, homes: tuple[int | None, int | None]
) -> int:
    """Let the lines of the ledger mean whom they name from now on.

    Args:
        people: the customers whose lines may change; the survivor first, who goes second.
        homes: the household they leave, and the one they live in.

    Returns:
        How many lines went over from the one who goes.
    """
    keep, away = people[0], people[1]
    left, home = homes
    beings = [f"being:{being}" for being in names.being]
    where = _OF_PEOPLE.format(marks(people), marks(beings))
    moved = 0
    for row in turns.rows("redemption", where, [*people, *beings]):
        own = names
        if left is not None and home is not None and row["customer_id"] in (keep, away):
            own = Renaming(names.customer, names.being, {left: home})
        news = {
            "customer_id": keep if row["customer_id"] == away else row["customer_id"],
            "household_id": own.household.get(row["household_id"], row["household_id"]),
            "beneficiary": own.text(row["beneficiary"]),
            "period_key": _renamed(own, row["period_key"]),
        }
        place_redemption(turns, row, news)
        moved += row["customer_id"] == away
    return moved


def _renamed(names: Renaming, period_key: str | None) -> str | None:
    """The use of a coupon names the line that earned it by the key that line keeps for ever."""
    is_use = period_key is not None and period_key.startswith(COUPON_USE)
    return period_key if is_use else names.text(period_key)


def place_redemption(turns: Turns, row: Record, news: dict[str, Any]) -> None:
    """Change a line; where its once-only place is taken, only the earlier one keeps it."""
    wanted = {**row, **news}
    if wanted["period_key"] is not None:
        for other in turns.sharing(wanted):
            if other["id"] < row["id"]:
                news = {**news, "period_key": None}
            else:
                turns.change("redemption", other, {"period_key": None})
    turns.change("redemption", row, news)
