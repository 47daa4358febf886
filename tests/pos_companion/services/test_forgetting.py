"""Somebody asks to be forgotten, and is: on every card, in every file, in old backups."""

import shutil
from pathlib import Path

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError, RefusedError
from pos_companion.importers import Kind
from pos_companion.model.dates import PartialDate
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.at_home import household_of
from pos_companion.services.finding import find
from pos_companion.services.forgetting import (
    before_forgetting,
    forget,
    hidden,
    let_go,
    stay_forgotten,
    undo_forget,
)
from pos_companion.services.households import join_households
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge
from pos_companion.services.people import NewCustomer
from pos_companion.services.people import add_customer as write_down
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from pos_companion.services.today import board
from pos_companion.storage import STORE
from pos_companion.storage.forgotten_list import LIST, Asked
from tests.builders import add_celebration, add_concern, add_customer, add_fact, add_visit
from tests.plain_pages import plain_pages
from tests.shops import SetClock, Template, reopen_shop
from tests.state import everything
from tests.till_files import taker

TODAY = PartialDate(None, 11, 21)
ROSA = {"phone": "+4915123454471", "email": "rosa@delgado.example", "card": "20471100"}
FILE = (
    "id,name,phone,email\n"
    "r-7,Rosa Delgado,0151 23454471,rosa@delgado.example\n"
    "b-1,Bo Lind,0171 5550119,\n"
)


@pytest.fixture
def rosa(shop: Shop):
    """A customer with everything that can be known about somebody."""
    rosa = add_customer(
        "Rosa Delgado", family=[("Ana", "daughter"), ("Biscuit", "dog")], source="till",
        source_id="r-7", **ROSA,
    )  # fmt: skip
    add_celebration(rosa, TODAY)
    add_celebration(rosa, TODAY, household_of(shop, rosa.id)[1])
    add_fact(rosa, "Saving for a camper van")
    add_concern(rosa, "Sour milk")
    add_visit(rosa, 3, ["Flat white"])
    return rosa


def goes_for_good(shop: Shop, clock: SetClock) -> None:
    clock.passes(hours=24)
    assert let_go(shop) == 1


def test_who_is_forgotten_is_found_by_nothing_at_once(shop: Shop, rosa) -> None:
    forget(shop, rosa.id, "rosa delgado")
    for typed in ("rosa", "delgado", "4471", "20471100", "rosa@delgado.example", "biscuit", "ana"):
        assert find(shop, typed) == ()
    with pytest.raises(NotFoundError):
        open_card(shop, rosa.id)
    today = str(board(shop))
    assert not any(name in today for name in ("Rosa", "Biscuit", "Sour"))


def test_for_a_day_it_is_undone_to_the_letter(shop: Shop, clock: SetClock, rosa) -> None:
    before = everything(shop)
    until = forget(shop, rosa.id, "Rosa Delgado").until
    assert [(one.customer, one.until) for one in hidden(shop)] == [(rosa.id, until)]
    clock.passes(hours=23)
    assert let_go(shop) == 0
    undo_forget(shop, rosa.id)
    assert everything(shop) == before
    assert [hit.customer.id for hit in find(shop, "biscuit")] == [rosa.id]
    assert (hidden(shop), shop.storage.check()) == ((), [])


def test_after_a_day_only_counts_are_left(shop: Shop, clock: SetClock, rosa) -> None:
    forget(shop, rosa.id, "Rosa Delgado")
    goes_for_good(shop, clock)
    left = everything(shop)
    text = str(left)
    for word in ("Rosa", "Delgado", "rosa", "4471", "Biscuit", "Ana", "camper", "Sour", "r-7"):
        assert word not in text
    assert len(left["visit"]) == len(left["visit_line"]) == len(left["customer_item"]) == 1
    assert left["remark"] == left["celebration"] == left["household_member"] == []
    assert shop.storage.check() == []
    with pytest.raises(NotFoundError):
        undo_forget(shop, rosa.id)
    assert let_go(shop) == 0


def test_nothing_of_them_lies_in_the_pages_of_the_file(shop: Shop, clock: SetClock, rosa) -> None:
    add_fact(rosa, "Xylophone lessons")
    words = (b"delgado", b"biscuit", b"xylophone", b"4471", b"20471100")
    shop.storage.wipe()
    before = plain_pages(shop).lower()
    assert all(word in before for word in words)
    forget(shop, rosa.id, "Rosa Delgado")
    goes_for_good(shop, clock)
    after = plain_pages(shop).lower()
    assert [word for word in words if word in after] == []
    log = shop.settings.folder / f"{STORE}-wal"
    assert log.stat().st_size == 0


def test_who_stays_at_home_keeps_their_own_and_what_belongs_to_the_home(
    shop: Shop, clock: SetClock, rosa
) -> None:
    tomas = add_customer("Tomás Ruiz")
    join_households(shop, rosa.id, tomas.id)
    add_fact(tomas, "Plays chess")
    forget(shop, rosa.id, "Rosa Delgado")
    assert "Rosa Delgado" not in [one.name for one in household_of(shop, tomas.id)]
    goes_for_good(shop, clock)
    found = open_card(shop, tomas.id)
    assert [one.name for one in household_of(shop, tomas.id)] == ["Ana", "Biscuit", "Tomás Ruiz"]
    assert [one.who for one in found.facts.celebrations] == ["Biscuit"]
    assert [one.text for one in found.card.facts] == ["Plays chess"]
    assert shop.storage.check() == []


