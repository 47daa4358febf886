"""Tables that are on a server alone."""

from pos_companion.storage.tables import TABLES
from pos_companion.storage.tables.shared import FoundAnewRow


def test_a_shop_on_one_computer_does_without() -> None:
    assert FoundAnewRow not in TABLES
