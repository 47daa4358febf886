"""The people who work here: added, renamed, given another role or PIN, and leaving."""

import pytest

from pos_companion.errors import (
    BadInputError,
    KeyRequiredError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    WrongPinError,
)
from pos_companion.model.staff import Role, Tries
from pos_companion.services import Shop
from pos_companion.services.custody import print_recovery_code
from pos_companion.services.sign_in import is_shared, sign_in, sign_out
from pos_companion.services.staff import (
    add_person,
    change_person,
    deactivate,
    new_pin_by_code,
    open_again,
    people_here,
    undo_change,
    welcome_back,
)

MIA, SAM = "739152", "4826"


@pytest.fixture
def mia(shop: Shop) -> int:
    """Mia, the first manager, who is signed in."""
    return add_person(shop, "Mia", Role.MANAGER, MIA).after.id


@pytest.fixture
def sam(shop: Shop, mia: int) -> int:
    return add_person(shop, "Sam", Role.COUNTER, SAM).after.id


def everything_kept(shop: Shop) -> list[tuple[object, ...]]:
    return shop.storage.rows("SELECT * FROM staff ORDER BY id")


def test_the_first_person_is_a_manager_and_at_the_counter_at_once(shop: Shop) -> None:
    with pytest.raises(RefusedError, match="first person has to be a manager"):
        add_person(shop, "Mia", Role.COUNTER, MIA)
    staff = add_person(shop, " Mia ", Role.MANAGER, MIA).after
    assert (shop.staff, shop.person) == ("Mia", staff.id)
    assert is_shared(shop)


@pytest.mark.parametrize(
    ("name", "pin", "why"),
    [
        (" \u202e", "4826", "no name yet"),
        ("M" * 61, "4826", "too long"),
        ("mia", "4826", "called mia already"),
        ("Jo", "1234", "anybody would try"),
        ("4111 1111 1111 1111", "4826", "payment card"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    shop: Shop, mia: int, name: str, pin: str, why: str
) -> None:
    before = everything_kept(shop)
    with pytest.raises(BadInputError, match=why):
        add_person(shop, name, Role.COUNTER, pin)
    assert everything_kept(shop) == before


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.COUNTER, Role.KEYHOLDER])
def test_only_a_manager_changes_who_works_here(shop: Shop, sam: int, role: Role) -> None:
    change_person(shop, sam, role=role)
    sign_in(shop, sam, SAM)
    before = everything_kept(shop)
    for change in (
        lambda: people_here(shop),
        lambda: add_person(shop, "Jo", Role.COUNTER, "5928"),
        lambda: change_person(shop, sam, name="Samuel"),
        lambda: change_person(shop, sam, role=Role.MANAGER, pin=MIA),
        lambda: deactivate(shop, sam),
        lambda: welcome_back(shop, sam, "5928"),
        lambda: change_person(shop, sam, pin="5928"),
        lambda: open_again(shop, sam),
    ):
        with pytest.raises(NotAllowedError, match="Sam may not do this"):
            change()
    assert everything_kept(shop) == before


def test_who_leaves_has_no_pin_any_more_and_keeps_the_name(shop: Shop, sam: int) -> None:
    after = deactivate(shop, sam).after
    assert (after.name, after.active, after.has_pin) == ("Sam", False, False)
    assert shop.storage.rows("SELECT pin FROM staff WHERE name = 'Sam'") == [("",)]
    with pytest.raises(WrongPinError):
        sign_in(shop, sam, SAM)
    with pytest.raises(RefusedError, match="does not work here any more"):
        change_person(shop, sam, pin="5928")


def test_who_comes_back_gets_a_new_pin(shop: Shop, sam: int) -> None:
    deactivate(shop, sam)
    welcome_back(shop, sam, "5928")
    assert sign_in(shop, sam, "5928").active


def test_the_last_manager_stays_a_manager(shop: Shop, mia: int, sam: int) -> None:
    for change in (
        lambda: deactivate(shop, mia),
        lambda: change_person(shop, mia, role=Role.COUNTER),
    ):
        with pytest.raises(RefusedError, match="Mia is the only manager"):
            change()
    change_person(shop, sam, role=Role.MANAGER, pin="592813")
    assert not deactivate(shop, mia).after.active


def test_a_new_manager_needs_a_longer_pin(shop: Shop, sam: int) -> None:
    with pytest.raises(BadInputError, match="digits"):
        change_person(shop, sam, role=Role.MANAGER)
    change_person(shop, sam, role=Role.MANAGER, pin="592813")
    assert sign_in(shop, sam, "592813").role is Role.MANAGER


def test_another_name_is_used_at_once_and_is_nobody_elses(shop: Shop, mia: int, sam: int) -> None:
    change_person(shop, mia, name="Mia Berg")
    assert shop.staff == "Mia Berg"
    with pytest.raises(BadInputError, match="already"):
        change_person(shop, sam, name="MIA BERG")


@pytest.mark.parametrize(
    "change",
    [
        lambda shop, sam: change_person(shop, sam, name="Samuel"),
        lambda shop, sam: change_person(shop, sam, role=Role.KEYHOLDER),
        lambda shop, sam: change_person(shop, sam, pin="5928"),
        lambda shop, sam: deactivate(shop, sam),
        lambda shop, sam: add_person(shop, "Jo", Role.COUNTER, "5928"),
    ],
)
def test_every_change_can_be_undone_to_exactly_what_was(shop: Shop, sam: int, change) -> None:
    shop.storage.staff.keep_tries(sam, Tries(2, shop.clock.now()))
    before = everything_kept(shop)
    undo_change(shop, change(shop, sam))
    assert everything_kept(shop) == before
    assert shop.storage.check() == []


def test_taking_back_the_first_person_makes_it_a_shop_of_one_again(shop: Shop) -> None:
    undo_change(shop, add_person(shop, "Mia", Role.MANAGER, MIA))
    assert not is_shared(shop)
    assert (shop.staff, shop.person) == ("", 0)


def test_a_forgotten_pin_of_a_manager_is_opened_by_the_recovery_code(shop: Shop, mia: int) -> None:
    code = print_recovery_code(shop)
    sign_out(shop)
    shop.storage.staff.keep_tries(mia, Tries(20, shop.clock.now()))
    with pytest.raises(KeyRequiredError, match="mistyped"):
        new_pin_by_code(shop, mia, code[:-1], "592813")
    new_pin_by_code(shop, mia, code.lower(), "592813")
    assert sign_in(shop, mia, "592813").name == "Mia"


def test_the_closed_pin_of_a_manager_is_opened_by_the_code_alone(
    shop: Shop, mia: int, sam: int
) -> None:
    change_person(shop, sam, role=Role.MANAGER, pin="592813")
    shop.storage.staff.keep_tries(sam, Tries(20, shop.clock.now()))
    for change in (
        lambda: open_again(shop, sam),
        lambda: change_person(shop, sam, pin="6039240"[:6]),
    ):
        with pytest.raises(RefusedError, match="recovery code alone"):
            change()


def test_nobody_is_changed_who_never_was(shop: Shop, mia: int) -> None:
    with pytest.raises(NotFoundError, match="Nobody like that"):
        change_person(shop, 99, name="Jo")


def test_the_audit_trail_holds_numbers_and_no_names_in_its_bodies(shop: Shop, sam: int) -> None:
    change_person(shop, sam, name="Samuel")
    bodies = [body for (body,) in shop.storage.rows("SELECT body FROM audit")]
    assert not any("Sam" in body or "Mia" in body for body in bodies)
