"""A till's files are taken in, and twice is the same as once."""

from pathlib import Path

import pytest

from pos_companion.errors import BadInputError, ImportRefusedError, RefusedError
from pos_companion.i18n import words
from pos_companion.importers import Kind
from pos_companion.services import Shop
from pos_companion.services.catalogue import best_sellers, product_called
from pos_companion.services.deeds import do
from pos_companion.services.finding import find
from pos_companion.services.imports import ImportJob, import_file, import_steps
from tests.builders import add_customer, add_visit, keep_profile
from tests.till_files import (
    HEADER,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    TakeIn,
    counts,
    everything,
    taker,
    visits_of,
)


@pytest.fixture
def take_in(shop: Shop, tmp_path: Path) -> TakeIn:
    """Takes a text in as a file of the till."""
    return taker(shop, tmp_path)


def test_sales_become_visits_of_customers_known_by_their_number(
    shop: Shop, take_in: TakeIn
) -> None:
    assert counts(take_in(HEADER + MONDAY + TUESDAY)) == (3, 0, 0, 0)
    customer = shop.storage.people.get(17)
    assert customer is not None
    assert (customer.source, customer.source_id, customer.name) == ("till", "17", "")
    assert customer.visits == 2
    assert visits_of(shop, 17) == [(1, "S1", 760), (2, "S3", 340)]
    other = shop.storage.people.by_source("till", "A-9")
    assert other is not None
    assert other > 1_000_000_000
    assert [hit.customer.id for hit in find(shop, "A-9", 5)] == [other]
    assert do(shop, "card", {"customer": "A-9"})["customer"]["name"] == "Customer A-9"
    assert shop.storage.check() == []


def test_the_same_file_twice_changes_nothing(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY)
    once = everything(shop)
    assert counts(take_in(HEADER + MONDAY)) == (0, 0, 2, 0)
    assert everything(shop) == once
    assert counts(take_in(HEADER + MONDAY, apply=False)) == (0, 0, 2, 0)


def test_overlapping_ranges_add_only_what_is_new(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY + TUESDAY)
    assert counts(take_in(HEADER + TUESDAY + WEDNESDAY)) == (1, 0, 1, 0)
    assert [sale for _, sale, _ in visits_of(shop, 17)] == ["S1", "S3", "S4"]


def test_older_sales_than_those_there_take_their_place_in_time(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + TUESDAY)
    uid = shop.storage.rows("SELECT uid FROM visit WHERE sale = 'S3'")
    assert counts(take_in(HEADER + WEDNESDAY + MONDAY)) == (3, 0, 0, 0)
    assert [(n, sale) for n, sale, _ in visits_of(shop, 17)] == [(1, "S1"), (2, "S3"), (3, "S4")]
    assert shop.storage.rows("SELECT uid FROM visit WHERE sale = 'S3'") == uid
    lines = "SELECT l.n, p.ref FROM visit_line l JOIN product p ON p.id = l.product_id"
    assert shop.storage.rows(f"{lines} WHERE l.customer_id = 17 ORDER BY l.n, l.pos") == [
        (1, "CAP"), (1, "CRO"), (2, "CAP"), (3, "TEA"),
    ]  # fmt: skip
    assert shop.storage.check() == []


def test_visits_recorded_at_the_counter_keep_their_place_among_sales(
    shop: Shop, take_in: TakeIn
) -> None:
    take_in(HEADER + TUESDAY)
    customer = shop.storage.people.get(17)
    assert customer is not None
    add_visit(customer, days_ago=16)  # on Wednesday the 5th, at nine
    take_in(HEADER + MONDAY + "S5,2025-11-06 08:00,17,TEA,Tea,1,2.80\n")
    assert [sale for _, sale, _ in visits_of(shop, 17)] == ["S1", "S3", None, "S5"]
    assert shop.storage.check() == []


