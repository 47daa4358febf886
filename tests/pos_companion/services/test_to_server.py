"""A shop is moved from its file to a server, and goes on there."""

from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, RefusedError, ServerGoneError
from pos_companion.services import Shop, open_shop
from pos_companion.services.finding import find
from pos_companion.services.to_server import move_to_server
from pos_companion.settings import FILE, load_settings
from pos_companion.storage import STORE
from tests.builders import add_customer
from tests.postgresql import Postgres
from tests.shops import PASSPHRASE


@pytest.fixture
def url(postgres: Postgres, request: pytest.FixtureRequest) -> str:
    return postgres.new_database(request.node.name[-30:])


def test_a_shop_goes_on_where_it_was_moved_to(shop: Shop, url: str) -> None:
    ana = add_customer("Ana Kos")
    moved = move_to_server(shop, url)
    assert (moved.old.name, moved.rows > 1) == (STORE, True)
    assert moved.server.partition("@")[2] in url
    shop.close()
    settings = load_settings(shop.settings.data_dir)
    assert settings.server is not None
    again = open_shop(settings, PASSPHRASE)
    assert [hit.customer.id for hit in find(again, "ana")] == [ana.id]
    with pytest.raises(RefusedError, match="on a server already"):
        move_to_server(again, url)
    again.close()


def test_a_database_with_a_shop_in_it_leaves_the_till_as_it_was(shop: Shop, url: str) -> None:
    move_to_server(shop, url)
    kept = (shop.settings.data_dir / FILE).read_bytes()
    other = replace(shop.settings, till="2")
    shop.settings = other
    with pytest.raises(RefusedError, match="a shop in this database already"):
        move_to_server(shop, url)
    assert load_settings(other.data_dir).server is None
    assert kept != (other.data_dir / FILE).read_bytes()


def test_what_cannot_be_is_said(shop: Shop, sample_shop: Shop) -> None:
    with pytest.raises(BadInputError, match="no address of a database"):
        move_to_server(shop, "mysql://here/shop")
    with pytest.raises(ServerGoneError):
        move_to_server(shop, "postgresql://nobody@127.0.0.1:9/shop?connect_timeout=1")
    with pytest.raises(RefusedError, match="stays on this computer"):
        move_to_server(sample_shop, "postgresql://nobody@127.0.0.1:9/shop")
    assert not (shop.settings.data_dir / FILE).exists()
