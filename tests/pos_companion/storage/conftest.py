"""A store of its own for each test, under a key that needs no stretching."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_companion.servers import read_server
from pos_companion.storage import Storage
from pos_companion.storage.shared import connect
from tests.pos_companion.storage.records import key_for
from tests.postgresql import ENGINES, Place, Postgres


@pytest.fixture
def storage(tmp_path: Path, engine: str, request: pytest.FixtureRequest) -> Iterator[Storage]:
    """The records of this test."""
    if engine == ENGINES[0]:
        opened = Storage.open(tmp_path, key_for)
    else:
        place: Place = request.getfixturevalue("shared_records")
        opened = _open_shared(place.lay_out(tmp_path), tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared_records(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Empty records on the server, closed."""
    folder = tmp_path_factory.mktemp("records")
    return postgres.place("records", folder, lambda url, till: _open_shared(url, till).close())


def _open_shared(url: str, folder: Path) -> Storage:
    return Storage.open_shared(connect(read_server(url)), folder, key_for)
