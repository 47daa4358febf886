"""The commands and their ends: 0 done, 1 refused, 2 wrong usage, 3 data damaged."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Annotated, Any

import typer

from pos_companion import __version__
from pos_companion.cli import show
from pos_companion.cli.checking import check_records, self_check
from pos_companion.cli.common import Common, common_options, opened, require_letters
from pos_companion.cli.importing import ImportRequest, take_in
from pos_companion.cli.script import run_script
from pos_companion.cli.torturing import torture_dump, torture_write
from pos_companion.errors import BadInputError, CompanionError, NotSavedError
from pos_companion.i18n import N_, _
from pos_companion.services.custody import print_recovery_code
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

Customer = Annotated[str, typer.Argument(help="Id, card code, or text that finds exactly one.")]
Context = typer.Context
_INTERRUPTED = 130


def _print_version(context: Context, wanted: bool) -> None:
    if wanted:
        as_json = _common(context).as_json
        version = json.dumps({"version": __version__})
        with _writing():
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
) -> None:
    """Record a visit; says so only once it is on the disk."""
    values = {
        "customer": customer,
        "items": item or [],
        "usual": usual,
        "take": take or [],
        "uid": uid,
        "kind": kind,
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
    common = _common(context)
    with opened(common, alone=yes) as shop:
        _print(common, take_in(shop, request, quiet=common.as_json), show.imported)


@app.command()
def script(context: Context) -> None:
    """JSON lines in, JSON lines out, until the input ends."""
    if sys.stdin is None:
        raise BadInputError(N_("There is no standard input to read lines from."))
    with opened(_common(context)) as shop, _writing():
        run_script(shop, sys.stdin, sys.stdout)


@app.command()
def check(
    context: Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="First make the search anew from the records.")
    ] = False,
) -> None:
    """Look for damage in the records; the exit code is 3 when there is some."""
    common = _common(context)
    with opened(common, alone=repair) as shop:
        answer = check_records(shop, repair)
    _print(common, answer, show.checked)
    if not answer["ok"]:
        raise typer.Exit(3)


@app.command("self-check")
def self_check_(context: Context) -> None:
    """See whether all parts of the program are there."""
    answer = self_check()
    _print(_common(context), answer, show.self_checked)
    if not answer["ok"]:
        raise typer.Exit(1)


@app.command("recovery-code")
def recovery_code(context: Context) -> None:
    """Print a new recovery code for the records; the old one no longer works."""
    common = _common(context)
    with opened(common, alone=True) as shop:
        _print(common, {"code": print_recovery_code(shop)}, show.recovery_code)


@app.command("torture-write", hidden=True)
def torture_write_(
    context: Context,
    seed: Annotated[int, typer.Option(help="Other seeds make other deeds.")],
    ops: Annotated[int | None, typer.Option(help="So many; else until killed.")] = None,
    retry: Annotated[list[str] | None, typer.Option(help="ID:KIND, done first.")] = None,
) -> None:
    """Keep a small shop of its own busy until it is killed."""
    with _writing():
        raise typer.Exit(torture_write(_common(context), seed, ops, retry or []))


@app.command("torture-dump", hidden=True)
def torture_dump_(context: Context) -> None:
    """Tell what is left after torture-write was killed."""
    with _writing():
        raise typer.Exit(torture_dump(_common(context)))


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


def _common(context: Context) -> Common:
    common = context.find_root().obj
    return common if isinstance(common, Common) else Common()


def _answer(
    context: Context,
    name: str,
    values: Mapping[str, Any],
    words: Callable[[Mapping[str, Any]], None],
) -> None:
    common = _common(context)
    require_letters(json.dumps(values, ensure_ascii=False))
    with opened(common) as shop:
        answer = do(shop, name, values)
    _print(common, answer, words)


def _print(
    common: Common, answer: Mapping[str, Any], words: Callable[[Mapping[str, Any]], None]
) -> None:
    with _writing():
        if common.as_json:
            typer.echo(json.dumps(answer, ensure_ascii=False))
        else:
            words(answer)


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has heard enough
    except OSError as error:
        raise NotSavedError(
            N_("The answer could not be written: {why}"), why=error.strerror or error
        ) from error


def _refused(common: Common, kind: str, sentence: str, code: int) -> int:
    with suppress(OSError):
        if common.as_json:
            typer.echo(json.dumps({"error": {"kind": kind, "say": sentence}}, ensure_ascii=False))
    typer.echo(sentence, err=True)
    return code
