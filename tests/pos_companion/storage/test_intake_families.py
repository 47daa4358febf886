"""Households and pets as a file tells of them."""

import pytest

from pos_companion.model.dates import PartialDate
from pos_companion.services import Shop
from pos_companion.storage.intake_families import Families, IncomingPet, says_more
from tests.builders import add_customer, add_member

REX = IncomingPet("Rex", birthday=PartialDate(None, 5, 1))


@pytest.fixture
def families(shop: Shop) -> Families:
    return Families(shop.storage.db)


def names(shop: Shop, customer: int) -> list[str]:
    home = shop.storage.people.get(customer).household
    return [member.name for member in shop.storage.people.members(home)]


def write(shop: Shop, families: Families, *told: tuple[int, str, list[IncomingPet]]) -> set[int]:
    with shop.storage.transaction():
        return families.write(told, shop.clock.now())


def test_a_household_is_shared_by_two(families: Families) -> None:
    assert families.shared(["H1", "H2", "H1", "", ""]) == {"H1"}


def test_those_who_share_a_household_move_in_together(shop: Shop, families: Families) -> None:
    ana, bo = add_customer("Ana", shop=shop).id, add_customer("Bo", shop=shop).id
    assert write(shop, families, (ana, "H", [REX]), (bo, "H", [])) == {ana, bo}
    assert names(shop, ana) == names(shop, bo) == ["Ana", "Rex", "Bo"]
    assert write(shop, families, (ana, "H", [REX]), (bo, "H", [])) == set()


def test_somebody_new_moves_in_with_those_who_are_there(shop: Shop, families: Families) -> None:
    ana = add_customer("Ana", family=[("Rex", "dog")], shop=shop).id
    bo = add_customer("Bo", shop=shop).id
    write(shop, families, (bo, "H", []), (ana, "H", []))
    assert sorted(names(shop, bo)) == ["Ana", "Bo", "Rex"]


def test_two_households_are_never_merged_by_a_file(shop: Shop, families: Families) -> None:
    ana = add_customer("Ana", family=[("Rex", "dog")], shop=shop).id
    bo = add_customer("Bo", family=[("Mina", "cat")], shop=shop).id
    write(shop, families, (ana, "H", []), (bo, "H", []))
    assert (names(shop, ana), names(shop, bo)) == (["Rex", "Ana"], ["Mina", "Bo"])


def test_a_lone_household_key_tells_nothing(shop: Shop, families: Families) -> None:
    ana = add_customer("Ana", shop=shop).id
    assert write(shop, families, (ana, "H", [])) == set()
    assert shop.storage.people.get(ana).household is None


def test_a_person_with_the_name_of_a_pet_is_not_the_pet(shop: Shop, families: Families) -> None:
    ana = add_customer("Ana", shop=shop)
    add_member(ana, "Rex", "son", shop=shop)
    assert families.is_news(ana.id, False, [REX])
    write(shop, families, (ana.id, "", [REX]))
    assert names(shop, ana.id) == ["Rex", "Rex"]


@pytest.mark.parametrize(
    ("new", "old", "more"),
    [
        (PartialDate(1988, 3, 14), PartialDate(None, 3, 14), True),
        (PartialDate(None, 3, 14), PartialDate(1988, 3, 14), False),
        (PartialDate(1988), PartialDate(1988, 3, 14), False),
        (PartialDate(1989), PartialDate(1988, 3, 14), True),
        (PartialDate(None, 3, 15), PartialDate(1988, 3, 14), True),
        (PartialDate(1988, 3, 14), PartialDate(1988, 3, 14), False),
    ],
)
def test_a_date_tells_more_only_where_it_differs(
    new: PartialDate, old: PartialDate, more: bool
) -> None:
    assert says_more(new, old) is more
