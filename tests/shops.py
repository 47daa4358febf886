"""Shops for tests: real encrypted records in a temporary folder, and a clock that can be set."""

import shutil
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pos_companion.services import Shop, open_shop
from pos_companion.services.samples import fill_sample_shop
from pos_companion.settings import Settings
from pos_companion.storage import Storage
from pos_companion.storage.keys import ShopKeys
from pos_companion.storage.shared import connect
from tests.postgresql import Place, Postgres

PASSPHRASE = "for tests only"
ZONE = "Europe/Berlin"
FRIDAY_MORNING = "2025-11-21T09:00"
"""When every test begins unless it says otherwise; the day of the pictures."""

_opened: list[Shop] = []


class SetClock:
    """A clock that shows what it was set to, in the test shop's zone, until it is set again."""

    def __init__(self, at: str = FRIDAY_MORNING) -> None:
        self.shows(at)

    def shows(self, at: str) -> None:
        self.at = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE))

    def passes(self, **gap: float) -> None:
        self.at += timedelta(**gap)

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Template:
    """A closed shop to copy: stretching its passphrase once is enough for all tests."""

    folder: Path
    keys: ShopKeys
    samples: bool

    def open_copy(self, folder: Path, clock: SetClock) -> Shop:
        settings = Settings(data_dir=folder, samples=self.samples)
        shutil.copytree(self.folder, settings.folder)
        return reopen_shop(settings, replace(self.keys, folder=settings.folder), clock)


@dataclass(frozen=True)
class SharedTemplate:
    """The same for a shop on a server."""

    place: Place
    keys: ShopKeys

    def open_copy(self, folder: Path, clock: SetClock) -> Shop:
        settings = Settings(data_dir=folder, database=self.place.lay_out(folder))
        return reopen_shop(settings, replace(self.keys, folder=folder), clock)


def make_template(folder: Path, samples: bool = False) -> Template:
    """Make a shop in an empty folder and close it again."""
    shop = open_sample_shop(folder) if samples else open_test_shop(folder)
    shop.close()
    _opened.remove(shop)
    return Template(shop.settings.folder, shop.keys, samples)


def make_shared_template(postgres: Postgres, folder: Path) -> SharedTemplate:
    """Make a shop on a server and close it again."""
    keys: list[ShopKeys] = []

    def make(url: str, till: Path) -> None:
        shop = open_test_shop(till, database=url)
        keys.append(shop.keys)
        shop.close()
        _opened.remove(shop)

    return SharedTemplate(postgres.place("shop", folder, make), keys[0])


def reopen_shop(settings: Settings, keys: ShopKeys, clock: SetClock) -> Shop:
    """Open a shop whose key is open already."""
    server = settings.server
    storage = (
        Storage.open(settings.folder, keys.derive)
        if server is None
        else Storage.open_shared(connect(server), settings.folder, keys.derive)
    )
    shop = Shop(settings, storage, storage.settings.profile(), clock, keys)
    _opened.append(shop)
    return shop


def open_test_shop(folder: Path, at: str = FRIDAY_MORNING, database: str = "") -> Shop:
    """Open the test shop in a folder as the program does, and make it when there is none."""
    shop = open_shop(Settings(data_dir=folder, database=database), PASSPHRASE, SetClock(at))
    if not shop.profile.zone:
        shop.profile = replace(shop.profile, zone=ZONE)
        shop.storage.settings.keep_profile(shop.profile)
    _opened.append(shop)
    return shop


def open_sample_shop(folder: Path, at: str = FRIDAY_MORNING) -> Shop:
    """Open the sample shop in a folder, and fill it when there is none."""
    shop = open_shop(Settings(data_dir=folder, samples=True), clock=SetClock(at))
    shop.profile = replace(shop.profile, zone=ZONE)
    fill_sample_shop(shop)
    _opened.append(shop)
    return shop


def close_shops() -> None:
    """Close what a test opened."""
    while _opened:
        _opened.pop().close()


def current(shop: Shop | None = None) -> Shop:
    """The shop named, else the one opened last in this test."""
    return shop or _opened[-1]
