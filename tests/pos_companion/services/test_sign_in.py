"""Who is at the counter, what they may do, and a second person's yes."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_companion.errors import NotAllowedError, RefusedError, WrongPinError
from pos_companion.model.staff import Right, Role
from pos_companion.services import Shop
from pos_companion.services.about_them import Change, about_them, change_them
from pos_companion.services.answers import AnswerDraft, write_answer
from pos_companion.services.needs import add_need
from pos_companion.services.sign_in import (
    allowed,
    approve,
    at_counter,
    is_shared,
    named,
    require,
    sign_in,
    sign_out,
    who_can_sign_in,
)
from pos_companion.services.staff import add_person, change_person, deactivate, open_again
from pos_companion.services.telling import tell
from tests.builders import add_customer
from tests.shops import SetClock, Template, reopen_shop

MIA, SAM = "739152", "4826"


@pytest.fixture
def people(shop: Shop) -> tuple[int, int]:
    """Mia, a manager, who is signed in; and Sam at the counter."""
    mia = add_person(shop, "Mia", Role.MANAGER, MIA).after.id
    return mia, add_person(shop, "Sam", Role.COUNTER, SAM).after.id


def guess(shop: Shop, person: int, pin: str = "0123") -> str:
    with pytest.raises(WrongPinError) as caught:
        sign_in(shop, person, pin)
    return str(caught.value)


def five_guesses(shop: Shop, person: int) -> None:
    """As fast as they count."""
    for _ in range(5):
        shop.clock.passes(seconds=waits(shop, person))
        guess(shop, person)


def waits(shop: Shop, person: int) -> int:
    staff = next(one for one in who_can_sign_in(shop) if one.id == person)
    return staff.tries.wait(shop.clock.now())


def test_in_a_shop_of_one_person_everything_is_allowed_and_nobody_is_asked(shop: Shop) -> None:
    assert not is_shared(shop)
    assert who_can_sign_in(shop) == ()
    assert all(allowed(shop, right) for right in Right)


def test_somebody_is_at_the_counter_until_they_leave_it(
    shop: Shop, people: tuple[int, int]
) -> None:
    _mia, sam = people
    sign_in(shop, sam, SAM)
    assert (shop.staff, shop.person) == ("Sam", sam)
    sign_out(shop)
    assert (shop.staff, shop.person, at_counter(shop)) == ("", 0, None)


def test_with_the_first_name_the_shop_asks_who_it_is(shop: Shop, people: tuple[int, int]) -> None:
    sign_out(shop)
    with pytest.raises(NotAllowedError, match="has to sign in first"):
        require(shop, Right.STAFF)
    sign_in(shop, people[1], SAM)
    with pytest.raises(NotAllowedError, match="Sam may not do this"):
        require(shop, Right.STAFF)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_each_right_is_decided_for_each_role(
    shop: Shop, people: tuple[int, int], role: Role, right: Right
) -> None:
    pin = "592813"
    change_person(shop, people[1], role=role, pin=pin)
    staff = sign_in(shop, people[1], pin)
    assert allowed(shop, right) is staff.may(right)


def test_a_role_that_was_changed_elsewhere_counts_at_once(
    shop: Shop, people: tuple[int, int]
) -> None:
    mia, sam = people
    change_person(shop, sam, role=Role.MANAGER, pin="592813")
    sign_in(shop, sam, "592813")
    change_person(shop, mia, role=Role.COUNTER, pin=SAM)
    sign_in(shop, mia, SAM)
    assert not allowed(shop, Right.STAFF)


def test_a_wrong_pin_makes_each_next_try_wait_longer(
    shop: Shop, people: tuple[int, int], clock: SetClock
) -> None:
    seen = []
    for _ in range(6):
        guess(shop, people[1])
        seen.append(waits(shop, people[1]))
        clock.passes(seconds=seen[-1])
    assert seen == [0, 0, 2, 5, 15, 30]


def test_the_right_pin_while_waiting_is_as_wrong_as_any_and_does_not_count(
    shop: Shop, people: tuple[int, int], clock: SetClock
) -> None:
    said = {guess(shop, people[1]) for _ in range(3)}
    said |= {guess(shop, people[1], SAM), guess(shop, 99, SAM)}
    assert len(said) == 1
    clock.passes(seconds=2)
    assert sign_in(shop, people[1], SAM).name == "Sam"
    assert waits(shop, people[1]) == 0


def test_after_twenty_failures_only_a_manager_opens_the_pin_again(
    shop: Shop, people: tuple[int, int], clock: SetClock
) -> None:
    _mia, sam = people
    for _ in range(20):
        guess(shop, sam)
        clock.passes(seconds=901)
    clock.passes(days=3)
    guess(shop, sam, SAM)
    open_again(shop, sam)
    assert sign_in(shop, sam, SAM).id == sam


def test_the_others_can_sign_in_while_one_waits(shop: Shop, people: tuple[int, int]) -> None:
    five_guesses(shop, people[1])
    assert sign_in(shop, people[0], MIA).name == "Mia"


def test_a_restart_does_not_end_a_wait(
    tmp_path: Path, empty_template: Template, clock: SetClock
) -> None:
    shop = empty_template.open_copy(tmp_path / "again", clock)
    mia = add_person(shop, "Mia", Role.MANAGER, MIA).after.id
    five_guesses(shop, mia)
    shop.close()
    again = reopen_shop(shop.settings, shop.keys, clock)
    assert waits(again, mia) == 15
    guess(again, mia, MIA)
    again.close()


def test_a_clock_that_was_set_back_lets_the_wait_begin_again_and_no_more(
    shop: Shop, people: tuple[int, int], clock: SetClock
) -> None:
    five_guesses(shop, people[1])
    clock.passes(days=-400)
    assert waits(shop, people[1]) == 15
    clock.passes(seconds=15)
    assert sign_in(shop, people[1], SAM)


def test_who_has_left_cannot_sign_in(shop: Shop, people: tuple[int, int]) -> None:
    deactivate(shop, people[1])
    guess(shop, people[1], SAM)
    assert [one.name for one in who_can_sign_in(shop)] == ["Mia"]


def test_people_are_found_by_name_however_it_is_typed(shop: Shop, people: tuple[int, int]) -> None:
    assert named(shop, " mia ") == people[0]
    assert named(shop, "Jo") == 0


def test_a_second_person_says_yes_to_one_thing(shop: Shop, people: tuple[int, int]) -> None:
    mia, sam = people
    sign_in(shop, sam, SAM)
    yes = approve(shop, mia, MIA, "beyond_limit:v1")
    assert (yes.by, yes.name, shop.staff) == (mia, "Mia", "Sam")
    assert yes.holds("beyond_limit:v1", shop.clock.now())


def test_nobody_says_yes_to_their_own_deed(shop: Shop, people: tuple[int, int]) -> None:
    with pytest.raises(RefusedError, match="Somebody else"):
        approve(shop, people[0], MIA, "beyond_limit:v1")


def test_only_a_manager_says_yes(shop: Shop, people: tuple[int, int]) -> None:
    with pytest.raises(NotAllowedError, match="Sam may not say yes"):
        approve(shop, people[1], SAM, "beyond_limit:v1")


def test_a_wrong_pin_for_a_yes_counts_like_any_other(shop: Shop, people: tuple[int, int]) -> None:
    for _ in range(3):
        with pytest.raises(WrongPinError):
            approve(shop, people[1], "0123", "beyond_limit:v1")
    assert waits(shop, people[1]) == 2


def test_the_audit_trail_tells_who_tried_without_their_pin(
    shop: Shop, people: tuple[int, int]
) -> None:
    guess(shop, people[1], "9990")
    sign_in(shop, people[1], SAM)
    rows = shop.storage.rows("SELECT deed, body FROM audit ORDER BY id DESC LIMIT 2")
    assert [deed for deed, _body in rows] == ["sign_in", "sign_in_refused"]
    assert not any(pin in body for _deed, body in rows for pin in ("9990", SAM))
    assert shop.storage.check() == []


def test_tries_are_kept_with_their_time(shop: Shop, people: tuple[int, int]) -> None:
    change_person(shop, people[1], pin="5928")
    guess(shop, people[1])
    kept = shop.storage.staff.get(people[1])
    assert kept is not None
    assert kept.staff.tries.failures == 1
    assert kept.staff.tries.last == datetime(2025, 11, 21, 8, tzinfo=UTC)


def test_a_trainee_writes_no_notes_and_sees_no_phones(shop: Shop, people: tuple[int, int]) -> None:
    jo = add_person(shop, "Jo", Role.TRAINEE, "4826").after.id
    rosa = add_customer("Rosa Delgado", phone="+4915123454471", email="rosa@delgado.example")
    sign_in(shop, jo, "4826")
    for deed in (
        lambda: tell(shop, rosa.id, "likes rye"),
        lambda: add_need(shop, rosa.id, "a bread that keeps"),
        lambda: write_answer(shop, AnswerDraft(0, "Open on Sunday?", "Until noon.")),
    ):
        with pytest.raises(NotAllowedError):
            deed()
    about = about_them(shop, rosa.id)
    assert (about.customer.phone, about.customer.email, about.is_reach_hidden) == ("", "", True)
    change_them(shop, Change(replace(about.customer, call_name="Rosie")))
    kept = shop.storage.people.get(rosa.id)
    assert (kept.call_name, kept.phone, kept.email) == ("Rosie", rosa.phone, rosa.email)