def test_a_sale_that_changed_is_replaced_as_a_whole(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY + TUESDAY)
    uid = shop.storage.rows("SELECT uid FROM visit WHERE sale = 'S1'")
    changed = MONDAY.replace("CRO,Croissant,2,4.20", "TEA,Tea,1,2.80")
    assert counts(take_in(HEADER + changed)) == (0, 1, 1, 0)
    assert visits_of(shop, 17) == [(1, "S1", 620), (2, "S3", 340)]
    assert shop.storage.rows("SELECT uid FROM visit WHERE sale = 'S1'") == uid
    assert counts(take_in(HEADER + changed)) == (0, 0, 2, 0)
    assert shop.storage.check() == []


def test_a_sale_may_move_to_another_time_and_another_customer(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY + TUESDAY + WEDNESDAY)
    moved = "S1,2025-11-06 10:00,A-9,CAP,Cappuccino,1,3.40\n"
    assert counts(take_in(HEADER + moved)) == (0, 1, 0, 0)
    assert visits_of(shop, 17) == [(1, "S3", 340), (2, "S4", 280)]
    other = shop.storage.people.by_source("till", "A-9") or 0
    assert [sale for _, sale, _ in visits_of(shop, other)] == ["S2", "S1"]
    assert shop.storage.check() == []


def test_a_visit_taken_back_here_stays_taken_back(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY)
    uid = shop.storage.rows("SELECT uid FROM visit WHERE sale = 'S1'")[0][0]
    with shop.storage.transaction():
        shop.storage.visits.void(uid, shop.clock.now())
    assert counts(take_in(HEADER + MONDAY)) == (0, 0, 2, 0)
    take_in(HEADER + MONDAY.replace("4.20", "4.40"))
    customer = shop.storage.people.get(17)
    assert customer is not None
    assert customer.visits == 0
    assert shop.storage.check() == []


def test_things_brought_back_are_kept_but_never_usual(shop: Shop, take_in: TakeIn) -> None:
    back = "S8,2025-11-06 10:00,17,MUG,Mug,-1,-15.00\nS8,2025-11-06 10:00,17,CAP,Cappuccino,0,0\n"
    assert counts(take_in(HEADER + MONDAY + back)) == (3, 0, 0, 0)
    assert visits_of(shop, 17)[-1] == (2, "S8", -1500)
    assert shop.storage.rows(
        "SELECT p.ref, i.times FROM customer_item i JOIN product p ON p.id = i.product_id"
        " WHERE i.customer_id = 17 ORDER BY p.ref"
    ) == [("CAP", 1), ("CRO", 1)]


def test_numbers_that_are_not_free_or_not_plain_are_not_taken_over(
    shop: Shop, take_in: TakeIn
) -> None:
    add_customer("Kim", shop=shop, source="other", source_id="17")
    assert shop.storage.people.get(17) is not None
    take_in(
        HEADER
        + "".join(
            f"T{n},2025-11-03 08:10,{outside},CAP,,1,1\n"
            for n, outside in enumerate(["17", "007", "1000000001", "0", "12345678901", "18"])
        )
    )
    by_outside = dict(shop.storage.rows("SELECT source_id, id FROM customer WHERE source = 'till'"))
    assert by_outside["18"] == 18
    others = [number for outside, number in by_outside.items() if outside != "18"]
    assert sorted(others) == list(range(1_000_000_001, 1_000_000_006))


def test_customers_and_sales_of_one_till_speak_of_the_same_people(
    shop: Shop, take_in: TakeIn
) -> None:
    take_in(HEADER + MONDAY)
    assert counts(take_in("id,name\n17,Mara Okafor\n18,Bo\n", Kind.CUSTOMERS)) == (1, 1, 0, 0)
    assert [hit.customer.visits for hit in find(shop, "okafor", 5)] == [1]
    assert counts(take_in("id,name\n17,Mara Okafor\n18,Bo\n", Kind.CUSTOMERS)) == (0, 0, 2, 0)


def test_other_programs_have_numbers_of_their_own(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY)
    assert counts(take_in(HEADER + MONDAY, source="web")) == (2, 0, 0, 0)
    assert len(shop.storage.rows("SELECT id FROM customer")) == 4


