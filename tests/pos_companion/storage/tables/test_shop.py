"""Colleagues, the audit trail, settings and taken-in files."""

import peewee
import pytest

from pos_companion.storage import Storage
from pos_companion.storage.tables import AuditRow, ImportBatchRow, SettingRow, StaffRow
from tests.pos_companion.storage.records import NOW


def test_two_colleagues_never_have_the_same_name(storage: Storage) -> None:
    StaffRow.insert(name="Mia").execute()
    with pytest.raises(peewee.IntegrityError):
        StaffRow.insert(name="Mia", role="manager").execute()
    assert [(row.role, row.active) for row in StaffRow.select()] == [("counter", True)]


def test_the_audit_trail_only_grows(storage: Storage) -> None:
    AuditRow.insert(ts=NOW, deed="visit", body="{}", mac="").execute()
    for change in (AuditRow.delete(), AuditRow.update(deed="undo")):
        with pytest.raises(peewee.IntegrityError, match="append-only"):
            change.execute()
    assert [row.deed for row in AuditRow.select()] == ["visit"]


def test_a_setting_is_any_json_value(storage: Storage) -> None:
    values: list[object] = [{"a": [1, "ü", None]}, [], "text", 0, False]
    for value in values:
        SettingRow.insert(key="shop", value=value).on_conflict_replace().execute()
        assert SettingRow.get_by_id("shop").value == value


def test_a_file_that_is_still_being_taken_in_has_no_end(storage: Storage) -> None:
    ImportBatchRow.insert(file="sales.csv", what="sales", source="csv", started=NOW).execute()
    batch = ImportBatchRow.get()
    assert (batch.started, batch.finished, batch.counts) == (NOW, None, {})
