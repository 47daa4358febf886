"""The numbers of those who asked to be forgotten, in a file beside the records and every backup.

A backup that is older than the wish still holds the person; the list says that they have to go
again. It holds numbers and days, nothing that tells who they were.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pos_companion.errors import DamagedError
from pos_companion.i18n import N_
from pos_companion.storage.disk import sync_folder

LIST = "forgotten.json"
_VERSION = 1


@dataclass(frozen=True)
class Asked:
    """One who asked to be forgotten.

    Attributes:
        asked: the instant, to the second.
        purged: everything but bare counts is gone; until then it can be taken back.
    """

    customer: int
    asked: datetime
    purged: bool = False


class ForgottenList:
    """The list in one folder.

    Args:
        folder: of the records, or of backups.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / LIST

    def read(self) -> tuple[Asked, ...]:
        """Everybody on the list, by number; nobody when there is none.

        Raises:
            DamagedError: it cannot be read; guessing might bring somebody back.
        """
        try:
            kept = json.loads(self.path.read_text("utf-8"))
            if kept["version"] > _VERSION:
                raise ValueError("a list of a newer version")
            return tuple(_asked(*row) for row in kept["people"])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise DamagedError(
                N_(
                    "The list {file} of those who asked to be forgotten cannot be read. "
                    "Put the one from the newest backup in its place."
                ),
                file=self.path.name,
            ) from error

    def write(self, people: Sequence[Asked]) -> None:
        """Keep the whole list; it is on the disk when this returns.

        Raises:
            OSError: it could not be written; the old one is still there.
        """
        rows = [
            [one.customer, int(one.asked.timestamp()), one.purged]
            for one in sorted(people, key=lambda one: one.customer)
        ]
        part = self.path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            json.dump({"version": _VERSION, "people": rows}, file, separators=(",", ":"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path)
        sync_folder(self.path.parent)


def together(*lists: Sequence[Asked]) -> tuple[Asked, ...]:
    """Several lists as one: whoever is on any of them stays forgotten."""
    found: dict[int, Asked] = {}
    for one in (one for people in lists for one in people):
        known = found.get(one.customer)
        if known is None or (one.purged and not known.purged):
            found[one.customer] = one
    return tuple(found[number] for number in sorted(found))


def _asked(customer: int, asked: int, purged: bool) -> Asked:
    return Asked(int(customer), datetime.fromtimestamp(int(asked), UTC), bool(purged))
