"""POS Companion: the window, or a command without one; owns nothing else."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pos_companion.cli import demo, run
from pos_companion.cli.common import Common, common_options, settings_of
from pos_companion.errors import CompanionError
from pos_companion.services import Shop
from pos_companion.services.logbook import keep_log, speak_safely


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run a command.

    Returns:
        The exit code.
    """
    speak_safely()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        common, rest = common_options(given)
    except CompanionError:
        return run(given)
    if rest or common.as_json:
        return run(given)
    if has_display():
        return _window(common)
    return demo(common, _picture)


def has_display() -> bool:
    """Whether a window can be shown: always but on a Linux machine without a screen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window(common: Common) -> int:
    # The command line must run where there is no display and no graphics library.
    from ui.window import show_window

    try:
        settings = settings_of(common)
    except CompanionError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    keep_log(settings.data_dir)
    return show_window(settings, minimized=common.minimized)


def _picture(shop: Shop, customer: int, path: Path) -> None:
    """Save a customer's card as a PNG."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.picture import save_card

    save_card(shop, customer, path)


if __name__ == "__main__":
    sys.exit(main())
