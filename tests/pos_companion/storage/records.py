"""What the tests of the store put into it: values that name what matters, the rest defaulted."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from pos_companion.model.dates import ShopTime
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.visits import Basket, BasketLine, Product, Visit
from pos_companion.rules import Redemption, RedemptionState
from pos_companion.storage import PAGE, Storage

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 21)
TIME = ShopTime(UTC, 4)
SALT, VECTOR, RESERVED = 16, 16, 80
"""How SQLCipher lays out a page: its bytes, then a vector and a seal; the file begins with salt."""


def key_for(purpose: str) -> bytes:
    """A fixed key for each purpose."""
    return hashlib.sha256(purpose.encode()).digest()


def other_key_for(purpose: str) -> bytes:
    """The key of another shop."""
    return hashlib.sha256(b"another shop" + purpose.encode()).digest()


def unlocked(file: Path, purpose: str) -> bytes:
    """Every page of a file as it is under its lock, those that are free included."""
    sealed = file.read_bytes()
    opened = []
    for start in range(0, len(sealed), PAGE):
        page = sealed[start : start + PAGE]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
        body = page[SALT if start == 0 else 0 : PAGE - RESERVED]
        cipher = Cipher(algorithms.AES(key_for(purpose)), modes.CBC(vector)).decryptor()
        opened.append(cipher.update(body) + cipher.finalize())
    return b"".join(opened)


@contextmanager
def nothing_kept(storage: Storage) -> Iterator[None]:
    """What is written inside is taken back at the end."""
    with storage.db.atomic() as transaction:
        yield
        transaction.rollback()


def add_customer(storage: Storage, name: str = "Ana Kos", **about: object) -> Customer:
    """Keep a customer."""
    return storage.people.add(Customer(0, name, **about), NOW)  # type: ignore[arg-type]


def add_product(storage: Storage, name: str, cents: int | None = None) -> Product:
    """Keep a product."""
    price = None if cents is None else Money(cents, "EUR")
    return storage.catalogue.add(Product(0, name, name, price=price))


def visit_of(
    customer: Customer | int, uid: str, *products: Product, at: datetime = NOW, cents: int = 100
) -> Visit:
    """A visit with one of each product."""
    number = customer if isinstance(customer, int) else customer.id
    lines = tuple(BasketLine(one, Decimal(1), Money(cents, "EUR")) for one in products)
    return Visit(uid, number, at, TIME.business_day(at), Basket(lines))


def minutes(count: float) -> datetime:
    """So many minutes after now."""
    return NOW + timedelta(minutes=count)


def redemption(key: str, rule: str = "thanks", **about: object) -> Redemption:
    """A promise to customer 1, made today."""
    values: dict[str, object] = {
        "version": 1,
        "customer": 1,
        "beneficiary": "self",
        "visit": f"visit-{key}",
        "day": TODAY,
        "state": RedemptionState.ACCEPTED,
        "cost": 35,
        "value": 50,
        "currency": "EUR",
        **about,
    }
    return Redemption(key, rule, **values)  # type: ignore[arg-type]


def contents(storage: Storage, *left_out: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table; two stores with the same contents know the same.

    Args:
        left_out: tables, or columns as `table.column`.
    """
    found = {}
    for table in storage.db.get_tables():
        if table in {*left_out, "found_anew"} or table.startswith(("name_fts_", "sqlite_stat")):
            continue
        columns = [column.name for column in storage.db.get_columns(table)]
        wanted = [one for one in columns if f"{table}.{one}" not in left_out]
        rows = storage.rows(f"SELECT {', '.join(wanted)} FROM {table}")
        found[table] = sorted(rows, key=repr)
    return found
