"""A report on the disk."""

from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.services import Shop
from pos_companion.services.report_files import save_report


def test_another_file_is_never_written_over_and_the_trail_knows(shop: Shop, tmp_path: Path) -> None:
    first = save_report(shop, "gifts", "a", tmp_path)
    second = save_report(shop, "gifts", "b", tmp_path)
    assert (first.name, second.name) == ("gifts-2025-11-21.csv", "gifts-2025-11-21-2.csv")
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == ("a", "b")
    deeds = [row[0] for row in shop.storage.rows("SELECT deed FROM audit ORDER BY id")]
    assert deeds[-2:] == ["take_out", "take_out"]


def test_where_nothing_can_be_written_it_is_said(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(NotSavedError):
        save_report(shop, "gifts", "a", tmp_path / "nowhere")
