"""Everything about one person as a file that other programs read."""

import json
from pathlib import Path

import pytest

from pos_companion.errors import NotAllowedError, NotSavedError
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.kept_file import save_everything_kept
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_fact, add_visits


def test_every_row_is_in_a_new_file_of_ones_own(shop: Shop, tmp_path: Path) -> None:
    ana = add_customer("Ana Kos", celebrates=[("Rex", 5, 1)])
    add_fact(ana, "Likes rye")
    add_visits(ana, 2)
    first, second = (save_everything_kept(shop, ana.id, tmp_path / "out") for _ in range(2))
    assert [one.name for one in (first, second)] == [
        f"what-we-keep-{ana.id}.json", f"what-we-keep-{ana.id} 2.json",
    ]  # fmt: skip
    kept = json.loads(first.read_text(encoding="utf-8"))
    assert kept["customer"] == str(ana.id)
    assert kept["kept"]["customer"][0]["name"] == "Ana Kos"
    assert kept["kept"]["remark"][0]["text"] == "Likes rye"
    assert len(kept["kept"]["visit"]) == 2
    assert first.stat().st_mode & 0o077 == 0


def test_a_folder_that_takes_nothing_is_said(shop: Shop, tmp_path: Path) -> None:
    ana = add_customer("Ana Kos")
    (tmp_path / "out").write_text("a file")
    with pytest.raises(NotSavedError, match="could not be saved"):
        save_everything_kept(shop, ana.id, tmp_path / "out")


def test_only_whoever_may_see_what_is_locked_takes_it_out(shop: Shop, tmp_path: Path) -> None:
    ana = add_customer("Ana Kos")
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.COUNTER, "4826").after.id
    sign_in(shop, sam, "4826")
    with pytest.raises(NotAllowedError):
        save_everything_kept(shop, ana.id, tmp_path)
    assert list(tmp_path.glob("*.json")) == []
