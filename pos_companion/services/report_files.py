"""A report is kept as a file; it says who was shown which one."""

from pathlib import Path

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.sign_in import require

_MOST = 100


def save_report(shop: Shop, what: str, text: str, folder: Path) -> Path:
    """Write a report into a new file; another file is never written over.

    Args:
        what: plain letters that name it; the day is added.
        text: of a CSV file, as `csv_text` makes it.

    Returns:
        Where it is.

    Raises:
        NotAllowedError: only a manager takes records out.
        NotSavedError: it cannot be written there.
    """
    require(shop, Right.EXPORT)
    name = f"{what}-{shop.today.isoformat()}"
    paths = [folder / f"{name}.csv", *(folder / f"{name}-{n}.csv" for n in range(2, _MOST))]
    path = next((one for one in paths if not one.exists()), paths[-1])
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise NotSavedError(N_("The file cannot be written to {path}."), path=path) from error
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, "take_out", what=what)
    return path
