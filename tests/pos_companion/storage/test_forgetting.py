"""The drawer of those who asked to be forgotten; the deed is tested with the services."""

from datetime import timedelta

from pos_companion.storage import Storage
from pos_companion.storage.forgetting import STAYS, ForgettingDrawer, Wish
from pos_companion.storage.forgotten_list import Asked
from pos_companion.storage.kept import tables_about_people
from pos_companion.storage.newcomers import Newcomer
from tests.pos_companion.storage.records import NOW, add_customer

PHONE = "+4915123454471"


def test_what_is_said_to_stay_are_columns_that_there_are() -> None:
    tables = tables_about_people()
    for table, columns in STAYS.items():
        assert columns <= set(tables[table]), table


def test_nothing_that_stays_is_free_text_about_somebody() -> None:
    told = {"name", "text", "body", "reason", "their_way", "coupon", "phone", "email", "card"}
    assert [table for table, columns in STAYS.items() if columns & told] == []


def test_a_seal_knows_them_by_phone_and_by_their_number_in_the_same_program(
    storage: Storage,
) -> None:
    ana = add_customer(storage, "Ana Kos", phone=PHONE, source="till", source_id="9")
    people = [
        Newcomer("", PHONE), Newcomer("9"), Newcomer("8"), Newcomer("", "+4930901820"), Newcomer()
    ]  # fmt: skip
    with storage.transaction():
        assert storage.forgetting.among(people, "till") == set()
        storage.forgetting.hide(ana, NOW, "Mia")
    assert storage.forgetting.among(people, "till") == {0, 1}
    assert storage.forgetting.among(people, "web") == {0}
    assert PHONE not in str(storage.rows("SELECT * FROM tombstone"))


def test_a_seal_of_today_is_the_one_of_years_ago(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos", phone=PHONE, email="Ana@kos.example", card="LOY-7")
    fixed = ForgettingDrawer(storage.db, storage.people, b"a key of a test")
    with storage.transaction():
        fixed.hide(ana, NOW, "")
    seals = [row[0][:16] for row in storage.rows("SELECT seal FROM tombstone ORDER BY seal")]
    assert seals == ["62ec0e49adda5170", "bc010cbec65456c7", "c96f56684eea86f6"]


def test_only_those_whose_time_is_over_are_due(storage: Storage) -> None:
    ana, bo = add_customer(storage, "Ana Kos"), add_customer(storage, "Bo Lind")
    with storage.transaction():
        storage.forgetting.hide(ana, NOW, "Mia")
        storage.forgetting.hide(bo, NOW + timedelta(hours=2), "")
    assert storage.forgetting.due(NOW) == [ana.id]
    assert storage.forgetting.asked(ana.id) == Wish(NOW, "Mia", "Ana Kos")
    with storage.transaction():
        storage.forgetting.purge(ana.id, NOW)
    assert (storage.forgetting.due(NOW), storage.forgetting.asked(ana.id)) == ([], None)
    assert storage.forgetting.all() == (
        Asked(ana.id, NOW, purged=True), Asked(bo.id, NOW + timedelta(hours=2)),
    )  # fmt: skip
