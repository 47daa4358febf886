"""What is going on at the shop, kept, read with the rules, and over by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError
from pos_companion.model.giving import LocalEvent, OwnBudget
from pos_companion.model.staff import Role
from pos_companion.services.circumstances import (
    circumstances,
    end_flag,
    keep_calendar,
    keep_own_budget,
    put_back,
    set_flag,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.sign_in import sign_out
from pos_companion.services.staff import add_person
from tests.builders import add_customer


def flags(shop):
    return [flag.name for flag in circumstances(shop).flags]


def test_a_flag_ends_by_itself_by_hand_or_by_undo(shop, clock):
    hour = clock.now() + timedelta(hours=1)
    set_flag(shop, "Rain", hour)
    before = set_flag(shop, "Queue", hour + timedelta(hours=1))
    assert flags(shop) == ["Rain", "Queue"]
    end_flag(shop, "rain")
    assert flags(shop) == ["Queue"]
    put_back(shop, before)
    assert flags(shop) == ["Rain"]
    clock.passes(hours=1)
    assert flags(shop) == []


def test_the_same_flag_again_only_changes_its_end(shop, clock):
    set_flag(shop, "Rain", clock.now() + timedelta(hours=1))
    set_flag(shop, "rain", clock.now() + timedelta(hours=3))
    (flag,) = circumstances(shop).flags
    assert flag.until == clock.now() + timedelta(hours=3)


def test_a_flag_needs_a_name_and_an_end_within_a_week(shop, clock):
    for name, hours in (("", 1), ("Rain", 0), ("Rain", -1), ("Rain", 24 * 8), ("x" * 61, 1)):
        with pytest.raises(BadInputError):
            set_flag(shop, name, clock.now() + timedelta(hours=hours))
    with pytest.raises(NotFoundError):
        end_flag(shop, "Snow")


def test_the_calendar_is_kept_in_order_and_refuses_days_the_wrong_way_round(shop):
    fair = LocalEvent("Street fair", shop.today, shop.today + timedelta(days=1))
    market = LocalEvent("Market", shop.today - timedelta(days=3), shop.today)
    before = keep_calendar(shop, [fair, market])
    assert circumstances(shop).events == (market, fair)
    with pytest.raises(BadInputError, match="ends before it begins"):
        keep_calendar(shop, [replace(fair, last=shop.today - timedelta(days=1))])
    put_back(shop, before)
    assert circumstances(shop).events == ()


def test_the_own_budget_is_decided_by_a_manager_and_read_with_every_card(shop):
    keep_own_budget(shop, OwnBudget(700, 200, 7, 100, {"regular": 150}))
    own = open_card(shop, add_customer("Ana").id).facts.circumstances.own
    assert (own.per_day, own.for_stage("regular"), own.for_stage("new")) == (700, 300, 200)
    with pytest.raises(BadInputError):
        keep_own_budget(shop, OwnBudget(per_day=-1))
    add_person(shop, "Mia", Role.MANAGER, "739154")
    sign_out(shop)
    with pytest.raises(NotAllowedError):
        keep_own_budget(shop, OwnBudget())


def test_a_customer_who_works_here_is_known_by_either_number_of_theirs(shop):
    ana, bo = add_customer("Ana"), add_customer("Bo")
    shop.storage.db.execute_sql(
        "INSERT INTO staff (name, role, pin, active, tries, as_customer) VALUES (?, ?, ?, ?, ?, ?)",
        ("Ana", "counter", "", True, 0, ana.id),
    )
    assert open_card(shop, ana.id).facts.works_here
    assert not open_card(shop, bo.id).facts.works_here


def test_undoing_a_flag_does_not_undo_what_a_manager_decided_meanwhile(shop, clock):
    before = set_flag(shop, "Rain", clock.now() + timedelta(hours=1))
    own = keep_own_budget(shop, OwnBudget(per_day=500)).own
    assert circumstances(shop).own != own
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sign_out(shop)
    with pytest.raises(NotAllowedError):
        put_back(shop, before)
    assert (flags(shop), circumstances(shop).own.per_day) == (["Rain"], 500)
