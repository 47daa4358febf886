"""What has been kept long enough is proposed, and goes when a manager says so."""

from datetime import date

import pytest

from pos_companion.errors import BadInputError, NotAllowedError
from pos_companion.model.facts import FactKind
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.forgetting import undo_forget
from pos_companion.services.retention import (
    let_people_go,
    let_remarks_go,
    outdated,
    undo_let_remarks_go,
)
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_concern, add_customer, add_fact, add_visit, keep_profile
from tests.shops import SetClock
from tests.state import everything


def test_who_was_not_here_for_two_years_is_proposed_the_longest_away_first(shop: Shop) -> None:
    rosa, bo, cleo = (add_customer(name) for name in ("Rosa Delgado", "Bo Lind", "Cleo Marsh"))
    add_visit(rosa, days_ago=800)
    add_visit(bo, days_ago=900)
    add_visit(cleo, days_ago=700)
    add_concern(bo)
    found = outdated(shop)
    assert [(one.customer, one.is_owed) for one in found.people] == [
        (bo.id, True), (rosa.id, False),
    ]  # fmt: skip
    assert found.months == 24


def test_who_was_never_here_counts_from_when_they_were_written_down(
    shop: Shop, clock: SetClock
) -> None:
    add_customer("Rosa Delgado")
    clock.shows("2027-11-20T09:00")
    assert outdated(shop).people == ()
    clock.shows("2027-11-23T09:00")
    assert [one.name.values["name"] for one in outdated(shop).people] == ["Rosa Delgado"]


def test_a_shop_may_keep_people_for_less_long(shop: Shop) -> None:
    add_visit(add_customer("Rosa Delgado"), days_ago=100)
    keep_profile(shop, keep_months=3)
    assert len(outdated(shop).people) == 1


def test_people_who_are_let_go_can_be_brought_back(shop: Shop) -> None:
    rosa = add_customer("Rosa Delgado")
    add_visit(rosa, days_ago=800)
    before = everything(shop)
    let_people_go(shop, [rosa.id])
    assert outdated(shop).people == ()
    undo_forget(shop, rosa.id)
    assert everything(shop) == before


def test_who_was_here_again_meanwhile_is_not_forgotten(shop: Shop) -> None:
    rosa, bo = add_customer("Rosa Delgado"), add_customer("Bo Lind")
    for one in (rosa, bo):
        add_visit(one, days_ago=800)
    add_visit(bo, days_ago=0, at="08:00")
    with pytest.raises(BadInputError, match="Nobody was forgotten"):
        let_people_go(shop, [rosa.id, bo.id])
    assert len(outdated(shop).people) == 1


def test_a_fact_goes_after_twice_the_limit_of_its_kind(shop: Shop) -> None:
    rosa = add_customer("Rosa Delgado")
    add_fact(rosa, "Moving house", heard_on=date(2023, 11, 20))
    add_fact(rosa, "Plays chess", heard_on=date(2023, 11, 22))
    add_fact(rosa, "nuts", FactKind.ALLERGY, heard_on=date(2023, 11, 20))
    add_fact(rosa, "Learning Welsh", heard_on=date(2021, 1, 1), confirmed_on=date(2025, 11, 1))
    before = everything(shop)
    found = outdated(shop)
    assert [one.row["text"] for one in found.facts] == ["Moving house"]
    let_remarks_go(shop, found.facts)
    assert outdated(shop).facts == ()
    undo_let_remarks_go(shop, found.facts)
    assert everything(shop) == before


def test_only_a_manager_decides(shop: Shop) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.KEYHOLDER, "4826").after.id
    sign_in(shop, sam, "4826")
    for deed in (
        lambda: outdated(shop),
        lambda: let_people_go(shop, []),
        lambda: let_remarks_go(shop, ()),
        lambda: undo_let_remarks_go(shop, ()),
    ):
        with pytest.raises(NotAllowedError):
            deed()
