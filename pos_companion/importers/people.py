"""A table of customers, read as `ImportedPerson` values."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.importers import Chunk, ImportedPerson, Kind, Wanted, Who
from pos_companion.importers.cleaning import MOST_LETTERS, clean, clean_id
from pos_companion.importers.columns import cells_of
from pos_companion.importers.contacts import card_code, email_address, is_payment_card, phone_number
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


class _UnreadableError(Exception):
    """A row that cannot be taken in, and why."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.text)
        self.reason = reason


class _People:
    """Reads rows with what is known about the columns of one file."""

    def __init__(self, columns: Columns, wanted: Wanted, writing: Writing) -> None:
        self._columns = columns
        self._wanted = wanted
        self._writing = writing
        pet_columns = [key(columns.header[at]) for at in columns.of("pet")]
        self._pet_species = _species(" ".join(pet_columns))

    def read(self, rows: Rows, rejects: Rejects) -> Iterator[ImportedPerson]:
        """The people of some rows; what cannot be read goes to `rejects`."""
        bad = {number: (reason, cells) for number, reason, cells in rows.unreadable}
        good = dict(zip(rows.numbers, rows.cells, strict=True))
        for number in sorted({*bad, *good}):
            if number in bad:
                rejects.add(number, *bad[number])
                continue
            cells = good[number]
            try:
                person = self._person(number, cells)
            except _UnreadableError as error:
                rejects.add(number, error.reason, cells, self._is_like_a_sum(cells))
            else:
                rejects.go_on()
                yield person

    def _person(self, row: int, cells: list[str]) -> ImportedPerson:
        return ImportedPerson(
            row,
            self._who(cells),
            call_name=self._text(cells, "call_name"),
            say_as=self._text(cells, "say_as"),
            birthday=self._birthday(cells, "birthday"),
            pet=self._text(cells, "pet"),
            pet_species=_species(self._text(cells, "pet_kind")) or self._pet_species or Species.PET,
            pet_birthday=self._birthday(cells, "pet_birthday"),
            note=self._text(cells, "note"),
            household=clean_id(self._text(cells, "household")),
            language=self._text(cells, "language"),
            remember=_yes_or_no(self._text(cells, "remember")),
        )

    def _who(self, cells: list[str]) -> Who:
        phone, email = self._text(cells, "phone"), self._text(cells, "email")
        try:
            email = email_address(email) if email else ""
        except ValueError:
            reason = Phrase(N_("“{text}” is not an e-mail address."), {"text": email[:60]})
            raise _UnreadableError(reason) from None
        try:
            card = card_code(self._text(cells, "card"))
        except ValueError:
            raise _UnreadableError(Phrase(N_("A payment card is never kept."))) from None
        who = Who(
            clean_id(self._text(cells, "id")),
            phone_number(phone, self._wanted.country) if phone else "",
            email,
            card,
            self._name(cells),
        )
        if not any(who[:4]):
            reason = Phrase(
                N_("There is no number, phone, e-mail or card by which to know them again.")
            )
            raise _UnreadableError(reason)
        return who

    def _name(self, cells: list[str]) -> str:
        name = self._text(cells, "name")
        return name or clean(f"{self._text(cells, 'first_name')} {self._text(cells, 'last_name')}")

    def _text(self, cells: list[str], field: str) -> str:
        text = cells_of([cells], self._columns.of(field))[0]
        if len(text) > MOST_LETTERS:
            reason = Phrase(N_("A cell is longer than {count} letters."), {"count": MOST_LETTERS})
            raise _UnreadableError(reason)
        text = clean(text) if text else ""
        if is_payment_card(text) and field != "phone":
            raise _UnreadableError(Phrase(N_("A payment card is never kept.")))
        return "" if text.lower() in _NOTHING else text

    def _birthday(self, cells: list[str], field: str) -> PartialDate | None:
        text = self._text(cells, field)
        try:
            return birthday(text, self._writing.day_first, self._wanted.today) if text else None
        except ValueError:
            reason = Phrase(N_("“{text}” is not a birthday."), {"text": text[:60]})
            raise _UnreadableError(reason) from None

    def _is_like_a_sum(self, cells: list[str]) -> bool:
        """A row below the table tells nothing about anybody."""
        mapped = {at for found in self._columns.places.values() for at in found}
        return not any(cells[at].strip() for at in mapped)


def _species(text: str) -> Species | None:
    words = text.lower().split()
    return next((_SPECIES[word] for word in words if word in _SPECIES), None)


def _yes_or_no(text: str) -> bool | None:
    """Unknown is never yes."""
    lowered = text.casefold()
    if lowered in _YES:
        return True
    return False if lowered in _NO else None