def test_no_file_brings_them_back(shop: Shop, clock: SetClock, rosa, tmp_path: Path) -> None:
    take_in = taker(shop, tmp_path)
    forget(shop, rosa.id, "Rosa Delgado")
    for _again in range(2):
        take_in(FILE, kind=Kind.CUSTOMERS)
        take_in(FILE.replace("r-7", "other-1"), kind=Kind.CUSTOMERS, source="web")
        assert find(shop, "delgado") == ()
        assert [hit.customer.name for hit in find(shop, "bo lind")] == ["Bo Lind"]
        clock.passes(hours=24)
        let_go(shop)


def test_who_comes_back_by_their_own_wish_is_written_down_again(
    shop: Shop, clock: SetClock, rosa, tmp_path: Path
) -> None:
    forget(shop, rosa.id, "Rosa Delgado")
    goes_for_good(shop, clock)
    again = write_down(shop, NewCustomer("Rosa Delgado", phone=ROSA["phone"], remember=True))
    taker(shop, tmp_path)(FILE, kind=Kind.CUSTOMERS)
    assert [hit.customer.id for hit in find(shop, "delgado")] == [again.id]
    assert again.id > rosa.id


def test_records_that_became_theirs_go_with_them(shop: Shop, clock: SetClock, rosa) -> None:
    other = add_customer("Rosita Delgado", phone="+4915199900000", source="web", source_id="w-9")
    merge(shop, Joining(rosa.id, other.id))
    forget(shop, rosa.id, "Rosa Delgado")
    assert find(shop, "rosita") == ()
    goes_for_good(shop, clock)
    text = str(everything(shop))
    assert not any(word in text for word in ("Rosita", "99900000", "w-9"))
    assert add_customer("Somebody New").id > other.id
    assert shop.storage.check() == []


def test_a_restored_backup_forgets_them_again(
    shop: Shop, clock: SetClock, rosa, tmp_path: Path, empty_template: Template
) -> None:
    folder, keys = shop.settings.folder, shop.keys
    shop.storage.wipe()
    old = tmp_path / "old.db"
    shop.close()
    shutil.copy(folder / STORE, old)
    shop = reopen_shop(shop.settings, keys, clock)
    bo = add_customer("Bo Lind", shop=shop)
    for customer in (rosa, bo):
        forget(shop, customer.id, customer.name)
    clock.passes(hours=24)
    let_go(shop)
    shop.close()
    for name in (STORE, f"{STORE}-wal", f"{STORE}-shm", "companion.mark"):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(old, folder / STORE)
    shop = reopen_shop(shop.settings, keys, clock)
    assert len(find(shop, "delgado")) == 1
    assert stay_forgotten(shop) == 2
    assert find(shop, "delgado") == ()
    assert "Delgado" not in str(everything(shop))
    # Bo was not in that backup at all; his number must never become somebody else's.
    assert add_customer("Cleo Marsh", shop=shop).id > bo.id
    assert (stay_forgotten(shop), shop.storage.check()) == (0, [])


def test_a_wish_that_had_a_day_left_has_one_again_after_a_restore(
    shop: Shop, clock: SetClock, rosa
) -> None:
    kept = shop.storage.forgotten_list()
    kept.write([Asked(rosa.id, clock.now())])
    clock.passes(days=40)
    assert (stay_forgotten(shop), let_go(shop)) == (1, 0)
    assert find(shop, "delgado") == ()
    undo_forget(shop, rosa.id)
    assert len(find(shop, "delgado")) == 1
    assert stay_forgotten(shop) == 0


def test_the_list_beside_the_records_follows(shop: Shop, rosa) -> None:
    kept = shop.settings.folder / LIST
    forget(shop, rosa.id, "Rosa Delgado")
    assert str(rosa.id) in kept.read_text()
    undo_forget(shop, rosa.id)
    assert str(rosa.id) not in kept.read_text()
    forget(shop, rosa.id, "Rosa Delgado")
    kept.unlink()
    assert stay_forgotten(shop) == 0
    assert str(rosa.id) in kept.read_text()


def test_a_slip_forgets_nobody(shop: Shop, clock: SetClock, rosa) -> None:
    before = everything(shop)
    with pytest.raises(BadInputError, match="Type Rosa Delgado"):
        forget(shop, rosa.id, "Rosa")
    with pytest.raises(NotFoundError):
        forget(shop, 4711, "Rosa Delgado")
    with pytest.raises(NotFoundError):
        undo_forget(shop, rosa.id)
    assert everything(shop) == before
    forget(shop, rosa.id, "Rosa Delgado")
    clock.passes(hours=25)
    with pytest.raises(RefusedError, match="More than a day"):
        undo_forget(shop, rosa.id)


def test_only_a_manager_forgets(shop: Shop, rosa) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.KEYHOLDER, "4826").after.id
    sign_in(shop, sam, "4826")
    for deed in (
        lambda: forget(shop, rosa.id, "Rosa Delgado"),
        lambda: undo_forget(shop, rosa.id),
        lambda: hidden(shop),
        lambda: before_forgetting(shop, rosa.id),
    ):
        with pytest.raises(NotAllowedError):
            deed()


def test_it_is_said_before_what_goes_and_what_stays(shop: Shop, rosa) -> None:
    said = before_forgetting(shop, rosa.id)
    goes = [one.values.get("count") for one in said.goes]
    assert (2 in goes, said.name.values["name"]) == (True, "Rosa Delgado")
    assert any("counts" in one.text for one in said.stays)
    assert not any("others at home" in one.text for one in said.stays)


def test_two_who_let_somebody_go_at_once_do_it_once(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = add_customer("Ana Silva")
    forget(shop, ana.id, "Ana Silva")
    clock.passes(hours=25)
    stale = shop.storage.forgetting.due(clock.now())
    assert let_go(shop) == 1
    monkeypatch.setattr(shop.storage.forgetting, "due", lambda _before: stale)
    assert let_go(shop) == 0
    assert shop.storage.rows("SELECT count(*) FROM audit WHERE deed = 'let_go'") == [(1,)]
