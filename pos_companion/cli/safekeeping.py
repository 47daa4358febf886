"""The commands that keep the records safe: check, copies, keys, and the two that torture them."""

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pos_companion.cli import show, show_safe
from pos_companion.cli.answering import common_of, print_answer, writing
from pos_companion.cli.checking import check_records
from pos_companion.cli.common import Common, opened, settings_of
from pos_companion.cli.keeping import backup_values, put_back, stock_of_copies
from pos_companion.cli.torturing import torture_dump, torture_write
from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, _
from pos_companion.services.backups import drop_earlier_series
from pos_companion.services.bundle import save_report
from pos_companion.services.custody import change_key, print_recovery_code, use_this_key
from pos_companion.services.opening import PASSPHRASE_VARIABLE
from pos_companion.services.restoring import Words

app = typer.Typer()
Context = typer.Context
CODE_VARIABLE = "POS_COMPANION_CODE"


@app.command()
def check(
    context: Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="First make the search anew from the records.")
    ] = False,
    go_on: Annotated[
        bool, typer.Option("--go-on", help="Take records that lack saved deeds as they are.")
    ] = False,
) -> None:
    """Look for damage in the records; the exit code is 3 when there is some."""
    common = common_of(context)
    with opened(common, alone=repair or go_on, go_on=go_on) as shop:
        answer = check_records(shop, repair)
    print_answer(common, answer, show.checked)
    if not answer["ok"]:
        raise typer.Exit(3)


@app.command()
def backup(
    context: Context,
    content: Annotated[
        bool, typer.Option("--content", help="Let the backups from before a restore go.")
    ] = False,
) -> None:
    """Copy the records now, read the copy back, and take it to the second folder."""
    common = common_of(context)
    with opened(common) as shop:
        answer = {"dropped": drop_earlier_series(shop)} if content else backup_values(shop)
    print_answer(common, answer, show_safe.backed_up)
    if answer.get("trouble"):
        raise typer.Exit(1)


@app.command()
def restore(
    context: Context,
    which: Annotated[str, typer.Argument(help="Its number in the list, name or path.")] = "",
    code: Annotated[
        bool, typer.Option("--code", help="Ask for the recovery code, or take POS_COMPANION_CODE.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without it only look.")] = False,
) -> None:
    """List the backups, or put one in the place of the records, which are set aside."""
    common = common_of(context)
    if not which:
        print_answer(common, stock_of_copies(common), show_safe.copies)
        return
    words = Words(os.environ.get(PASSPHRASE_VARIABLE, ""), _code(common) if code else "")
    print_answer(common, put_back(common, which, words, yes), show_safe.restored)


@app.command("recovery-code")
def recovery_code(context: Context) -> None:
    """Print a new recovery code for the records; the old one no longer works."""
    common = common_of(context)
    with opened(common, alone=True) as shop:
        print_answer(common, {"code": print_recovery_code(shop)}, show.recovery_code)


@app.command()
def rekey(
    context: Context,
    hold: Annotated[
        bool, typer.Option("--hold", help="Only put the key that opens them into the keyring.")
    ] = False,
) -> None:
    """Lock the records by a new key, and print its recovery code; nothing may have them open."""
    common = common_of(context)
    words = os.environ.get(PASSPHRASE_VARIABLE, "")
    with opened(common, alone=True) as shop:
        if hold:
            use_this_key(shop)
            print_answer(common, {"held": True}, show_safe.held)
        else:
            print_answer(common, {"code": change_key(shop, words)}, show.recovery_code)


@app.command()
def report(
    context: Context,
    file: Annotated[str, typer.Argument(help="A new file; else one in the data folder.")] = "",
) -> None:
    """Save a report for whoever helps: versions, settings, logs, and nothing about anybody."""
    common = common_of(context)
    made = save_report(settings_of(common), {}, Path(file) if file else None)
    print_answer(common, {"report": str(made)}, show_safe.reported)


@app.command("torture-write", hidden=True)
def torture_write_(
    context: Context,
    seed: Annotated[int, typer.Option(help="Other seeds make other deeds.")],
    ops: Annotated[int | None, typer.Option(help="So many; else until killed.")] = None,
    retry: Annotated[list[str] | None, typer.Option(help="ID:KIND, done first.")] = None,
) -> None:
    """Keep a small shop of its own busy until it is killed."""
    with writing():
        raise typer.Exit(torture_write(common_of(context), seed, ops, retry or []))


@app.command("torture-dump", hidden=True)
def torture_dump_(context: Context) -> None:
    """Tell what is left after torture-write was killed."""
    with writing():
        raise typer.Exit(torture_dump(common_of(context)))


def _code(common: Common) -> str:
    """The recovery code; it never stands among the arguments."""
    settings_of(common)
    given = os.environ.pop(CODE_VARIABLE, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise BadInputError(
            N_("The recovery code is missing. Put it into {variable}."), variable=CODE_VARIABLE
        )
    return getpass.getpass(_("Recovery code: "), sys.stderr)
