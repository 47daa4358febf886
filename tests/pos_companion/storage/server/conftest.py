"""An empty database of this process, and another till's look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_companion.servers import Server, read_server
from pos_companion.storage import Storage
from pos_companion.storage.shared import connect
from tests.pos_companion.storage.records import key_for
from tests.postgresql import Place, Postgres


@pytest.fixture(scope="session")
def two_tills(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Empty records on the server, closed."""
    return postgres.place(
        "tills",
        tmp_path_factory.mktemp("tills"),
        lambda url, till: open_till(read_server(url), till).close(),
    )


@pytest.fixture
def address(two_tills: Place, tmp_path: Path) -> Server:
    """Where empty records are; this till's folder is laid out."""
    return read_server(two_tills.lay_out(tmp_path / "here"))


@pytest.fixture
def here(address: Server, tmp_path: Path) -> Iterator[Storage]:
    """The records as this till has them."""
    opened = open_till(address, tmp_path / "here")
    yield opened
    opened.close()


def open_till(server: Server, folder: Path) -> Storage:
    folder.mkdir(exist_ok=True)
    return Storage.open_shared(connect(server), folder, key_for)
