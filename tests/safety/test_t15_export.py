"""T15: what is taken out is no formula anywhere, and comes in again as it was. Source: §6.6."""

from pathlib import Path

from pos_companion.services import Shop
from tests.safety.taking_out import there_and_back
from tests.shops import SetClock, Template


def test_t15_500_hostile_people_are_no_formulas_and_come_back_unchanged(
    shop: Shop, empty_template: Template, clock: SetClock, tmp_path: Path
) -> None:
    other = empty_template.open_copy(tmp_path / "other", clock)
    went = there_and_back(shop, other, tmp_path, 500, seed=15)
    assert (went.people, went.formulas, went.changed) == (500, [], [])
    assert went.cells > 500 * 17
