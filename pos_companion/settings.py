"""One till's settings: a dataclass and a TOML file beside nothing else of the shop's.

What all tills of a shop share is kept with the records (`model.shop.ShopProfile`).
"""

import os
import tomllib
from dataclasses import Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

from pos_companion.errors import BadInputError, NotSavedError
from pos_companion.i18n import N_
from pos_companion.servers import Server, read_server, without_password

APP = "pos-companion"
FILE = "settings.toml"
DATA_DIR_VARIABLE = "POS_COMPANION_DATA_DIR"
DATABASE_VARIABLE = "POS_COMPANION_DATABASE_URL"
RESOURCES = Path(__file__).parents[1] / "resources"


@dataclass(frozen=True)
class Settings:
    """What this till decided for itself.

    Attributes:
        data_dir: the folder of the records; never on a network drive.
        samples: work on the sample shop, in a folder of its own inside `data_dir`.
        language: tag of the interface; empty follows the computer.
        theme: `system`, `light`, `dark` or `contrast`.
        text_size: percent, 90 to 200.
        less_movement: nothing slides.
        lock_after: seconds without a touch until it asks again who is there, in a shop with PINs.
        quiet_after: seconds without a touch until it shows no more than it must.
        till: the name of this till in records; empty when the shop has one.
        backup_to: a second folder for the copies of the records; empty for none.
        database: where the records of a shop with several tills are; kept without the password.
        database_given: the same for this start alone; counts before what is kept.
        window: where the window stood and how large it was, "440x900+1480+20"; it has no label,
            because nobody types it.
    """

    data_dir: Path
    samples: bool = False
    language: str = field(default="", metadata={"label": N_("Language")})
    theme: str = field(default="system", metadata={"label": N_("Theme")})
    text_size: int = field(
        default=100, metadata={"label": N_("Text size"), "unit": "%", "least": 90, "most": 200}
    )
    less_movement: bool = field(default=False, metadata={"label": N_("Less movement")})
    lock_after: int = field(
        default=120,
        metadata={"label": N_("Lock after"), "unit": N_("seconds"), "least": 30, "most": 900},
    )
    quiet_after: int = field(
        default=60,
        metadata={"label": N_("Quiet after"), "unit": N_("seconds"), "least": 15, "most": 900},
    )
    till: str = field(default="", metadata={"label": N_("Name of this till")})
    backup_to: str = field(default="", metadata={"label": N_("Second folder for backups")})
    window: str = field(default="", metadata={"kept": True})
    database: str = field(default="", repr=False, metadata={"kept": True})
    database_given: str = field(default="", repr=False)

    @property
    def folder(self) -> Path:
        """Where the records of the shop in use lie."""
        return self.data_dir / "samples" if self.samples else self.data_dir

    @property
    def server(self) -> Server | None:
        """Where the records are when they are not in the folder; the sample shop's always are.

        Raises:
            BadInputError: the address is none.
        """
        text = self.database_given or self.database
        return read_server(text) if text and not self.samples else None


def default_data_dir() -> Path:
    """The folder of the records: the environment's, else the platform's own."""
    given = os.environ.get(DATA_DIR_VARIABLE, "")
    return Path(given) if given else Path(platformdirs.user_data_dir(APP, appauthor=False))


def load_settings(
    data_dir: Path | None = None, samples: bool = False, database: str = ""
) -> Settings:
    """Read a till's settings; defaults where the file says nothing, or nothing that can be.

    Args:
        data_dir: asked for on the command line; None means the default.
        samples: work on the sample shop.
        database: asked for on the command line; empty means the environment's, else the kept one.

    Raises:
        BadInputError: the file cannot be read as settings.
    """
    folder = (data_dir or default_data_dir()).expanduser().absolute()
    given = database or os.environ.get(DATABASE_VARIABLE, "")
    settings = Settings(data_dir=folder, samples=samples, database_given=given)
    path = folder / FILE
    if not path.is_file():
        return settings
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInputError(
            N_("The settings file {path} cannot be read: {why}"), path=path, why=error
        ) from error
    ours = {one.name: one for one in fields(settings) if one.metadata}
    values = {
        name: value for name, value in kept.items() if name in ours and _fits(ours[name], value)
    }
    return replace(settings, **values)


def _fits(setting: Field[Any], value: object) -> bool:
    if type(value) is not type(setting.default):
        return False
    least, most = (setting.metadata.get(bound, value) for bound in ("least", "most"))
    return bool(least <= value <= most)


def save_settings(settings: Settings) -> None:
    """Keep a till's settings: a new file first, then in one step in place of the old.

    Raises:
        NotSavedError: the folder cannot be written to; the old settings are still there.
    """
    values = asdict(settings)
    kept = {one.name: values[one.name] for one in fields(settings) if one.metadata}
    kept["database"] = without_password(settings.database)
    fresh = settings.data_dir / (FILE + ".new")
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            tomli_w.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(settings.data_dir / FILE)
    except OSError as error:
        raise NotSavedError(
            N_("The settings could not be kept: {why}"), why=error.strerror or error
        ) from error
