"""Work in steps can be done at once."""

from collections.abc import Generator

from pos_companion.services.steps import finished


def counting() -> Generator[int, None, str]:
    yield 1
    yield 2
    return "done"


def test_every_step_is_done_and_the_result_comes_back() -> None:
    assert finished(counting()) == "done"
