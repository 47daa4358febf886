"""All a manager looks after about what is kept, read at once."""

from pos_companion.services import Shop
from pos_companion.services.forgetting import forget
from pos_companion.services.privacy import what_is_kept
from tests.builders import add_customer, add_visit


def test_everything_stands_on_one_page(shop: Shop) -> None:
    rosa, bo = add_customer("Rosa Delgado"), add_customer("Bo Lind")
    add_visit(rosa, days_ago=900)
    forget(shop, bo.id, "Bo Lind")
    kept = what_is_kept(shop)
    assert [one.name for one in kept.hidden] == ["Bo Lind"]
    assert [one.customer for one in kept.outdated.people] == [rosa.id]
    assert kept.looks == ()
