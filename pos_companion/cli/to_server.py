"""`move-to URL`: from the file of one till to a server that several tills share."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.console import Console

from pos_companion.cli.answering import common_of, print_answer
from pos_companion.cli.common import opened
from pos_companion.i18n import _, fill, ngettext
from pos_companion.services.to_server import move_to_server

app = typer.Typer()


@app.command("move-to")
def move_to(
    context: typer.Context,
    url: Annotated[
        str, typer.Argument(help="postgresql://user:password@server/database, an empty one.")
    ],
) -> None:
    """Copy all records to a PostgreSQL server, and use them there from now on.

    Every table goes over in one transaction and is counted on both sides; else nothing is changed.
    The file the records were in stays as it is, with everybody in it: delete it, and its copies,
    once the server is backed up. Another till needs a copy of shop.keys and the same address.
    """
    common = common_of(context)
    with opened(common, alone=True) as shop:
        moved = move_to_server(shop, url)
    answer = {"server": moved.server, "rows": moved.rows, "old": str(moved.old)}
    print_answer(common, answer, _moved)


def _moved(answer: Mapping[str, Any]) -> None:
    rows = answer["rows"]
    text = ngettext(
        "One row is at {server} now, and was counted there.",
        "{count} rows are at {server} now, and were counted there.",
        rows,
    )
    _say(fill(text, count=rows, server=answer["server"]))
    _say(
        fill(
            _("This till uses them from its next start. The file {old} is as it was, with "
              "everybody in it: delete it once the server is backed up."),
            old=answer["old"],
        )
    )  # fmt: skip
    _say(_("Another till needs a copy of shop.keys in its folder, and the same address."))


def _say(text: str) -> None:
    Console().print(text, markup=False, highlight=False)
