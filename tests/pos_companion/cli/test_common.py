import pytest

from pos_companion.cli.common import Common, common_options
from pos_companion.errors import BadInputError


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
