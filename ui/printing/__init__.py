"""Puts a printout on paper: the default printer, or a PDF file where there is none.

No dialog: whoever asks for a paper gets it, and is told where it is.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import platformdirs
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_, Phrase, in_language
from pos_companion.printouts import Document
from ui.printing.markup import title_of
from ui.printing.pages import as_pdf, as_pictures, print_pages

__all__ = ["Paper", "Printed", "PrinterPaper", "as_pdf", "as_pictures", "print_out", "save_pdf"]

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\u2066-\u2069\u200e\u200f]+')
_LONGEST_NAME = 80


class Paper(Protocol):
    """Where pages come out."""

    def name(self) -> str:
        """What the printer is called; empty when there is none."""
        ...

    def put(self, document: Document) -> None:
        """Print a document.

        Raises:
            NotSavedError: the printer does not answer.
        """
        ...


class PrinterPaper:
    """The default printer of the computer."""

    def name(self) -> str:
        """What it is called; empty when there is none."""
        return QPrinterInfo.defaultPrinter().printerName()

    def put(self, document: Document) -> None:
        """Print every page on it."""
        printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        with in_language(document.language):
            printer.setDocName(title_of(document))
        print_pages(document, printer)


@dataclass(frozen=True)
class Printed:
    """What became of it.

    Attributes:
        phrase: for a toast.
        path: the file; None when it came out of a printer.
    """

    phrase: Phrase
    path: Path | None = None


def print_out(
    document: Document, paper: Paper | None = None, folder: Path | None = None
) -> Printed:
    """Print a document, or save it where there is no printer.

    Args:
        paper: the default printer when None.
        folder: for files; the person's documents when None.

    Raises:
        NotSavedError: neither the printer nor the folder takes it.
    """
    paper = paper or PrinterPaper()
    if printer := paper.name():
        paper.put(document)
        return Printed(Phrase(N_("Printed on {printer}."), {"printer": printer}))
    path = save_pdf(document, folder)
    values = {"file": path.name, "folder": str(path.parent)}
    return Printed(Phrase(N_("There is no printer. Saved as {file} in {folder}."), values), path)


def save_pdf(document: Document, folder: Path | None = None) -> Path:
    """Save a document as a PDF that only its owner may read; no file is ever written over.

    Raises:
        NotSavedError: the folder cannot be written to.
    """
    folder = folder or Path(platformdirs.user_documents_dir())
    content = as_pdf(document)
    with in_language(document.language):
        stem = _UNSAFE.sub(" ", title_of(document)).strip(" .")[:_LONGEST_NAME].strip(" .")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write(folder, stem or "POS Companion", content)
    except OSError as error:
        raise NotSavedError(
            N_("The file could not be saved in {folder}: {why}"),
            folder=folder,
            why=error.strerror or error,
        ) from error


def _write(folder: Path, stem: str, content: bytes) -> Path:
    """Write a new file in one go; a name that is taken gets a number."""
    number = 1
    while True:
        path = folder / (f"{stem}.pdf" if number == 1 else f"{stem} {number}.pdf")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path
