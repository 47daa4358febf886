"""A row of the table becomes the customer it tells of."""

from datetime import UTC, date, datetime

from pos_companion.model.people import Customer, Gone, PreferredChannel
from pos_companion.storage import Storage
from pos_companion.storage.customer_rows import COLUMNS, customer_of
from tests.pos_companion.storage.records import add_customer

WHOLE = Customer(
    1_000_000_007, "Ana Kos", "Ani", "AH-nee", True, "+491701234567", "ana@example.org", "Card-7",
    "red pram", "de", None, "square", "A-4471", date(2026, 3, 1),
    datetime(2026, 3, 6, 17, 15, tzinfo=UTC), 3, True, True, True, PreferredChannel.POST,
    "after six", "Rose Street 4", "choir, market", Gone.DIED, date(2026, 3, 8),
)  # fmt: skip


def only(storage: Storage) -> Customer:
    ((*row,),) = storage.rows(f"SELECT {COLUMNS} FROM customer")
    return customer_of(row)


def test_everything_comes_back_as_it_was_kept(storage: Storage) -> None:
    storage.people.add(WHOLE, datetime(2026, 3, 9, tzinfo=UTC))
    assert only(storage) == WHOLE


def test_what_is_not_known_is_empty(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    assert only(storage) == ana
    assert (ana.first_visit, ana.last_visit, ana.remember, ana.gone_on) == (None,) * 4


def test_what_somebody_refused_comes_with_them(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    storage.db.execute_sql(
        "INSERT INTO consent (customer_id, kind, answer, day, asked_by)"
        " VALUES (?, 'family', FALSE, 1, ''), (?, 'health', TRUE, 1, '')",
        (ana.id, ana.id),
    )
    assert only(storage).refused == {"family"}