def test_the_first_sales_decide_the_currency_of_a_shop(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY, currency="USD")
    assert shop.profile.currency == shop.storage.settings.profile().currency == "USD"
    with pytest.raises(RefusedError, match="counts in USD, so amounts in EUR"):
        take_in(HEADER + TUESDAY, currency="eur")
    with pytest.raises(BadInputError, match="no currency called XYZ"):
        take_in(HEADER + TUESDAY, currency="XYZ")


def test_a_country_decides_what_a_file_leaves_open(shop: Shop, take_in: TakeIn) -> None:
    keep_profile(shop, country="US")
    report = take_in(HEADER + "S1,03/04/2025 10:00,17,CAP,,1,3.40\n")
    assert [words(note) for note in report.notes] == [
        "Dates such as 03/04 were read with the month first."
    ]
    assert shop.storage.rows("SELECT date(ts, 'unixepoch') FROM visit") == [("2025-03-04",)]


def test_columns_can_be_mapped_by_hand(shop: Shop, take_in: TakeIn) -> None:
    text = "Bon,Wann,Wer,Was\nS1,2025-11-03 08:10,17,Cappuccino\n"
    columns = {"sale": ("Bon",), "time": ("Wann",), "customer": ("Wer",), "name": ("Was",)}
    assert counts(take_in(text, columns=columns)) == (1, 0, 0, 0)
    with pytest.raises(ImportRefusedError, match=r"no column for sale.*Bon, Wann, Wer and Was"):
        take_in(text)


def test_what_the_till_calls_a_product_now_is_its_name(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY)
    take_in(HEADER + TUESDAY.replace("Cappuccino", "Cappuccino large"))
    assert shop.storage.rows("SELECT name FROM product WHERE ref = 'CAP'") == [
        ("Cappuccino large",)
    ]
    take_in(HEADER + WEDNESDAY.replace("TEA,Tea", "CAP,"))
    assert shop.storage.rows("SELECT name FROM product WHERE ref = 'CAP'") == [
        ("Cappuccino large",)
    ]


def test_the_shops_habits_are_known_after_an_import(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + MONDAY)
    best = shop.storage.catalogue.best_sellers(1, "EUR")
    assert [product.ref for product in best] == ["CAP"]


def test_a_file_whose_name_holds_other_letters_is_taken_in(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "M\udce4rz.csv"
    path.write_text(HEADER + MONDAY, encoding="utf-8")
    assert import_file(shop, ImportJob(path, Kind.SALES, apply=True)).created == 2
    assert shop.storage.rows("SELECT file FROM import_batch") == [("M?rz.csv",)]


def test_what_an_import_cut_off_after_its_writing_did_not_learn_the_next_one_learns(
    shop: Shop, take_in: TakeIn, tmp_path: Path
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(HEADER + MONDAY, encoding="utf-8")
    steps = import_steps(shop, ImportJob(path, Kind.SALES, apply=True))
    while not shop.storage.people.by_source("till", "A-9"):
        next(steps)
    steps.close()
    assert best_sellers(shop) == ()
    assert counts(take_in(HEADER + MONDAY)) == (0, 0, 2, 0)
    assert best_sellers(shop, 1)[0].name == "Cappuccino"


def test_what_was_typed_at_the_counter_is_the_tills_product_of_that_number_or_name(
    shop: Shop, take_in: TakeIn
) -> None:
    typed = [product_called(shop, text).id for text in ("CAP", "Rye loaf")]
    bare = "sale,time,customer,name\nR1,2025-11-05 08:10,17,Rye loaf\n"
    assert counts(take_in(HEADER + MONDAY)) == (2, 0, 0, 0)
    assert counts(take_in(bare)) == (1, 0, 0, 0)
    assert [product_called(shop, text).id for text in ("Cappuccino", "Rye loaf")] == typed
    assert counts(take_in(bare)) == (0, 0, 1, 0)
    assert shop.storage.check() == []
