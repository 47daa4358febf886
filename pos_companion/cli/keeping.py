"""Backups in plain values: made, listed, put back."""

from pathlib import Path
from typing import Any

from pos_companion.cli.common import Common, opened, settings_of
from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.services import Shop, is_made
from pos_companion.services.backups import Offered, back_up, offered
from pos_companion.services.restoring import (
    Copy,
    Words,
    copy_called,
    known_copies,
    may_restore,
    restore,
    try_out,
)


def backup_values(shop: Shop) -> dict[str, Any]:
    """Make a backup."""
    made = back_up(shop)
    return {
        "backup": str(made.copy.path),
        "customers": made.inside.customers,
        "visits": made.inside.visits,
        "elsewhere": str(made.elsewhere.path) if made.elsewhere else "",
        "trouble": str(made.trouble) if made.trouble else "",
    }


def stock_of_copies(common: Common) -> dict[str, Any]:
    """All backups, newest first; with counts where the records can be opened."""
    try:
        with opened(common) as shop:
            return {"backups": [_counted(one) for one in offered(shop)]}
    except (DamagedError, KeyRequiredError) as error:
        found = known_copies(settings_of(common))
        return {"backups": [_named(one) for one in found], "say": str(error)}


def put_back(common: Common, which: str, words: Words, really: bool) -> dict[str, Any]:
    """Put a backup in the place of the records, or only try whether that could be done."""
    settings = settings_of(common)
    copy = copy_called(settings, which)
    _require_allowed(common, settings.folder)
    if not really:
        inside = try_out(settings, copy, words)
        counts = {"customers": inside.customers, "visits": inside.visits}
        return {**_named(copy), **counts, "code": bool(words.code), "done": False}
    done = restore(settings, copy, words)
    return {
        **_named(copy),
        "done": True,
        "customers": done.inside.customers,
        "visits": done.inside.visits,
        "aside": str(done.aside),
    }


def _require_allowed(common: Common, folder: Path) -> None:
    """Whoever can sign in has to; where the records cannot be opened, their key is enough."""
    if not is_made(folder):
        return
    try:
        with opened(common, alone=True) as shop:
            may_restore(shop)
    except (DamagedError, KeyRequiredError):
        return


def _named(copy: Copy) -> dict[str, Any]:
    return {"backup": str(copy.path), "at": copy.at.isoformat(), "deeds": copy.number}


def _counted(one: Offered) -> dict[str, Any]:
    counts = {"customers": 0, "visits": 0, "visits_since": one.visits_since, "sound": False}
    if one.inside is not None:
        counts |= {
            "customers": one.inside.customers, "visits": one.inside.visits, "sound": True,
        }  # fmt: skip
    return {**_named(one.copy), **counts, "before_restore": one.copy.is_frozen}
