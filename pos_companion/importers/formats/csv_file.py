"""Tables as text: CSV in all its dialects, as every till can export them."""

import csv
from collections.abc import Iterator
from pathlib import Path

from pos_companion.errors import ImportRefusedError
from pos_companion.i18n import N_
from pos_companion.importers import Chunk, Importer, Kind, Wanted
from pos_companion.importers.mapping import known_names
from pos_companion.importers.people import read_people
from pos_companion.importers.sales import read_sales
from pos_companion.importers.table import open_table


class CsvFile(Importer):
    """Columns parted by commas, semicolons, tabs or upright strokes."""

    label = N_("Table of text (CSV)")
    patterns = ("*.csv", "*.tsv", "*.txt")

    def recognises(self, path: Path) -> bool:
        """Whether there is a table of two columns or more."""
        try:
            return len(open_table(path, ()).header) > 1
        except (ImportRefusedError, OSError, csv.Error):
            return False

    def read(self, path: Path, wanted: Wanted) -> Iterator[Chunk]:
        """Read sold lines or customers, whichever is wanted."""
        names = known_names(wanted.kind, wanted.columns)
        table = open_table(path, names, wanted.encoding)
        read = read_sales if wanted.kind is Kind.SALES else read_people
        yield from read(table, wanted)
