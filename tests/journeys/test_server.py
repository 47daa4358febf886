"""The corner shop has moved to a server; the cashier at the counter notices nothing."""

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.services import FixedClock, Shop, open_shop
from pos_companion.services.to_server import move_to_server
from pos_companion.settings import load_settings
from pos_companion.storage.server.session import Statement
from tests.bots import Cashier
from tests.journeys.corner_shop import NOW, PASSPHRASE, open_corner_shop
from tests.postgresql import Postgres
from ui.assets import load_fonts


class CashierOfOneTill(Cashier):
    """Works where the settings of the till say."""

    def _open(self, passphrase: str) -> Shop:
        settings = load_settings(self.settings.data_dir)
        self.shop = open_shop(settings, passphrase or PASSPHRASE, FixedClock(NOW))
        return self.shop


@pytest.fixture
def at_till(
    qapp: QApplication, corner_shop_records: Path, tmp_path: Path, postgres: Postgres
) -> Iterator[Cashier]:
    load_fonts()
    folder = tmp_path / "shop"
    shutil.copytree(corner_shop_records, folder)
    shop = open_corner_shop(folder, alone=True)
    move_to_server(shop, postgres.new_database("corner"))
    shop.close()
    cashier = CashierOfOneTill(folder)
    yield cashier
    cashier.leaves()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that go to the server from where the cashier's work is done."""
    found: list[str] = []
    execute, own = Statement.execute, threading.get_ident()

    def telling(statement: Statement, query: Any, *values: Any, **options: Any) -> Statement:
        if threading.get_ident() == own:
            found.append(str(query))
        return execute(statement, query, *values, **options)

    monkeypatch.setattr(Statement, "execute", telling)
    return found


def test_typing_asks_nothing_across_the_network_and_the_card_is_read_on_the_server(
    at_till: Cashier, sent: list[str]
) -> None:
    assert at_till.shop is not None
    assert at_till.shop.settings.server is not None
    until_everybody_is_here(at_till.shop)
    at_till.types("ro")
    sent.clear()
    for text in ("biskit", "DELGADO rosa", "4471", "rosa"):
        at_till.page.lookup.clear()
        at_till.types(text)
        assert at_till.sees("Rosa Delgado")
    assert sent == []
    at_till.presses("Enter")
    assert at_till.greeting() == "“Morning, Rosa!”"
    assert sent != []


def until_everybody_is_here(shop: Shop) -> None:
    """Wait for the other thread; the limit is for a test that would never end."""
    for _ in range(3000):
        if shop.storage.search.standing().is_whole:
            return
        time.sleep(0.01)
    raise TimeoutError
