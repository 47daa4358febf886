"""Whole files of customers are compared and written."""

import pytest

from pos_companion.model.dates import PartialDate
from pos_companion.services import Shop
from pos_companion.storage.intake import Counts
from pos_companion.storage.intake_families import IncomingPet
from pos_companion.storage.intake_people import IncomingPerson, PeopleIntake
from pos_companion.storage.newcomers import Newcomer


def mara(**more: object) -> IncomingPerson:
    return IncomingPerson(Newcomer("17", name="Mara Okafor"), **more)


def taken_in(shop: Shop, *people: IncomingPerson) -> Counts:
    intake = PeopleIntake(shop.storage, "till")
    dry = intake.compare(people)
    with shop.storage.transaction():
        assert intake.write(people, shop.clock.now()) == dry
    return dry


@pytest.mark.parametrize(
    "more",
    [
        {"call_name": "Mara"}, {"say_as": "MAH-ra"}, {"language": "en"}, {"remember": False},
        {"birthday": PartialDate(None, 3, 14)}, {"notes": ["Oat milk"]},
        {"pets": [IncomingPet("Rex")]},
    ],
)  # fmt: skip
def test_anything_new_about_somebody_known_is_one_update(
    shop: Shop, more: dict[str, object]
) -> None:
    assert taken_in(shop, mara()) == Counts(created=1)
    assert taken_in(shop, mara(**more)) == Counts(updated=1)
    assert taken_in(shop, mara(**more)) == Counts(unchanged=1)
    assert taken_in(shop, mara()) == Counts(unchanged=1)


def test_a_birthday_gets_its_year_and_never_loses_it(shop: Shop) -> None:
    taken_in(shop, mara(birthday=PartialDate(None, 3, 14)))
    assert taken_in(shop, mara(birthday=PartialDate(1988, 3, 14))) == Counts(updated=1)
    assert taken_in(shop, mara(birthday=PartialDate(None, 3, 14))) == Counts(unchanged=1)
    assert shop.storage.rows("SELECT n, year, month, day, md FROM celebration") == [
        (1, 1988, 3, 14, 314)
    ]


def test_two_rows_of_one_person_are_put_together() -> None:
    person = mara(pets=[IncomingPet("Rex")], notes=["a"], remember=False)
    person.absorb(
        mara(pets=[IncomingPet("REX", birthday=PartialDate(2020)), IncomingPet("Mina")],
             notes=["a", "b"], remember=True)
    )  # fmt: skip
    assert person.pets == [IncomingPet("Rex", birthday=PartialDate(2020)), IncomingPet("Mina")]
    assert person.notes == ["a", "b"]
    assert person.remember is False


def test_an_unchanged_file_does_not_touch_the_search(shop: Shop) -> None:
    taken_in(shop, mara(pets=[IncomingPet("Rex")]))
    before = shop.storage.rows("SELECT slot FROM search_doc")
    taken_in(shop, mara(pets=[IncomingPet("Rex")]))
    assert shop.storage.rows("SELECT slot FROM search_doc") == before
