"""The names that columns usually have."""

from pos_companion.importers.fields import FIELDS, NEEDED, SENSITIVE
from pos_companion.importers.mapping import key


def test_every_name_is_written_as_names_are_compared() -> None:
    for fields in FIELDS.values():
        assert [n for field in fields for n in field.names if key(n) != n] == []
    assert [name for name in SENSITIVE if key(name) != name] == []


def test_no_field_is_called_like_a_payment_cards_column() -> None:
    for fields in FIELDS.values():
        assert not SENSITIVE & {name for field in fields for name in field.names}


def test_every_needed_field_exists() -> None:
    for kind, groups in NEEDED.items():
        known = {field.name for field in FIELDS[kind]}
        assert {name for group in groups for name in group} <= known
