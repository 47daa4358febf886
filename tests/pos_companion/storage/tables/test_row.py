"""What all tables share."""

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.tables import TABLES
from pos_companion.storage.tables.row import Row, database


def test_rows_belong_to_the_store_that_is_open(storage: Storage) -> None:
    assert database.obj is storage.db
    assert all(issubclass(table, Row) for table in TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_table_says_its_name(table: type[Row]) -> None:
    assert table._meta.table_name == table._meta.table_name.lower()
    assert table.__name__.endswith("Row")
    assert table.__doc__
