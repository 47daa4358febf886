"""An answer that cannot be written is a sentence."""

import pytest

from pos_companion.cli.answering import print_answer, writing
from pos_companion.cli.common import Common
from pos_companion.errors import NotSavedError


def fails() -> None:
    with writing():
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_said() -> None:
    with pytest.raises(NotSavedError, match="No space left on device"):
        fails()


def test_programs_get_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(Common(as_json=True), {"a": "ü"}, lambda _answer: None)
    assert capsys.readouterr().out == '{"a": "ü"}\n'
