"""The file with the locked-up keys of a shop: read whole, written in one step, for nobody else."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_companion.errors import DamagedError
from pos_companion.i18n import N_
from pos_companion.storage.disk import not_written, sync_folder
from pos_companion.storage.wraps import VERSION, sound, sound_box

FILE = "shop.keys"

Wraps = tuple[Mapping[str, str], ...]


@dataclass(frozen=True)
class KeyFile:
    """What stands in it.

    Attributes:
        shop: random id of the shop, 32 hex digits.
        made: the records exist; without them something is wrong.
        wraps: the key, locked up by each of the words that open it.
        earlier: the keys before it, oldest first, each locked up by the key after it.
        coming: wraps of the key that is about to take over; empty but while it changes.
    """

    shop: str
    made: bool = False
    wraps: Wraps = ()
    earlier: tuple[str, ...] = ()
    coming: Wraps = ()


def read_key_file(path: Path) -> KeyFile:
    """Read one.

    Raises:
        DamagedError: it cannot be read, or a newer version wrote it.
    """
    try:
        kept = json.loads(path.read_text(encoding="ascii"))
        if kept["version"] == VERSION and isinstance(kept["made"], bool) and kept["shop"]:
            return KeyFile(
                str(kept["shop"]),
                kept["made"],
                tuple(sound(one) for one in kept["wraps"]),
                tuple(sound_box(one) for one in kept.get("earlier", ())),
                tuple(sound(one) for one in kept.get("coming", ())),
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError(N_("The key file cannot be read. Restore shop.keys.")) from error
    raise DamagedError(N_("The key file was made by a newer version. Please update this till."))


def write_key_file(path: Path, kept: KeyFile) -> None:
    """A new file first, then in one step in place of the old; readable by the owner alone.

    Raises:
        NotSavedError: the folder cannot be written to; the old file is still there.
    """
    values = {
        "version": VERSION,
        "shop": kept.shop,
        "made": kept.made,
        "wraps": [dict(one) for one in kept.wraps],
        **({"earlier": list(kept.earlier)} if kept.earlier else {}),
        **({"coming": [dict(one) for one in kept.coming]} if kept.coming else {}),
    }
    fresh = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(values, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise not_written(path.parent, error) from error
