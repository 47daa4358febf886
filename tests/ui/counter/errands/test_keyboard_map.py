"""F1: which key does what."""

import pytest

from tests.bots import Cashier
from ui.counter.commands import Place

AGREED = ("F2", "F3", "Shift+F3", "F4", "F5", "F6", "F8", "F1", "Ctrl+K", "Ctrl+S", "Ctrl+F")


@pytest.mark.parametrize("key", [*AGREED, "Ctrl+,"])
def test_every_key_that_does_something_is_in_the_list(at_counter: Cashier, key: str) -> None:
    commands = at_counter.page.desk.commands
    assert any(commands.on_key(key, place) for place in Place), key


def test_the_list_is_what_the_keys_really_do(at_counter: Cashier) -> None:
    at_counter.presses("F1")
    for command in at_counter.page.desk.commands:
        assert not command.key or at_counter.sees(command.label), command


def test_no_key_means_two_things_in_one_place(at_counter: Cashier) -> None:
    done = [(c.key, c.place) for c in at_counter.page.desk.commands if c.key and c.run]
    assert len(done) == len(set(done))
