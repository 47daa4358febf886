"""Which column of a file tells what: the one thing that differs from till to till.

A mapping goes by the names of columns, never by their place, because programs add columns in the
middle several times a year.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos_companion.errors import BadInputError, ImportRefusedError
from pos_companion.i18n import N_
from pos_companion.importers import Kind
from pos_companion.importers.fields import FIELDS, NEEDED, SENSITIVE, Field

_NO_LETTERS = re.compile(r"[\W_]+")


def key(name: str) -> str:
    """A column's name as names are compared: `Receipt_No.` is `receipt no`."""
    return _NO_LETTERS.sub(" ", name.casefold()).strip()


@dataclass(frozen=True)
class Columns:
    """Where a file tells what.

    Attributes:
        header: the names of the columns.
        places: by field, the positions of its columns; of several the first that is not empty
            counts. Fields without a column are missing.
    """

    header: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    def of(self, field: str) -> tuple[int, ...]:
        """The positions that tell a field; empty when none does."""
        return self.places.get(field, ())

    @property
    def sensitive(self) -> tuple[int, ...]:
        """The positions of what belongs to payment cards."""
        return tuple(at for at, name in enumerate(self.header) if key(name) in SENSITIVE)


def known_names(kind: Kind, wanted: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """What columns of such a file may be called, as `key` writes names."""
    common = {name for field in FIELDS[kind] for name in field.names}
    return frozenset(common | {key(name) for names in wanted.values() for name in names})


def parse_wanted(kind: Kind, pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Read what was typed as `FIELD=COLUMN`; `FIELD=ONE|OTHER` names several columns.

    Raises:
        BadInputError: no `=`, a field that does not exist, or the same field twice.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        field, equals, columns = pair.partition("=")
        field = field.strip()
        names = tuple(name.strip() for name in columns.split("|") if name.strip())
        if not equals or not names:
            raise BadInputError(
                N_("“{pair}” is not a mapping. Please write FIELD=COLUMN."), pair=pair
            )
        _require_field(kind, field)
        if field in wanted:
            raise BadInputError(N_("The field {field} is mapped twice."), field=field)
        wanted[field] = names
    return wanted


def map_columns(
    kind: Kind, header: tuple[str, ...], wanted: Mapping[str, tuple[str, ...]]
) -> Columns:
    """Find the columns of a file.

    What is wanted counts first; every other field takes a column that has one of its usual names
    and tells nothing else yet.

    Raises:
        BadInputError: a field that does not exist.
        ImportRefusedError: a wanted column is missing, is there twice, or belongs to payment
            cards; or a field that is needed has no column.
    """
    places: dict[str, tuple[int, ...]] = {}
    for field, names in wanted.items():
        _require_field(kind, field)
        places[field] = tuple(_place(header, name) for name in names)
    taken = {at for found in places.values() for at in found}
    for known in FIELDS[kind]:
        if known.name not in places:
            found = _usual_places(header, known, taken)
            taken.update(found)
            places[known.name] = found
    columns = Columns(header, {field: found for field, found in places.items() if found})
    _require_needed(kind, columns)
    return columns


def _require_field(kind: Kind, field: str) -> None:
    fields = [known.name for known in FIELDS[kind]]
    if field not in fields:
        raise BadInputError(
            N_("There is no field called {field}. There are {fields}."),
            field=field,
            fields=fields,
        )


def _place(header: tuple[str, ...], name: str) -> int:
    """The position of a column that was asked for by name."""
    exact = [at for at, column in enumerate(header) if column == name]
    found = exact or [at for at, column in enumerate(header) if key(column) == key(name)]
    if not found:
        raise ImportRefusedError(
            N_("This file has no column called {column}. It has {columns}."),
            column=name,
            columns=_named(header),
        )
    if len(found) > 1:
        raise ImportRefusedError(
            N_("This file has the column {column} more than once."), column=name
        )
    if key(name) in SENSITIVE:
        raise ImportRefusedError(
            N_("The column {column} belongs to payment cards and is never read."), column=name
        )
    return found[0]


def _usual_places(header: tuple[str, ...], field: Field, taken: set[int]) -> tuple[int, ...]:
    keys = [key(column) for column in header]
    twice = {name for name, count in Counter(keys).items() if count > 1}
    found = [keys.index(name) for name in field.names if name in keys and name not in twice]
    free = list(dict.fromkeys(at for at in found if at not in taken))
    return tuple(free if field.several else free[:1])


def _require_needed(kind: Kind, columns: Columns) -> None:
    for fields in NEEDED[kind]:
        if not any(columns.of(field) for field in fields):
            raise ImportRefusedError(
                N_(
                    "This file has no column for {field}. It has {columns}. "
                    "Please say which one it is with --map {field}=COLUMN."
                ),
                field=fields[0],
                columns=_named(columns.header),
            )


def _named(header: tuple[str, ...]) -> list[str]:
    return [name for name in header if name]
