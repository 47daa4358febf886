"""A store of its own for each test, under a key that needs no stretching."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_companion.storage import Storage
from tests.pos_companion.storage.records import key_for


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    opened = Storage.open(tmp_path, key_for)
    yield opened
    opened.close()
