"""The shop takes its customers and sales along."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, NotAllowedError, NotSavedError
from pos_companion.importers import Kind
from pos_companion.model.dates import PartialDate
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.catalogue import refresh_habits_steps
from pos_companion.services.finding import find
from pos_companion.services.forgetting import forget, let_go
from pos_companion.services.merging import Joining, merge
from pos_companion.services.record_visit import undo_visit
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from pos_companion.services.taking_out import take_out
from pos_companion.storage.own_numbers import OwnNumbers
from tests.builders import add_celebration, add_customer, add_product, add_visit
from tests.shops import SetClock, open_test_shop
from tests.state import everything
from tests.till_files import counts, take_in

HOSTILE = st.text(
    st.one_of(st.sampled_from("=+-@|%'\t\"', \n=＝"), st.characters(codec="utf-8")), max_size=30
)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_customers_go_out_and_come_in_again_as_they_were(shop: Shop, tmp_path: Path) -> None:
    rosa = add_customer(
        "Rosa Delgado", phone="+4915123454471", email="rosa@delgado.example", card="LOY-7",
        celebrates=[("Biscuit", 5, 1)],
    )  # fmt: skip
    add_celebration(rosa, PartialDate(1984, 2, 29))
    forget(shop, add_customer("Bo Lind").id, "Bo Lind")
    path = tmp_path / "people.csv"
    assert take_out(shop, Kind.CUSTOMERS, path) == 1
    (row,) = rows_of(path)
    assert (row["name"], row["phone"], row["birthday"]) == (
        "Rosa Delgado", "'+4915123454471", "1984-02-29",
    )  # fmt: skip
    other = open_test_shop(tmp_path / "other")
    report = take_in(other, tmp_path, path.read_text("utf-8-sig"), kind=Kind.CUSTOMERS)
    assert counts(report) == (1, 0, 0, 0)
    (hit,) = find(other, "biscuit")
    again = hit.customer
    assert (again.name, again.phone, again.email, again.card) == (
        rosa.name, rosa.phone, rosa.email, rosa.card,
    )  # fmt: skip


def test_sales_go_out_and_come_in_again(shop: Shop, tmp_path: Path) -> None:
    add_product("Coffee", 320)
    rosa = add_customer("Rosa Delgado")
    add_visit(rosa, days_ago=3, items=["Coffee", "Almond croissant"])
    path = tmp_path / "sales.csv"
    assert take_out(shop, Kind.SALES, path) == 2
    first = rows_of(path)[0]
    assert (first["time"], first["customer"], first["name"]) == (
        "2025-11-18 09:00:00", shop.storage.own_numbers.outside(rosa.id), "Coffee",
    )  # fmt: skip
    other = open_test_shop(tmp_path / "other")
    assert counts(take_in(other, tmp_path, path.read_text("utf-8-sig"))) == (1, 0, 0, 0)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=HOSTILE.filter(str.strip))
def test_no_cell_is_a_formula(shop: Shop, tmp_path: Path, name: str) -> None:
    add_customer(name)
    path = tmp_path / "people.csv"
    path.unlink(missing_ok=True)
    take_out(shop, Kind.CUSTOMERS, path)
    for row in rows_of(path):
        for cell in row.values():
            assert not cell.startswith(tuple("=+-@\t\r|%＝＋－＠"))


def test_a_file_that_is_there_stays_as_it_is(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("mine")
    with pytest.raises(BadInputError, match="already"):
        take_out(shop, Kind.CUSTOMERS, path)
    assert path.read_text() == "mine"
    with pytest.raises(NotSavedError):
        take_out(shop, Kind.CUSTOMERS, tmp_path / "nowhere" / "people.csv")


def test_only_a_manager_takes_records_out(shop: Shop, tmp_path: Path) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.KEYHOLDER, "4826").after.id
    sign_in(shop, sam, "4826")
    with pytest.raises(NotAllowedError):
        take_out(shop, Kind.CUSTOMERS, tmp_path / "people.csv")
    assert not (tmp_path / "people.csv").exists()


@pytest.fixture
def regulars(shop: Shop) -> None:
    """Three people with visits, one of them with a dog, one without a name."""
    add_product("Coffee", 320)
    rosa = add_customer(
        "Rosa Delgado", phone="+4915123454471", card="LOY-7", celebrates=[("Biscuit", 5, 1)]
    )
    add_celebration(rosa, PartialDate(1984, 2, 29))
    bo, unnamed = add_customer("Bo Lind", email="bo@lind.example"), add_customer("")
    add_visit(rosa, days_ago=3, items=["Coffee", "Almond croissant"])
    for one in (rosa, bo, unnamed):
        add_visit(one, days_ago=1, items=["Coffee"])


def taken_out(shop: Shop, folder: Path) -> dict[Kind, str]:
    """Both files, as texts."""
    texts = {}
    for kind in (Kind.CUSTOMERS, Kind.SALES):
        path = folder / f"out-{kind}.csv"
        take_out(shop, kind, path)
        texts[kind] = path.read_text("utf-8-sig")
    return texts


def told(shop: Shop) -> list[tuple[object, ...]]:
    """Who had what and when, whatever their numbers are."""
    return sorted(
        shop.storage.rows(
            "SELECT c.name, c.phone, c.email, c.card, c.visits, v.ts, p.name, l.quantity, l.amount"
            " FROM customer c JOIN visit v ON v.customer_id = c.id"
            " JOIN visit_line l ON l.customer_id = v.customer_id AND l.n = v.n"
            " JOIN product p ON p.id = l.product_id"
        ),
        key=repr,
    )


def test_what_was_taken_out_comes_home_and_changes_nothing(
    shop: Shop, tmp_path: Path, regulars: None
) -> None:
    texts = taken_out(shop, tmp_path)
    for _ in refresh_habits_steps(shop):
        pass
    before = everything(shop)
    for kind, same in ((Kind.CUSTOMERS, 3), (Kind.SALES, 4)):
        report = take_in(shop, tmp_path, texts[kind], kind=kind)
        assert counts(report) == (0, 0, same, 0)
    assert everything(shop) == before
    assert shop.storage.check() == []


@pytest.mark.parametrize("key", [b"of another shop", None])
def test_what_was_taken_out_is_the_same_in_an_empty_shop_whenever_it_comes(
    shop: Shop, tmp_path: Path, regulars: None, key: bytes | None
) -> None:
    texts, whole = taken_out(shop, tmp_path), told(shop)
    other = open_test_shop(tmp_path / "other")
    # Shops of tests share their key.
    if key is not None:
        other.storage.own_numbers = OwnNumbers(key)
    assert counts(take_in(other, tmp_path, texts[Kind.CUSTOMERS], kind=Kind.CUSTOMERS))[0] == 3
    assert counts(take_in(other, tmp_path, texts[Kind.SALES])) == (4, 0, 0, 0)
    assert told(other) == whole
    for kind, same in ((Kind.CUSTOMERS, 3), (Kind.SALES, 4)):
        assert counts(take_in(other, tmp_path, texts[kind], kind=kind)) == (0, 0, same, 0)
    assert told(other) == whole


def test_what_was_put_right_after_it_was_taken_out_stays_as_it_is(
    shop: Shop, tmp_path: Path, regulars: None
) -> None:
    texts = taken_out(shop, tmp_path)
    rosa, bo = find(shop, "rosa")[0].customer, find(shop, "bo lind")[0].customer
    uid = shop.storage.rows("SELECT uid FROM visit WHERE customer_id = ?", (bo.id,))[0][0]
    undo_visit(shop, uid)
    merge(shop, Joining(rosa.id, bo.id))
    before = told(shop)
    assert counts(take_in(shop, tmp_path, texts[Kind.SALES])) == (0, 0, 4, 0)
    assert told(shop) == before
    assert shop.storage.check() == []


def test_nobody_who_was_forgotten_comes_home_as_somebody_without_a_name(
    shop: Shop, tmp_path: Path, regulars: None, clock: SetClock
) -> None:
    texts = taken_out(shop, tmp_path)
    bo, unnamed = find(shop, "bo lind")[0].customer, shop.storage.rows(
        "SELECT id FROM customer WHERE name = ''")[0][0]  # fmt: skip
    forget(shop, bo.id, "Bo Lind")
    forget(shop, unnamed, str(unnamed))
    clock.passes(days=2)
    let_go(shop)
    people = shop.storage.rows("SELECT count(*) FROM customer")
    assert counts(take_in(shop, tmp_path, texts[Kind.CUSTOMERS], kind=Kind.CUSTOMERS))[:2] == (0, 0)
    assert counts(take_in(shop, tmp_path, texts[Kind.SALES]))[:2] == (0, 0)
    assert shop.storage.rows("SELECT count(*) FROM customer") == people
    assert find(shop, "bo lind") == ()


def test_what_an_older_copy_of_the_records_does_not_know_comes_back_from_the_file(
    shop: Shop, tmp_path: Path, regulars: None
) -> None:
    texts, whole = taken_out(shop, tmp_path), told(shop)
    bo = find(shop, "bo lind")[0].customer
    with shop.storage.transaction():
        for table in ("visit_line", "visit", "customer_item"):
            shop.storage.db.execute_sql(f"DELETE FROM {table} WHERE customer_id = ?", (bo.id,))
        shop.storage.people.remove(bo.id)
    assert counts(take_in(shop, tmp_path, texts[Kind.CUSTOMERS], kind=Kind.CUSTOMERS))[0] == 1
    assert counts(take_in(shop, tmp_path, texts[Kind.SALES])) == (1, 0, 3, 0)
    assert told(shop) == whole
    assert find(shop, "bo lind")[0].customer.id == bo.id
    assert counts(take_in(shop, tmp_path, texts[Kind.SALES])) == (0, 0, 4, 0)
