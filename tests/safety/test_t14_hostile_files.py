"""T14: files that mean no good. Source: safety.md §6.6, §10."""

from pathlib import Path

from pos_companion.services import Shop
from tests.safety.taking_in import take_in_hostile_files


def test_t14_500_hostile_files_break_nothing_and_leave_nothing_dirty(
    shop: Shop, tmp_path: Path
) -> None:
    went = take_in_hostile_files(shop, tmp_path, 500, seed=14)
    assert went.bad == []
    assert went.taken + went.refused == 500
    assert min(went.taken, went.refused) > 50
