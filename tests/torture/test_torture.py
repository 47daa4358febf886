"""A little of every torture, with a seed; `make torture` does more, `make torture-full` all."""

import sys
from pathlib import Path

import pytest

from tests.torture.copying import back_up_under_kills, rekey_under_kills
from tests.torture.damage import KINDS, damage_often
from tests.torture.ext4 import clone_often
from tests.torture.ext4 import why_not as no_disk
from tests.torture.kills import kill_often
from tests.torture.power import cut_often, why_not
from tests.torture.starts import start_at_once
from tests.torture.steps import step_under_kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups are killed")
needs_recorder = pytest.mark.skipif(bool(why_not()), reason=f"not run: {why_not() or 'it can run'}")


def test_a_program_that_is_killed_keeps_its_word(tmp_path: Path) -> None:
    went = kill_often(tmp_path, 3, seed=11)
    assert went.bad == []
    assert went.deeds > 0


@needs_recorder
def test_a_power_cut_takes_nothing_that_was_saved(tmp_path: Path) -> None:
    went = cut_often(tmp_path, 6, seed=12, ops=30)
    assert went.bad == []
    assert went.saved > 0


def test_a_power_cut_under_a_real_file_system_takes_nothing_either(tmp_path: Path) -> None:
    if reason := no_disk(tmp_path / "tried"):
        pytest.skip(f"not run: {reason}")
    went = clone_often(tmp_path, 2, seed=17)
    assert went.bad == []
    assert went.cuts == 2


@needs_recorder
def test_the_torture_notices_a_broken_rule(tmp_path: Path) -> None:
    program = ("tests/torture/wrong.py", "flush_seldom")
    went = cut_often(tmp_path, 6, seed=13, ops=30, program=program)
    assert went.bad_cuts > 0


def test_every_kind_of_damage_is_noticed(tmp_path: Path) -> None:
    went = damage_often(tmp_path, len(KINDS), seed=14)
    assert went.missed == []


def test_of_five_starts_at_once_one_runs(tmp_path: Path) -> None:
    assert start_at_once(tmp_path, 1, seed=15).bad == []


def test_a_backup_that_is_killed_is_whole_or_not_listed(tmp_path: Path) -> None:
    went = back_up_under_kills(tmp_path, 1, seed=16)
    assert went.bad == []
    assert went.listed == went.restored == went.flips


def test_records_that_are_brought_up_to_date_are_old_or_new_after_a_kill(tmp_path: Path) -> None:
    went = step_under_kills(tmp_path, 1, seed=18, visits=200)
    assert went.bad == []
    assert went.refused == 1


def test_a_key_that_is_changed_opens_the_records_after_a_kill(tmp_path: Path) -> None:
    assert rekey_under_kills(tmp_path, 1, seed=19).bad == []
