import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_companion.cli.common import Common, common_options
from pos_companion.errors import BadInputError
from pos_companion.model.staff import Role
from pos_companion.services import open_shop
from pos_companion.services.staff import add_person
from pos_companion.settings import Settings
from tests.pos_companion.cli.conftest import Terminal
from tests.postgresql import Postgres


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


A_DAY = """
{"do": "add_customer", "with": {"name": "Ana Kos"}}
{"do": "add_member", "with": {"customer": "Ana Kos", "name": "Biscuit", "species": "dog"}}
{"do": "find", "with": {"text": "biskit"}}
{"do": "visit", "with": {"customer": "Ana Kos", "items": ["Tea:1:2.50"], "uid": "one"}}
{"do": "visit", "with": {"customer": "Ana Kos", "items": ["Tea:1:2.50"], "uid": "one"}}
{"do": "card", "with": {"customer": "Ana Kos"}}
{"do": "undo", "with": {"uid": "one"}}
"""


def test_a_shop_with_several_tills_works_on_its_server(
    own_terminal: Callable[[], Terminal], postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgres.new_database("cli")
    monkeypatch.setattr(sys, "stdin", io.StringIO(A_DAY))
    till = own_terminal()
    assert till.types("--database", url, "script") == 0, till.err
    *_, found, first, again, card, undone = map(json.loads, till.out.splitlines())
    assert found["result"]["found"][0]["name"] == "Ana Kos"
    assert first["ok"]
    assert again["ok"]
    assert card["result"]["customer"]["visits"] == 1
    assert undone["result"]["undone"]
    other = own_terminal()
    monkeypatch.setenv("POS_COMPANION_DATABASE_URL", url)
    assert other.types("find", "biscuit") == 0
    assert "Ana Kos" in other.out
    elsewhere = replace(own_terminal(), folder=other.folder.parent / "another till")
    assert elsewhere.types("find", "biscuit") == 1
    assert "Copy shop.keys" in elsewhere.err
