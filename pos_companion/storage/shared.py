"""Finds the records of a shop with several tills, and keeps the password of this till for them."""

import logging
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import keyring
from keyring.errors import InitError, KeyringError

from pos_companion.errors import DamagedError, KeyRequiredError, RefusedError
from pos_companion.i18n import N_
from pos_companion.servers import Server
from pos_companion.storage import faults
from pos_companion.storage.guard import Guard
from pos_companion.storage.keys import FILE, SERVICE, ShopKeys, hold, is_made, open_keys
from pos_companion.storage.recovery_code import looks_like_code
from pos_companion.storage.settings import SettingsDrawer

_ENGINE = "pos_companion.storage.server"
_PROOF = "shop_key"

_log = logging.getLogger(__name__)


class SharedGuard(Guard):
    """Notes the last deed beside the till's own files; the server watches over its own."""

    def _seen(self) -> tuple[tuple[int, int], ...]:
        return ()


def connect(server: Server) -> Any:
    """Open the database on a server.

    A password that was given and fits is kept in the computer's keyring, and nowhere else.

    Raises:
        RefusedError: the driver is not installed.
        PasswordRequiredError: the password is missing or wrong.
        ServerGoneError: nobody answers at this address.
        DamagedError: the server is not fit to keep records.
    """
    try:
        # By its name, because the driver is loaded only where there is a server.
        engine = import_module(_ENGINE)
    except ImportError as error:
        raise RefusedError(
            N_("A database on a server needs one more package: pos-companion[postgresql].")
        ) from error
    db = engine.ServerDatabase(replace(server, password=server.password or _kept(server)))
    with faults.worded():
        db.open_records()
    if server.password:
        _keep(server)
    return db


def has_records(db: Any) -> bool:
    """Whether a shop was made on the server already."""
    with faults.worded():
        return bool(db.table_exists("schema_migration"))


def open_shared_keys(folder: Path, has_records: bool, typed: str = "") -> ShopKeys:
    """Open the key of a shop whose records lie on a server, or make the first one.

    Args:
        folder: the till's own; every till of a shop has a copy of one `shop.keys`.
        has_records: some till made the shop already.
        typed: the passphrase, or the recovery code with which another till joins.

    Raises:
        KeyRequiredError: a person has to bring the key file, unlock or type something.
        DamagedError: the key is here, but the server has no records.
        NotSavedError: the folder cannot be written to.
    """
    file = folder / FILE
    if has_records and not file.exists():
        raise KeyRequiredError(
            N_("Other tills use these records already. Copy shop.keys from one of them into "
               "{folder}, then give the passphrase or the recovery code once."),
            folder=folder,
        )  # fmt: skip
    if not has_records and is_made(folder):
        raise DamagedError(
            N_("There are no records on the server, although this till has their key. Is it the "
               "right database?")
        )  # fmt: skip
    # The key file stands for the records, which are not here.
    keys = open_keys(folder, file, typed)
    if typed and looks_like_code(typed):
        _hold(keys)
    return keys


def _hold(keys: ShopKeys) -> None:
    try:
        hold(keys)
    except KeyRequiredError as error:
        # The code opened the records now, and will again.
        _log.info("the key of the shop is not in the keyring of this till: %s", error)


def require_same_shop(db: Any, proof: bytes) -> None:
    """Go on only with the key by which the shop was made; the first till leaves its proof.

    Raises:
        KeyRequiredError: this till has the key of another shop.
    """
    with db.atomic("IMMEDIATE"):
        settings = SettingsDrawer(db)
        kept = settings.get(_PROOF)
        if kept is None:
            settings.put(_PROOF, proof.hex())
        elif kept != proof.hex():
            raise KeyRequiredError(
                N_("The key of this till does not belong to these records. Copy shop.keys from "
                   "a till that opens them.")
            )  # fmt: skip


def _kept(server: Server) -> str:
    """The password from the keyring; without one the driver looks where it always does."""
    try:
        return keyring.get_password(SERVICE, server.name) or ""
    except (KeyringError, InitError) as error:
        _log.info("the keyring was not asked for the password of the database: %s", error)
        return ""


def _keep(server: Server) -> None:
    try:
        with suppress(KeyringError):
            if keyring.get_password(SERVICE, server.name) == server.password:
                return
        keyring.set_password(SERVICE, server.name, server.password)
    except (KeyringError, InitError) as error:
        # It was given, and will be again: by whoever starts the program, or its environment.
        _log.info("the password of the database could not be kept: %s", error)
