"""The shop of an invented town: its rows as the counter and the files of a till leave them.

They are written straight into the tables, so that a million people take minutes; the index is then
made from them as after any import.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import count, groupby, islice
from pathlib import Path
from typing import Any

from pos_companion.model.people import Species
from pos_companion.services import FixedClock, Shop, open_shop
from pos_companion.settings import Settings
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.tables import CustomerRow, HouseholdRow, MemberRow, VisitRow
from tests.bench.town import NOW, Resident

SOURCE = "town"
AT_ONCE = 20_000
PASSPHRASE = "nobody lives in this town"
Row = Mapping[str, object]


def open_shop_of_town(folder: Path, url: str = "") -> Shop:
    """The encrypted shop in a folder, on the day of the town; an empty one if there is none.

    Args:
        url: where its records are, if they are on a server.
    """
    return open_shop(Settings(folder / "shop", database=url), PASSPHRASE, FixedClock(NOW))


def fill(shop: Shop, town: Iterable[Resident]) -> None:
    """Take everybody in; they are found once the index is made anew."""
    homes = count(1)
    families = groupby(town, key=lambda one: one.home or str(one.number))
    lists = (list(people) for _, people in families)
    while part := [(one, next(homes) if one[0].home else None) for one in islice(lists, AT_ONCE)]:
        rows = {
            CustomerRow: [_customer(one, home) for family, home in part for one in family],
            HouseholdRow: [{"id": home, "updated": _NOW} for _, home in part if home],
            MemberRow: [row for family, home in part if home for row in _members(family, home)],
            VisitRow: [row for family, _ in part for one in family for row in _visits(one)],
        }
        with shop.storage.transaction():
            for table, values in rows.items():
                _write(shop, table, values)


_NOW = to_seconds(NOW)
_MOST_AT_HOME = 16


def _write(shop: Shop, table: Any, rows: Iterable[Row]) -> None:
    """Keep rows of a table; what they do not say is as for any new row."""
    fields = table._meta.sorted_fields
    usual = {one.column_name: None if callable(one.default) else one.default for one in fields}
    marks = ", ".join("?" * len(usual))
    sql = f"INSERT INTO {table._meta.table_name} ({', '.join(usual)}) VALUES ({marks})"
    values = (tuple({**usual, **one}.values()) for one in rows)
    shop.storage.db.connection().executemany(sql, values)


def _customer(one: Resident, home: int | None) -> Row:
    first = datetime.fromtimestamp(one.visits[0], UTC).toordinal() if one.visits else None
    return {
        "id": one.number,
        "name": one.name,
        "phone": one.phone,
        "email": one.email,
        "card": one.card,
        "description": one.description,
        "household_id": home,
        "source": SOURCE,
        "source_id": str(one.number),
        "first_visit": first,
        "last_visit": one.visits[-1] if one.visits else None,
        "visits": len(one.visits),
        "next_n": len(one.visits) + 1,
        "updated": _NOW,
    }


def _visits(one: Resident) -> Iterator[Row]:
    for n, ts in enumerate(one.visits, 1):
        sale = f"{one.number}-{n}"
        yield {
            "customer_id": one.number,
            "n": n,
            "uid": f"{SOURCE}-{sale}",
            "ts": ts,
            "day": datetime.fromtimestamp(ts, UTC).toordinal(),
            "total": 450,
            "currency": "EUR",
            "till": "1",
            "source": SOURCE,
            "sale": sale,
        }


def _members(family: list[Resident], home: int) -> Iterator[Row]:
    """The customers themselves, their pets and their children."""
    beings = [(one.name, Species.PERSON, one.number) for one in family]
    beings += [(name, Species.DOG, None) for name in family[0].pets]
    beings += [(name, Species.CHILD, None) for name in family[0].children]
    for n, (name, species, customer) in enumerate(beings, 1):
        yield {
            "household_id": home,
            "n": n,
            "being_id": home * _MOST_AT_HOME + n,
            "name": name,
            "species": species.value,
            "customer_id": customer,
        }
