"""`rules export FILE` and `rules import FILE`: the shop's rules as one JSON file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from pos_companion.cli.answering import common_of, print_answer
from pos_companion.cli.common import opened
from pos_companion.errors import BadInputError, NotSavedError
from pos_companion.i18n import N_, fill, ngettext
from pos_companion.services.rule_files import rules_as_file, take_in_rules

LARGEST = 10_000_000
"""Bytes; a file of rules is a few thousand."""

app = typer.Typer(help="The shop’s rules as one JSON file.", no_args_is_help=True)
File = Annotated[str, typer.Argument(help="A JSON file.")]


@app.command()
def export(context: typer.Context, file: File) -> None:
    """Write every rule into a new file."""
    common = common_of(context)
    path = Path(file)
    if path.exists():
        raise BadInputError(
            N_("There is a file {file} already. Choose another name."), file=path.name
        )
    with opened(common) as shop:
        text = rules_as_file(shop)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotSavedError(
            N_("The file {file} could not be written: {why}"),
            file=path.name,
            why=error.strerror or error,
        ) from error
    count = len(json.loads(text)["rules"])
    print_answer(common, {"file": str(path), "rules": count}, _exported)


@app.command("import")
def import_(context: typer.Context, file: File) -> None:
    """Take in the rules of a file, all of them or none."""
    common = common_of(context)
    text = _read(Path(file))
    with opened(common) as shop:
        taken = take_in_rules(shop, text)
    answer = {
        "changed": [
            {"rule": one.rule.id, "version": one.rule.version, "name": one.rule.name}
            for one in taken.changes
        ],
        "unchanged": taken.unchanged,
    }
    print_answer(common, answer, _imported)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError(N_("{file} is too large for a file of rules."), file=path.name)
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        text = N_("{file} cannot be read: {why}")
        raise BadInputError(text, file=path.name, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise BadInputError(N_("{file} is no text in UTF-8."), file=path.name) from error


def _exported(answer: Mapping[str, Any]) -> None:
    count = answer["rules"]
    text = ngettext("One rule is in {file}.", "{count} rules are in {file}.", count)
    _say(fill(text, count=count, file=answer["file"]))


def _imported(answer: Mapping[str, Any]) -> None:
    count = len(answer["changed"])
    text = ngettext("One rule was taken in.", "{count} rules were taken in.", count)
    _say(fill(text, count=count))
    for one in answer["changed"]:
        _say(f"  {one['name']}")
    if answer["unchanged"]:
        same = answer["unchanged"]
        text = ngettext("One is as it was.", "{count} are as they were.", same)
        _say(fill(text, count=same))


def _say(text: str) -> None:
    Console(soft_wrap=True).print(text, markup=False, highlight=False)
