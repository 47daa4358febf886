"""The lengthy tortures, for a moment: what they fill is sound, and a day is as it is said to be."""

from pathlib import Path

from pos_companion.storage import STORE
from tests.torture.large import fill
from tests.torture.program import command, write
from tests.torture.soak import Soak, _Day, _events
from tests.torture.told import Told


def test_a_shop_that_is_filled_up_is_as_sound_as_one_that_grew(tmp_path: Path) -> None:
    told = Told()
    write(tmp_path, 9, 2, told)
    fill(tmp_path, 2_000_000)
    assert (tmp_path / STORE).stat().st_size > 2_000_000
    assert command(tmp_path, "check") == ["The records are sound."]


def test_in_every_day_the_computer_sleeps_and_its_clock_is_set_and_right_again(
    tmp_path: Path,
) -> None:
    day = _Day(tmp_path, tmp_path / "clock", 0, Soak())
    for visits in (60, 600):
        happens = [one for some in _events(visits, day).values() for one in some]
        assert happens.count(day.sleep) == 6
        assert happens.count(day.copy) == 4
        for one in happens:
            if one not in {day.sleep, day.copy}:
                one()
        assert (tmp_path / "clock").read_text() == "+0\n"
