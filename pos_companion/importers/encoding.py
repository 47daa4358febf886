"""How the letters of a file are written.

A byte-order mark is believed; else strict UTF-8, which other encodings do not fulfil by chance;
else the code page of western Windows, with another guess told so that it can be chosen.
"""

import codecs
from dataclasses import dataclass
from pathlib import Path

import charset_normalizer

from pos_companion.errors import BadInputError, ImportRefusedError
from pos_companion.i18n import N_

FALLBACK = "cp1252"
_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"\x89PNG")


@dataclass(frozen=True)
class Letters:
    """How to read a file's letters.

    Attributes:
        encoding: a name Python knows.
        guess: another encoding that fits as well; empty when there is no doubt.
    """

    encoding: str
    guess: str = ""


def letters_of(path: Path, wanted: str = "") -> Letters:
    """Find out how a file's letters are written.

    Args:
        wanted: what a person chose; empty to find out.

    Raises:
        BadInputError: nobody knows the encoding that was chosen.
        ImportRefusedError: it is no text at all, or cannot be opened.
    """
    if wanted:
        return Letters(_known(wanted))
    try:
        with path.open("rb") as file:
            head = file.read(_SAMPLE)
    except OSError as error:
        raise ImportRefusedError(N_("The file {file} cannot be opened."), file=path.name) from error
    if head.startswith(_ARCHIVES):
        raise ImportRefusedError(
            N_("{file} is not a table of text. Please save it as CSV first."), file=path.name
        )
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return Letters(encoding)
    if b"\0" in head:
        return Letters(_wide(head, path))
    failed_at = _first_failure(path)
    return Letters("utf-8") if failed_at is None else _code_page(failed_at)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise BadInputError(
            N_("There is no encoding called {encoding}."), encoding=encoding
        ) from error


def _wide(head: bytes, path: Path) -> str:
    """Two bytes per letter without a mark: plain letters then have a zero in every other byte."""
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > 0.7 * len(zeros):
            return encoding
    raise ImportRefusedError(
        N_("{file} is not a table of text. Please save it as CSV first."), file=path.name
    )


def _first_failure(path: Path) -> bytes | None:
    """The bytes around the first that are not UTF-8; None when all are."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                start = max(0, error.start - _SAMPLE // 2)
                return bytes(error.object[start : start + _SAMPLE])
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return bytes(error.object)
    return None


def _code_page(sample: bytes) -> Letters:
    best = charset_normalizer.from_bytes(sample, cp_exclusion=["utf_16", "utf_32"]).best()
    guess = best.encoding if best is not None else FALLBACK
    same = sample.decode(FALLBACK, "replace") == sample.decode(guess, "replace")
    return Letters(FALLBACK, "" if same else guess)
