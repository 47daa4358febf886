"""The commands and their ends: 0 done, 1 refused, 2 wrong usage, 3 data damaged."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Any

import typer

from pos_companion import __version__
from pos_companion.cli import rulebook, safekeeping, show, taking_out, to_server
from pos_companion.cli.answering import common_of, print_answer, writing
from pos_companion.cli.checking import self_check
from pos_companion.cli.common import Common, common_options, opened, require_letters
from pos_companion.cli.importing import ImportRequest, take_in
from pos_companion.cli.script import run_script
from pos_companion.errors import BadInputError, CompanionError
from pos_companion.i18n import N_, _
from pos_companion.services.deeds import do

OPTIONS = (
    "Everywhere: --data-dir DIR (or POS_COMPANION_DATA_DIR), --database postgresql://… for a shop "
    "with several tills (or POS_COMPANION_DATABASE_URL), --at 2026-11-21T09:30 (the clock for "
    "this command), --json (one JSON object), --samples (the sample shop, whose built-in "
    "passphrase protects nothing). Before the command: --as NAME signs in, with the PIN in "
    "POS_COMPANION_PIN or typed. Without a command the window opens; for it also --minimized."
)
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    epilog=OPTIONS,
    help="POS Companion: the memory beside the till.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(safekeeping.app)
app.add_typer(taking_out.app)
app.add_typer(to_server.app)
app.add_typer(rulebook.app, name="rules")

Customer = Annotated[str, typer.Argument(help="Id, card code, or text that finds exactly one.")]
Context = typer.Context
_INTERRUPTED = 130


def _print_version(context: Context, wanted: bool) -> None:
    if wanted:
        as_json = common_of(context).as_json
        version = json.dumps({"version": __version__})
        with writing():
            typer.echo(version if as_json else f"POS Companion {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """The memory beside the till."""


@app.command()
def find(
    context: Context,
    text: Annotated[str, typer.Argument(help="Name, phone digits, card, e-mail, pet …")],
    limit: Annotated[int, typer.Option(help="At most so many.")] = 6,
) -> None:
    """Find people by any fragment, best first."""
    _answer(context, "find", {"text": text, "limit": limit}, show.found)


@app.command()
def card(context: Context, customer: Customer) -> None:
    """Show the corner-store card, the offers, and why others do not fit."""
    _answer(context, "card", {"customer": customer}, show.card)


@app.command()
def usual(
    context: Context,
    customer: Customer,
    limit: Annotated[int | None, typer.Option(help="At most so many.")] = None,
) -> None:
    """Rank every product the customer knows."""
    values = {"customer": customer} | ({} if limit is None else {"limit": limit})
    _answer(context, "usual", values, show.usual)


@app.command()
def visit(
    context: Context,
    customer: Customer,
    item: Annotated[
        list[str] | None, typer.Option(help="PRODUCT[:QUANTITY[:AMOUNT]]; again for more.")
    ] = None,
    usual: Annotated[bool, typer.Option("--usual", help="What the button would record.")] = False,
    take: Annotated[list[str] | None, typer.Option(help="Id of an offer; again for more.")] = None,
    uid: Annotated[str, typer.Option(help="Id of the visit; again is the same visit.")] = "",
    kind: Annotated[str, typer.Option(help="bought, looked, chatted or phoned.")] = "bought",
    company: Annotated[
        list[str] | None, typer.Option("--with", help="Who came along; again for more.")
    ] = None,
    mood_in: Annotated[str, typer.Option(help="As they came: good, fine or low.")] = "",
    mood_out: Annotated[str, typer.Option(help="As they left: good, fine or low.")] = "",
) -> None:
    """Record a visit; says so only once it is on the disk."""
    values = {
        "customer": customer,
        "items": item or [],
        "usual": usual,
        "take": take or [],
        "uid": uid,
        "kind": kind,
        "with": company or [],
        "mood_in": mood_in,
        "mood_out": mood_out,
    }
    _answer(context, "visit", values, show.visit)


@app.command()
def undo(
    context: Context, uid: Annotated[str, typer.Argument(help="The id visit printed.")]
) -> None:
    """Take a visit back."""
    _answer(context, "undo", {"uid": uid}, show.undone)


@app.command("import")
def import_(
    context: Context,
    file: Annotated[str, typer.Argument(help="A CSV file.")],
    what: Annotated[str, typer.Option("--as", help="sales or customers.")],
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="FIELD=COLUMN; again for more.")
    ] = None,
    currency: Annotated[str, typer.Option(help="Currency of the amounts, such as EUR.")] = "",
    source: Annotated[str, typer.Option(help="Name of the program it came from.")] = "till",
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without it only counts.")] = False,
) -> None:
    """Take in a till's export: a dry run with counts first, then --yes."""
    require_letters("".join((source, *(mapping or ()))))
    request = ImportRequest(file, what, tuple(mapping or ()), currency, source, yes)
    common = common_of(context)
    with opened(common, alone=yes) as shop:
        print_answer(common, take_in(shop, request, quiet=common.as_json), show.imported)


@app.command()
def script(context: Context) -> None:
    """JSON lines in, JSON lines out, until the input ends."""
    if sys.stdin is None:
        raise BadInputError(N_("There is no standard input to read lines from."))
    with opened(common_of(context)) as shop, writing():
        run_script(shop, sys.stdin, sys.stdout)


@app.command("self-check")
def self_check_(context: Context) -> None:
    """See whether all parts of the program are there."""
    answer = self_check()
    print_answer(common_of(context), answer, show.self_checked)
    if not answer["ok"]:
        raise typer.Exit(1)


def run(arguments: Sequence[str]) -> int:
    """Run one command line.

    Returns:
        The exit code: 0 done, 1 refused, 2 wrong usage, 3 data damaged.
    """
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "replace"),
        (sys.stderr, "replace"),
    ):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    common = Common(as_json="--json" in arguments)
    try:
        common, rest = common_options(arguments)
        code = int(app(rest, standalone_mode=False, obj=common, prog_name="main.py") or 0)
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
        return code
    except typer.TyperException as error:
        return _refused(common, "bad_input", error.format_message(), 2)
    except CompanionError as error:
        return _refused(common, error.kind, str(error), error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _refused(common, "stopped", _("Stopped. Nothing half-done was kept."), 1)


def _answer(
    context: Context,
    name: str,
    values: Mapping[str, Any],
    words: Callable[[Mapping[str, Any]], None],
) -> None:
    common = common_of(context)
    require_letters(json.dumps(values, ensure_ascii=False))
    with opened(common) as shop:
        answer = do(shop, name, values)
    print_answer(common, answer, words)


def _refused(common: Common, kind: str, sentence: str, code: int) -> int:
    with suppress(OSError):
        if common.as_json:
            typer.echo(json.dumps({"error": {"kind": kind, "say": sentence}}, ensure_ascii=False))
    typer.echo(sentence, err=True)
    return code
