"""The shop of an invented town: filled as a till's files would fill it, a part at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from pos_companion.model.people import HouseholdMember, Species
from pos_companion.services import FixedClock, Shop, open_shop
from pos_companion.settings import Settings
from pos_companion.storage.intake import SalesIntake, StagedSale
from pos_companion.storage.intake_families import IncomingPet
from pos_companion.storage.intake_people import IncomingPerson, PeopleIntake
from pos_companion.storage.newcomers import Newcomer
from tests.bench.town import NOW, Resident

SOURCE = "town"
AT_ONCE = 50_000
PASSPHRASE = "nobody lives in this town"


def open_shop_of_town(folder: Path) -> Shop:
    """The encrypted shop in a folder, on the day of the town; an empty one if there is none."""
    return open_shop(Settings(folder / "shop"), PASSPHRASE, FixedClock(NOW))


def fill(shop: Shop, town: Iterable[Resident]) -> None:
    """Take everybody in: sales first, then who lives with whom, then what was told later."""
    town = iter(town)
    while part := list(islice(town, AT_ONCE)):
        _take_visits(shop, part)
        with shop.storage.transaction():
            PeopleIntake(shop.storage, SOURCE).write(list(_at_home(part)), NOW)
        _take_words(shop, part)


def _take_visits(shop: Shop, part: list[Resident]) -> None:
    """Everybody of a part, with their visits, as a file of sales tells of them."""
    people = [Newcomer(str(one.number), one.phone, one.email, one.card, one.name) for one in part]
    with SalesIntake(shop.storage, SOURCE, shop.profile.currency) as intake:
        intake.add_sales(_sales(part))
        with shop.storage.transaction():
            intake.write(people, (), NOW)


def _sales(part: list[Resident]) -> Iterator[StagedSale]:
    no = 0
    for who, one in enumerate(part):
        for n, ts in enumerate(one.visits):
            sale = f"{one.number}-{n}"
            day = datetime.fromtimestamp(ts, UTC).toordinal()
            yield StagedSale(no, sale, f"town-{sale}", who, ts, day, "1", "", 0, 450)
            no += 1


def _at_home(part: list[Resident]) -> Iterator[IncomingPerson]:
    homes: set[str] = set()
    for one in part:
        if one.partner or one.pets:
            # Who names the pet last brings it again; one of them is enough.
            pets = (
                [] if one.home in homes else [IncomingPet(name, Species.DOG) for name in one.pets]
            )
            homes.add(one.home)
            home = one.home if one.partner else ""
            yield IncomingPerson(Newcomer(str(one.number)), household=home, pets=pets)


def _take_words(shop: Shop, part: list[Resident]) -> None:
    """Children and looks: no file tells of them, a cashier does."""
    people, homes = shop.storage.people, set()
    with shop.storage.transaction():
        for one in part:
            is_told = bool(one.children) and one.home not in homes
            homes.add(one.home)
            if not is_told and not one.description:
                continue
            customer = people.some([one.number])[0]
            if one.description:
                customer = replace(customer, description=one.description)
                people.change(customer, NOW)
            for name in one.children if is_told else ():
                people.add_member(customer, HouseholdMember(0, name, "", Species.CHILD), NOW)
                customer = people.some([one.number])[0]
