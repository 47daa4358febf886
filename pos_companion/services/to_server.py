"""Moves a shop from the file on one computer to a server that several tills share."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.servers import read_server
from pos_companion.services import Shop
from pos_companion.services.sign_in import require
from pos_companion.settings import save_settings
from pos_companion.storage import STORE
from pos_companion.storage.shared import connect
from pos_companion.storage.to_server import Deed, move_records


@dataclass(frozen=True)
class Moved:
    """A shop that has its records on a server from now on.

    Attributes:
        server: user, server and database; without the password.
        rows: how many were copied, and counted on both sides.
        old: the file they were in; it is as it was.
    """

    server: str
    rows: int
    old: Path


def move_to_server(shop: Shop, address: str) -> Moved:
    """Copy all records to a server, and let this till use them there from its next start.

    The file they were in stays as it is, with everybody in it; it no longer opens by mistake once
    something was saved on the server. The other tills get `shop.keys`, and the address.

    Args:
        shop: opened alone, with its records in its folder; to be closed afterwards.
        address: of an empty PostgreSQL database, `postgresql://user:password@server/database`.

    Raises:
        NotAllowedError: only a manager moves the records.
        BadInputError: it is no address.
        RefusedError: the records are on a server, the shop is the sample shop, or the database is
            not empty.
        PasswordRequiredError, ServerGoneError, DamagedError: as for any server.
        NotSavedError: nothing was changed, or the settings could not be kept.
    """
    require(shop, Right.RESTORE)
    if shop.settings.server is not None:
        raise RefusedError(N_("The records of this shop are on a server already."))
    if shop.is_sample:
        raise RefusedError(N_("The sample shop stays on this computer."))
    server = read_server(address)
    db = connect(server)
    try:
        rows = move_records(
            shop.storage,
            db,
            shop.keys.derive,
            Deed(shop.clock.now(), shop.staff),
            partial(save_settings, replace(shop.settings, database=server.url)),
        )
    except BaseException:
        save_settings(shop.settings)
        raise
    finally:
        db.close()
    return Moved(server.name, rows, shop.settings.folder / STORE)
