"""A table of customers, read as `ImportedPerson` values."""

from collections.abc import Callable, Iterator
from itertools import repeat
from operator import itemgetter
from typing import Any

from pos_companion.i18n import N_, Phrase
from pos_companion.importers import Chunk, ImportedPerson, Kind, Wanted, Who
from pos_companion.importers.cleaning import clean, clean_id
from pos_companion.importers.columns import Remembered, cells_of, or_sentence
from pos_companion.importers.contacts import (
    email_address,
    holds_payment_card,
    is_payment_card,
    phone_is_card,
    phone_number,
)
from pos_companion.importers.dates import birthday
from pos_companion.importers.mapping import Columns, key, map_columns
from pos_companion.importers.rejects import Rejects
from pos_companion.importers.survey import Writing, survey
from pos_companion.importers.table import Rows, Table
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Species

_SURVEY_SHARE = 0.2
_NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "n/a",
        "na",
        "none",
        "null",
        "unknown",
        "0000-00-00",
        "00/00/0000",
        "00.00.0000",
    }
)
_YES = frozenset({"yes", "y", "true", "1", "ja", "oui", "si", "sí"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non"})
_NOBODY = Phrase(N_("There is no number, phone, e-mail or card by which to know them again."))
_ORDER = (
    "id", "phone", "email", "card", "name", "first_name", "last_name", "call_name", "say_as",
    "birthday", "pet", "pet_kind", "pet_birthday", "note", "household", "language", "remember",
)  # fmt: skip
_CODES = frozenset({"id", "card", "household"})
_WITHOUT = dict.fromkeys(("birthday", "pet_kind", "pet_birthday", "remember"))
_SPECIES = {"dog": Species.DOG, "puppy": Species.DOG, "cat": Species.CAT, "kitten": Species.CAT}


def read_people(table: Table, wanted: Wanted) -> Iterator[Chunk]:
    """Read customers, in the order of the file.

    A row needs an id, a phone number, an e-mail address or a card; a name alone cannot be found
    again and is rejected. A row is taken in whole or not at all.

    Raises:
        ImportRefusedError: a needed column is missing.
    """
    columns = map_columns(Kind.CUSTOMERS, table.header, wanted.columns)
    found: list[Writing] = []
    for done in survey(table, columns, wanted.country, found.append):
        yield Chunk(done * _SURVEY_SHARE)
    writing = found[0]
    yield Chunk(_SURVEY_SHARE, header=table.header, notes=table.notes + writing.notes)
    people, rejects = _People(columns, wanted, writing), Rejects(columns)
    for rows in table.rows():
        taken = list(people.read(rows, rejects))
        done = _SURVEY_SHARE + rows.done * (1 - _SURVEY_SHARE)
        yield Chunk(done, people=taken, rejected=rejects.taken())
    yield Chunk(1.0, notes=rejects.notes())


class _People:
    """Reads rows with what is known about the columns of one file."""

    def __init__(self, columns: Columns, wanted: Wanted, writing: Writing) -> None:
        self._columns = columns
        self._wanted = wanted
        self._writing = writing
        pet_columns = [key(columns.header[at]) for at in columns.of("pet")]
        self._pet_species = _species(" ".join(pet_columns)) or Species.PET
        self._readers = {field: Remembered(self._reader(field)) for field in columns.places}

    def read(self, rows: Rows, rejects: Rejects) -> Iterator[ImportedPerson]:
        """The people of some rows; what cannot be read goes to `rejects`."""
        cells = {field: cells_of(rows.cells, self._columns.of(field)) for field in self._readers}
        values = {
            field: map(reader.__getitem__, cells[field]) for field, reader in self._readers.items()
        }
        columns = [values.get(field, repeat(_WITHOUT.get(field, ""))) for field in _ORDER]
        found = zip(rows.numbers, zip(*columns, strict=False), rows.cells, strict=False)
        read = [(number, self._person(number, row), cells) for number, row, cells in found]
        for number, person, row_cells in sorted([*read, *rows.unreadable], key=itemgetter(0)):
            if isinstance(person, Phrase):
                rejects.add(number, person, row_cells, self._is_like_a_sum(row_cells))
            else:
                rejects.go_on()
                yield person

    def _person(self, row: int, values: tuple[Any, ...]) -> ImportedPerson | Phrase:
        reason = next((value for value in values if isinstance(value, Phrase)), None)
        if reason is not None:
            return reason
        outside, phone, email, card, name, first, last, call, say, birth = values[:10]
        pet, kind, pet_birth, note, household, language, remember = values[10:]
        if not (outside or phone or email or card):
            return _NOBODY
        who = Who(outside, phone, email, card, name or f"{first} {last}".strip())
        species = kind or self._pet_species
        return ImportedPerson(
            row, who, call, say, birth, pet, species, pet_birth, note, household, language, remember
        )

    def _reader(self, field: str) -> Callable[[str], object]:
        country = self._wanted.country
        reading: dict[str, Callable[[str], object]] = {
            "id": clean_id,
            "household": clean_id,
            "phone": lambda text: phone_number(text, country),
            "email": or_sentence(email_address, N_("“{text}” is not an e-mail address.")),
            "card": clean_id,
            "birthday": or_sentence(self._birthday, N_("“{text}” is not a birthday.")),
            "pet_birthday": or_sentence(self._birthday, N_("“{text}” is not a birthday.")),
            "pet_kind": _species,
            "remember": _yes_or_no,
        }
        read, without = reading.get(field, str), _WITHOUT.get(field, "")

        def cleaned(cell: str) -> object:
            text = clean(cell)
            if _is_secret(field, text):
                return Phrase(N_("A payment card is never kept."))
            return without if text.lower() in _NOTHING else read(text)

        return cleaned

    def _birthday(self, text: str) -> PartialDate:
        return birthday(text, self._writing.day_first, self._wanted.today)

    def _is_like_a_sum(self, cells: list[str]) -> bool:
        """A row below the table tells nothing about anybody."""
        mapped = {at for found in self._columns.places.values() for at in found}
        return bool(cells) and not any(cells[at].strip() for at in mapped)


def _is_secret(field: str, text: str) -> bool:
    """Whether a cell holds a payment card: codes are looked at as a whole, words all through."""
    if field == "phone":
        return phone_is_card(text)
    return is_payment_card(text) if field in _CODES else holds_payment_card(text)


def _species(text: str) -> Species | None:
    words = text.lower().split()
    return next((_SPECIES[word] for word in words if word in _SPECIES), None)


def _yes_or_no(text: str) -> bool | None:
    """Unknown is never yes."""
    lowered = text.casefold()
    if lowered in _YES:
        return True
    return False if lowered in _NO else None
