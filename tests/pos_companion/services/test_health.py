from pos_companion.services.health import check_shop, count_steps
from tests.builders import add_customer, add_visits


def test_a_shop_at_work_is_healthy(shop):
    add_visits(add_customer("Ana"), 5)
    assert check_shop(shop) == []


def test_a_counter_that_disagrees_with_its_visits_is_named(shop):
    add_visits(add_customer("Ana"), 5)
    shop.storage.rows("UPDATE customer SET visits = 7")
    assert check_shop(shop) == ["1 visit counts do not agree with the visits"]


def test_the_steps_of_the_tables_are_there():
    assert count_steps() >= 1
