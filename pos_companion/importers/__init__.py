"""FILES from other programs: what a till or a contact book exported, as values.

Reading is pure: no records, no clock, no settings. A format is one file in `formats` that
describes itself; a table with other column names needs no format, only a mapping. Tables are read
twice: once to decide how their numbers and dates are written, once to read them.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, NamedTuple

from pos_companion.i18n import Phrase
from pos_companion.model.dates import PartialDate, ShopTime
from pos_companion.model.people import Species


class Kind(StrEnum):
    """What a file is about."""

    SALES = "sales"
    CUSTOMERS = "customers"


class Who(NamedTuple):
    """How a file names a customer; at least one of id, phone, email and card is not empty.

    Attributes:
        id: their number in the other program.
        phone: E.164 where it could be read, else as typed.
        email: lower case.
    """

    id: str = ""
    phone: str = ""
    email: str = ""
    card: str = ""
    name: str = ""


class What(NamedTuple):
    """How a file names a product.

    Attributes:
        ref: its number in the other program; its name where it has none. Never empty.
        name: empty when the file has none.
        group: the kind of product; empty when unknown.
    """

    ref: str
    name: str = ""
    group: str = ""


class SaleLine(NamedTuple):
    """One line of one sale. Plain numbers, because a file may hold millions of them.

    Attributes:
        row: where it stood in the file; the header counts, the first row is 1.
        sale: the sale's number in the other program.
        at: seconds since 1970, UTC.
        day: business date as its ordinal (`date.toordinal`).
        quantity: thousandths; negative for something brought back.
        amount: minor units, tax as the file has it; None when the file does not say.
    """

    row: int
    sale: str
    at: int
    day: int
    who: Who
    what: What
    quantity: int = 1000
    amount: int | None = None
    till: str = ""
    staff: str = ""


@dataclass(frozen=True)
class ImportedPerson:
    """One customer of a file. Empty means the file does not say, never that it is known to be so.

    Attributes:
        row: where it stood in the file; the header counts, the first row is 1.
        household: a key shared by those who live together.
        remember: yes or no to being remembered; None when the file does not say.
    """

    row: int
    who: Who
    call_name: str = ""
    say_as: str = ""
    birthday: PartialDate | None = None
    pet: str = ""
    pet_species: Species = Species.PET
    pet_birthday: PartialDate | None = None
    note: str = ""
    household: str = ""
    language: str = ""
    remember: bool | None = None


@dataclass(frozen=True)
class Rejected:
    """A row that cannot be taken in.

    Attributes:
        row: where it stands in the file, from 1.
        cells: as they stand there; what belongs to payment cards is blank.
    """

    row: int
    reason: Phrase
    cells: tuple[str, ...] = ()


def _no_cells(_row: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Chunk:
    """The next piece of a file.

    Attributes:
        done: how much of the file has been read, 0 to 1.
        header: the names of the columns, once they are known.
        cells: gives the cells of a row of this chunk, as `Rejected` holds them.
        notes: what was decided or guessed about the file; each sentence in one chunk only.
    """

    done: float
    lines: list[SaleLine] = field(default_factory=list)
    people: list[ImportedPerson] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    header: tuple[str, ...] = ()
    notes: tuple[Phrase, ...] = ()
    cells: Callable[[int], tuple[str, ...]] = _no_cells


@dataclass(frozen=True)
class Wanted:
    """What the shop wants of a file, and how the shop counts.

    Attributes:
        columns: by field, the names of its columns; of several the first that is not empty
            counts. Fields that are not named are found by the names of the header.
        currency: ISO 4217 code of all amounts.
        country: ISO 3166 code, where a phone number or the order of a date is not clear.
        time: whose clock the file's times are.
        today: business date; no birthday lies after it.
        encoding: how letters are written; empty to find out.
    """

    kind: Kind
    today: date
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    currency: str = "EUR"
    country: str = "DE"
    time: ShopTime = field(default_factory=ShopTime)
    encoding: str = ""


class Importer(ABC):
    """One format. The file's name is its kind; the class says the rest.

    Attributes:
        label: what people call it, marked for the catalogue.
        patterns: names such files have, for the file dialog.
    """

    label: ClassVar[str]
    patterns: ClassVar[tuple[str, ...]]

    @abstractmethod
    def recognises(self, path: Path) -> bool:
        """Whether the file is of this format, judged by its beginning."""

    @abstractmethod
    def read(self, path: Path, wanted: Wanted) -> Iterator[Chunk]:
        """Read the file in pieces of a few hundredths of a second.

        Raises:
            ImportRefusedError: the file as a whole cannot be taken in.
            BadInputError: `wanted` names a field that does not exist.
        """
