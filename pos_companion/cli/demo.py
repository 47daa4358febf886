"""The main job in the terminal, for machines without a display."""

import sys
from collections.abc import Callable
from pathlib import Path

from pos_companion.cli import show
from pos_companion.cli.common import Common, opened
from pos_companion.errors import CompanionError
from pos_companion.i18n import _
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from pos_companion.services.finding import resolve

LOOKED_UP = "biscuit"
PICTURE = "card.png"

Picture = Callable[[Shop, int, Path], None]


def demo(common: Common, picture: Picture) -> int:
    """Look a sample customer up, print the card and the offers, and save the card as a picture.

    Args:
        picture: draws the card of a customer of the open shop into a PNG file.

    Returns:
        The exit code.
    """
    sys.stdout.write(_("There is no display here, so no window can be shown.") + "\n")
    if not common.samples:
        sys.stdout.write(_("Try `python main.py --help` for the commands.") + "\n")
        return 1
    try:
        with opened(common) as shop:
            sys.stdout.write("\n" + _("Somebody says: “{text}”").format(text=LOOKED_UP) + "\n\n")
            show.found(do(shop, "find", {"text": LOOKED_UP}))
            customer = resolve(shop, LOOKED_UP)
            sys.stdout.write("\n")
            show.card(do(shop, "card", {"customer": customer}))
            path = shop.settings.folder / PICTURE
            picture(shop, customer, path)
    except CompanionError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write("\n" + _("The card as the window shows it: {path}").format(path=path) + "\n")
    return 0
