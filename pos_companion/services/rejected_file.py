"""The rows that could not be taken in, as a file beside the one they came from.

It can be mended in any spreadsheet and imported like the first: row number and reason stand in
front of the row's own cells, and no cell can be mistaken for a formula.
"""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_, Phrase, words
from pos_companion.importers import Rejected
from pos_companion.importers.cleaning import guarded


class RejectedFile:
    """Written as the rows come; there is no file as long as there are none.

    Attributes:
        path: where it will be: `sales.rejected.csv` beside `sales.csv`.
        header: the columns of the table; set it before the first row.
    """

    def __init__(self, beside: Path) -> None:
        self.path = beside.with_name(f"{beside.stem}.rejected.csv")
        self.header: tuple[str, ...] = ()
        self._part = self.path.with_name(f"{self.path.name}.part")
        self._file: TextIOWrapper | None = None

    def add(self, rejected: Iterable[Rejected]) -> None:
        """Write rows down.

        Raises:
            NotSavedError: there is no room beside the file, or no leave to write.
        """
        with self._worded():
            for row in rejected:
                self._write([row.row, words(row.reason), *map(guarded, row.cells)])

    def finish(self) -> None:
        """All rows have been written down, and there was room for them.

        Raises:
            NotSavedError: there was none.
        """
        if self._file is not None:
            with self._worded():
                self._file.close()

    def keep(self) -> Path | None:
        """Put the file in its place; None when nothing was rejected."""
        if self._file is None:
            return None
        self._part.replace(self.path)
        return self.path

    def discard(self) -> None:
        """Leave no file behind; an older one stays as it was."""
        if self._file is not None:
            with suppress(OSError):  # a full disk complains once more about the same bytes
                self._file.close()
            self._part.unlink(missing_ok=True)

    def _write(self, cells: Iterable[object]) -> None:
        if self._file is None:
            # The mark lets spreadsheets know that it is UTF-8.
            self._file = self._part.open("w", encoding="utf-8-sig", newline="")
            titles = [words(Phrase(N_("Row"))), words(Phrase(N_("Reason")))]
            csv.writer(self._file).writerow([*titles, *map(guarded, self.header)])
        csv.writer(self._file).writerow(cells)

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise NotSavedError(
                N_("The rejected rows cannot be written to {path}. Nothing was imported."),
                path=self.path,
            ) from error
