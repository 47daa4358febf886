"""Everything about one person as a file that other programs read."""

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_documents_dir

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.services.printing import everything_kept

Kept = Mapping[str, Sequence[Mapping[str, Any]]]


def as_plain(found: Kept) -> dict[str, list[dict[str, Any]]]:
    """Rows as JSON knows them, table by table; instants with their zone, empty tables left out."""
    return {
        table: [{name: _plain(value) for name, value in row.items()} for row in rows]
        for table, rows in found.items()
        if rows
    }


def save_everything_kept(shop: Shop, customer_id: int, folder: Path | None = None) -> Path:
    """Write every row about somebody into a new JSON file that only its owner may read.

    Its name is a number: a folder of documents is looked at by others.

    Args:
        folder: the person's documents when None.

    Raises:
        NotFoundError: there is no such customer.
        NotAllowedError: whoever is at the counter may not see what is locked.
        NotSavedError: the folder cannot be written to.
    """
    kept = as_plain(everything_kept(shop, customer_id))
    text = json.dumps({"customer": str(customer_id), "kept": kept}, indent=2, ensure_ascii=False)
    folder = folder or Path(user_documents_dir())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _written(folder, f"what-we-keep-{customer_id}", text)
    except OSError as error:
        raise NotSavedError(
            N_("The file could not be saved in {folder}: {why}"),
            folder=folder,
            why=error.strerror or error,
        ) from error


def _written(folder: Path, stem: str, text: str) -> Path:
    number = 1
    while True:
        path = folder / (f"{stem}.json" if number == 1 else f"{stem} {number}.json")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return path


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
