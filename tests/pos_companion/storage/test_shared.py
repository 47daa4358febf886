"""The till of a shop with a server: its driver, its password and its key."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError

from pos_companion.errors import DamagedError, KeyRequiredError, RefusedError
from pos_companion.servers import Server, read_server
from pos_companion.storage import Storage
from pos_companion.storage.keys import FILE, SERVICE, new_recovery_code
from pos_companion.storage.shared import connect, has_records, open_shared_keys
from tests.pos_companion.storage.records import other_key_for
from tests.postgresql import Place

PASSPHRASE = "for tests only"


class Drawer(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Drawer:
    ours = Drawer()
    monkeypatch.setattr(keyring, "get_password", ours.get_password)
    monkeypatch.setattr(keyring, "set_password", ours.set_password)
    return ours


@pytest.fixture
def address(shared_records: Place, tmp_path: Path) -> Server:
    return read_server(shared_records.lay_out(tmp_path / "till"))


def test_without_the_driver_it_says_which_package_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [one for one in sys.modules if one.startswith("pos_companion.storage.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RefusedError, match=r"pos-companion\[postgresql\]"):
        connect(read_server("postgresql://mia@localhost/shop"))


def test_a_password_that_fits_is_kept_in_the_keyring_and_given_from_it(
    address: Server, drawer: Drawer
) -> None:
    connect(replace(address, password="first")).close()
    assert drawer.kept == {(SERVICE, address.name): "first"}
    db = connect(address)
    assert db._server.password == "first"
    assert has_records(db)
    db.close()


def test_without_a_keyring_the_password_is_given_each_time(
    address: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: str) -> None:
        raise NoKeyringError

    monkeypatch.setattr(keyring, "get_password", none)
    monkeypatch.setattr(keyring, "set_password", none)
    connect(replace(address, password="first")).close()


def test_the_first_till_makes_the_key_and_others_bring_a_copy(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    made = open_shared_keys(first, False, PASSPHRASE)
    with pytest.raises(KeyRequiredError, match=r"Copy shop\.keys"):
        open_shared_keys(second, True, PASSPHRASE)
    shutil.copy(first / FILE, second / FILE)
    assert open_shared_keys(second, True, PASSPHRASE).secret == made.secret


def test_another_till_joins_by_the_recovery_code_and_needs_it_once(
    tmp_path: Path, drawer: Drawer
) -> None:
    made = open_shared_keys(tmp_path, False)
    code, _ = new_recovery_code(made)
    drawer.kept.clear()
    with pytest.raises(KeyRequiredError):
        open_shared_keys(tmp_path, True)
    assert open_shared_keys(tmp_path, True, code).secret == made.secret
    assert open_shared_keys(tmp_path, True).secret == made.secret


def test_a_key_without_records_is_an_alarm(tmp_path: Path) -> None:
    open_shared_keys(tmp_path, False, PASSPHRASE)
    file = tmp_path / FILE
    file.write_text(file.read_text("ascii").replace('"made": false', '"made": true'), "ascii")
    with pytest.raises(DamagedError, match="no records on the server"):
        open_shared_keys(tmp_path, False, PASSPHRASE)


def test_the_key_of_another_shop_opens_nothing(address: Server, tmp_path: Path) -> None:
    with pytest.raises(KeyRequiredError, match="does not belong to these records"):
        Storage.open_shared(connect(address), tmp_path / "till", other_key_for)
