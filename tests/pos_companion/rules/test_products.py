"""Which products a rule means."""

import pytest

from pos_companion.rules.products import fits
from tests.pos_companion.rules.cases import COFFEE


@pytest.mark.parametrize(
    ("wanted", "group", "does"),
    [("", "", True), ("4001", "", True), ("FLAT white", "", True), ("white", "", False),
     ("", "COFFEE", True), ("", "tea", False), ("Tea", "coffee", True), ("Tea", "tea", False)],
)  # fmt: skip
def test_by_number_name_or_kind(wanted: str, group: str, does: bool) -> None:
    assert fits(COFFEE, wanted, group) is does
