"""`export customers FILE` and `export sales FILE`: the shop's own records as tables."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from pos_companion.cli.answering import common_of, print_answer
from pos_companion.cli.common import opened
from pos_companion.i18n import fill, ngettext
from pos_companion.importers import Kind
from pos_companion.services.taking_out import take_out

app = typer.Typer()


class Table(StrEnum):
    """What can be taken out."""

    CUSTOMERS = "customers"
    SALES = "sales"


@app.command()
def export(
    context: typer.Context,
    what: Annotated[Table, typer.Argument(help="Which table.")],
    file: Annotated[str, typer.Argument(help="A new CSV file.")],
) -> None:
    """Write all customers or all sales into a new CSV file that `import` reads again."""
    common = common_of(context)
    with opened(common) as shop:
        rows = take_out(shop, Kind(what.value), Path(file))
    print_answer(common, {"file": file, "rows": rows}, _written)


def _written(answer: Mapping[str, Any]) -> None:
    rows = answer["rows"]
    text = ngettext("One row is in {file}.", "{count} rows are in {file}.", rows)
    Console().print(fill(text, count=rows, file=answer["file"]), markup=False, highlight=False)
