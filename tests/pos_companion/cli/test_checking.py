import pytest

from pos_companion.cli.checking import check_records, self_check
from pos_companion.services import Shop
from tests.pos_companion.cli.conftest import Terminal


def test_a_sound_shop_has_no_problems(sample_shop: Shop) -> None:
    assert check_records(sample_shop) == {"ok": True, "problems": []}


def test_damage_is_told_with_a_code_of_its_own(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pos_companion.cli.checking.check_shop", lambda _shop: ["a torn page"])
    assert terminal.types("check") == 3
    assert "a torn page" in terminal.out


def test_the_search_is_made_anew_when_that_is_asked_for(terminal: Terminal) -> None:
    assert terminal.types("check", "--repair") == 0
    assert "The search was made anew." in terminal.out
    assert "The records are sound." in terminal.out


def test_all_parts_are_there() -> None:
    answer = self_check()
    assert answer["parts"]["conditions"] > 10
    assert answer["parts"]["effects"] > 4
    assert set(answer["missing"]) <= {"languages"}
