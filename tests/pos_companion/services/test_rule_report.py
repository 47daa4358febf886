"""What the people of a report are called."""

from pos_companion.services import Shop
from pos_companion.services.rule_report import names_of
from tests.builders import add_customer


def test_everybody_is_called_by_name_and_who_is_gone_is_left_out(shop: Shop) -> None:
    rosa = add_customer("Rosa Delgado")
    assert names_of(shop, [rosa.id, rosa.id + 100]) == {rosa.id: "Rosa Delgado"}
