"""People with hostile names are taken out and taken in again: T15."""

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

from pos_companion.errors import BadInputError
from pos_companion.importers import Kind
from pos_companion.model.people import Species
from pos_companion.services import Shop
from pos_companion.services.imports import ImportJob, import_file
from pos_companion.services.members import NewMember, add_member
from pos_companion.services.people import NewCustomer, add_customer
from pos_companion.services.taking_out import take_out
from tests.safety.hostile import hostile_text

_FORMULA = tuple("=+-@\t\r|%＝＋－＠｜％")
_KEPT = ("name", "call_name", "say_as")


@dataclass
class Went:
    """What came of it.

    Attributes:
        people: how many were taken out.
        cells: how many cells the file has.
        formulas: cells that a spreadsheet could run.
        changed: what is different after the way there and back.
    """

    people: int = 0
    cells: int = 0
    formulas: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


def there_and_back(shop: Shop, other: Shop, folder: Path, times: int, seed: int) -> Went:
    """Write down so many people, take them out of one shop and into the other."""
    dice = random.Random(seed)
    with shop.storage.transaction():
        for _ in range(times):
            _write_down(shop, dice)
    path = folder / "people.csv"
    take_out(shop, Kind.CUSTOMERS, path)
    went = Went()
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    went.cells, went.formulas = len(cells), [cell for cell in cells if cell.startswith(_FORMULA)]
    import_file(other, ImportJob(path, Kind.CUSTOMERS, apply=True))
    # Shops of tests share their key, so everybody has their own number again.
    before, after = _everybody(shop), _everybody(other)
    went.people = len(before)
    went.changed = [f"{before[one]!r} became {after.get(one)!r}" for one in before
                    if before[one] != after.get(one)]  # fmt: skip
    return went


def _write_down(shop: Shop, dice: random.Random) -> None:
    """One person as the counter would; what is no name is refused there, and another one taken."""
    while True:
        name, call_name, say_as = (hostile_text(dice) for _ in range(3))
        try:
            customer = add_customer(
                shop, NewCustomer(name, call_name=call_name, say_as=say_as, remember=True)
            )
            if dice.random() < 0.3:
                pet = NewMember(f"{hostile_text(dice)}x", species=Species.DOG)
                add_member(shop, customer.id, pet)
        except BadInputError:
            continue
        return


def _everybody(shop: Shop) -> dict[str, tuple[tuple[str, ...], list[str]]]:
    rows = shop.storage.rows(f"SELECT id, household_id, {', '.join(_KEPT)} FROM customer")
    pets = shop.storage.rows("SELECT household_id, name FROM household_member WHERE species='dog'")
    # A dash alone is how tables say that there is nothing.
    return {
        str(one): (
            tuple(text if text.strip("-") else "" for text in texts),
            sorted(name for place, name in pets if place == home),
        )
        for one, home, *texts in rows
    }
