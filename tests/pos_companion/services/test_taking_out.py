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
from pos_companion.services.finding import find
from pos_companion.services.forgetting import forget
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from pos_companion.services.taking_out import take_out
from tests.builders import add_celebration, add_customer, add_product, add_visit
from tests.shops import open_test_shop
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
        "2025-11-18 09:00:00", str(rosa.id), "Coffee",
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
