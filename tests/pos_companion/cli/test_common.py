import os
from collections.abc import Callable

import pytest

from pos_companion.cli.common import Common, common_options
from pos_companion.errors import BadInputError
from pos_companion.model.staff import Role
from pos_companion.services import open_shop
from pos_companion.services.staff import add_person
from pos_companion.settings import Settings
from tests.pos_companion.cli.conftest import Terminal


def test_the_options_may_stand_anywhere() -> None:
    common, rest = common_options(
        [
            "--json",
            "find",
            "--data-dir",
            "a folder",
            "rosa",
            "--at=2026-11-21T09:30",
            "--limit",
            "3",
        ]
    )
    assert common == Common(data_dir="a folder", at="2026-11-21T09:30", as_json=True)
    assert rest == ["find", "rosa", "--limit", "3"]


def test_after_two_dashes_everything_is_text() -> None:
    common, rest = common_options(["find", "--", "--json"])
    assert not common.as_json
    assert rest == ["find", "--", "--json"]


@pytest.mark.parametrize("arguments", [["--at"], ["--at="], ["--data-dir"]])
def test_an_option_without_its_value_is_refused(arguments: list[str]) -> None:
    with pytest.raises(BadInputError, match="needs a value"):
        common_options(arguments)


def test_who_gives_the_command_stands_before_it() -> None:
    common, rest = common_options(["--as", "Mia", "import", "sales.csv", "--as", "sales"])
    assert common.who == "Mia"
    assert rest == ["import", "sales.csv", "--as", "sales"]


def test_a_command_for_managers_asks_for_one_where_several_people_work(
    own_terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own_terminal().types("recovery-code") == 0
    shop = open_shop(Settings(own_terminal().folder), "for the command line")
    add_person(shop, "Mia", Role.MANAGER, "739152")
    shop.close()
    terminal = own_terminal()
    assert terminal.types("recovery-code") == 1
    assert "has to sign in first" in terminal.err
    terminal = own_terminal()
    assert terminal.types("--as", "Mia", "recovery-code") == 2
    assert "The PIN of Mia is missing" in terminal.err
    for pin, code in (("000111", 1), ("739152", 0)):
        monkeypatch.setenv("POS_COMPANION_PIN", pin)
        assert own_terminal().types("--as", "mia", "recovery-code") == code
        assert "POS_COMPANION_PIN" not in os.environ
