"""The records go to a server from the command line, and the next command finds them there."""

from collections.abc import Callable
from pathlib import Path

from tests.pos_companion.cli.conftest import Terminal
from tests.postgresql import Postgres


def test_a_shop_is_moved_and_goes_on_on_the_server(
    own_terminal: Callable[[], Terminal], postgres: Postgres, tmp_path: Path
) -> None:
    url = postgres.new_database("moved")
    people = tmp_path / "people.csv"
    people.write_text("id,name\n7,Ana Kos\n", "utf-8")
    taken_in = own_terminal().types("import", str(people), "--as", "customers", "--yes")
    assert taken_in == 0
    till = own_terminal()
    assert till.types("move-to", url) == 0, till.err
    told = " ".join(till.out.split())
    assert "were counted there" in told
    assert "delete it once the server is backed up" in told
    assert own_terminal().asks("find", "ana")["found"][0]["name"] == "Ana Kos"
    till = own_terminal()
    assert till.types("move-to", url) == 1
    assert "on a server already" in till.err


def test_what_is_no_address_is_said(own_terminal: Callable[[], Terminal]) -> None:
    till = own_terminal()
    assert till.types("move-to", "nowhere") == 2
    assert "no address of a database" in " ".join(till.err.split())
