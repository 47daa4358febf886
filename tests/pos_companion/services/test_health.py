from pos_companion.services.finding import find
from pos_companion.services.health import check_shop, count_steps, repair_search
from tests.builders import add_customer, add_visits


def test_a_shop_at_work_is_healthy(shop):
    add_visits(add_customer("Ana"), 5)
    assert check_shop(shop) == []


def test_a_counter_that_disagrees_with_its_visits_is_named(shop):
    add_visits(add_customer("Ana"), 5)
    shop.storage.rows("UPDATE customer SET visits = 7")
    assert check_shop(shop) == ["1 visit counts do not agree with the visits"]


def test_a_damaged_search_is_made_anew_and_finds_everybody_again(shop):
    ana = add_customer("Ana Silva", phone="+493001104471", family=[("Biscuit", "dog")])
    for table in ("search_doc", "contact_key", "term", "term_key"):
        shop.storage.rows(f"DELETE FROM {table}")
    assert check_shop(shop) != []
    repair_search(shop)
    assert check_shop(shop) == []
    for text in ("silva", "biskit", "4471"):
        assert [hit.customer.id for hit in find(shop, text)] == [ana.id]


def test_the_steps_of_the_tables_are_there():
    assert count_steps() >= 1
