"""What every command understands, and how it opens the shop."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pos_companion.errors import BadInputError, KeyRequiredError
from pos_companion.i18n import N_, _, fill, use_language
from pos_companion.services import FixedClock, Shop, instant
from pos_companion.services.in_words import worded
from pos_companion.services.opening import PASSPHRASE_VARIABLE, open_till
from pos_companion.services.sign_in import named, sign_in
from pos_companion.settings import Settings, load_settings


@dataclass(frozen=True)
class Common:
    """The options that may stand anywhere.

    Attributes:
        data_dir: empty means the default folder.
        at: what the shop's clock shows for this command; empty means now.
        as_json: one JSON object on standard output and nothing else there.
        samples: the sample shop.
        minimized: the window begins as a symbol.
        who: who gives the command, by name; empty for nobody.
        database: where the records of a shop with several tills are; empty for the till's own.
    """

    data_dir: str = ""
    at: str = ""
    as_json: bool = False
    samples: bool = False
    minimized: bool = False
    who: str = ""
    database: str = field(default="", repr=False)


_FLAGS: dict[str, Callable[[Common], Common]] = {
    "--json": lambda common: replace(common, as_json=True),
    "--samples": lambda common: replace(common, samples=True),
    "--minimized": lambda common: replace(common, minimized=True),
}
_VALUES: dict[str, Callable[[Common, str], Common]] = {
    "--data-dir": lambda common, text: replace(common, data_dir=text),
    "--at": lambda common, text: replace(common, at=text),
    "--database": lambda common, text: replace(common, database=text),
}
_BEFORE_COMMAND: dict[str, Callable[[Common, str], Common]] = {
    # After `import` it says what is taken in.
    "--as": lambda common, text: replace(common, who=text),
}
PIN_VARIABLE = "POS_COMPANION_PIN"


def common_options(arguments: Sequence[str]) -> tuple[Common, list[str]]:
    """Take the options that may stand anywhere out of a command line.

    Returns:
        They, and what is left in its order. After `--` nothing is taken.

    Raises:
        BadInputError: an option that needs a value has none.
    """
    common = Common()
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, given, value = argument.partition("=")
        values = _VALUES if rest else {**_VALUES, **_BEFORE_COMMAND}
        if argument == "--":
            return common, [*rest, argument, *waiting]
        if argument in _FLAGS:
            common = _FLAGS[argument](common)
        elif name in values:
            text = value if given else next(waiting, "")
            if not text or text.startswith("--"):
                raise BadInputError(N_("{option} needs a value after it."), option=name)
            common = values[name](common, text)
        else:
            rest.append(argument)
    return common, rest


def require_letters(text: str) -> None:
    """Refuse what came in as other letters than UTF-8: it could not be kept.

    Raises:
        BadInputError: a byte of it is no letter.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInputError(N_("This is not written in UTF-8.")) from error


def settings_of(common: Common) -> Settings:
    """The till's settings in the folder asked for.

    Raises:
        BadInputError: the settings file cannot be read.
    """
    folder = Path(common.data_dir) if common.data_dir else None
    settings = load_settings(folder, common.samples, common.database)
    use_language(settings.language or "en")
    return settings


@contextmanager
def opened(common: Common, alone: bool = False, go_on: bool = False) -> Iterator[Shop]:
    """The shop of a command, closed again afterwards.

    Args:
        alone: for long jobs: refused while a window has the records.
        go_on: take the records as they are although saved deeds are missing.
    """
    with worded():
        shop = _opened(common, alone, go_on)
        try:
            if common.at:
                shop.clock = FixedClock(instant(shop.time, common.at))
            if common.who:
                _sign_in(shop, common.who)
            yield shop
        finally:
            shop.close()


def _opened(common: Common, alone: bool, go_on: bool) -> Shop:
    settings = settings_of(common)
    unattended = PASSPHRASE_VARIABLE in os.environ
    try:
        return open_till(settings, alone=alone, go_on=go_on)
    except KeyRequiredError as error:
        if unattended or not sys.stdin.isatty():
            raise
        return open_till(settings, _asked(error), alone=alone, go_on=go_on)


def _sign_in(shop: Shop, name: str) -> None:
    """Sign in for this command; the PIN never stands among its arguments."""
    pin = os.environ.pop(PIN_VARIABLE, "")
    if not pin:
        if not sys.stdin.isatty():
            raise BadInputError(
                N_("The PIN of {name} is missing. Put it into {variable}."),
                name=name,
                variable=PIN_VARIABLE,
            )
        pin = getpass.getpass(fill(_("PIN of {name}: "), name=name), sys.stderr)
    sign_in(shop, named(shop, name), pin)


def _asked(error: KeyRequiredError) -> str:
    sys.stderr.write(f"{error}\n")
    return getpass.getpass(_("Passphrase: "), sys.stderr)
