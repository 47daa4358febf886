"""However the records came to be what they are, the usual is what the visits alone say."""

from dataclasses import dataclass, field, replace
from random import Random

import pytest

from pos_companion.insight.habits import habits_from
from pos_companion.insight.usual import usual_order
from pos_companion.model.people import Customer
from pos_companion.model.visits import PastVisit, ShopHabits, Visit
from pos_companion.services import Shop
from pos_companion.services.catalogue import refresh_habits
from pos_companion.services.look_up import usual_of
from pos_companion.services.merging import Joining, merge, unmerge
from pos_companion.services.move_visit import move_back, move_visit
from pos_companion.services.not_usual import not_usual, undo_not_usual, wrong_of
from pos_companion.services.record_visit import undo_visit
from tests.builders import add_customer, add_visit

THINGS = ("Coffee", "Croissant", "Tea", "Soup", "Bun")


@dataclass
class Ledger:
    """What we believe the records hold: visits that count, and whose they are."""

    shop: Shop
    customers: list[Customer]
    visits: dict[str, Visit] = field(default_factory=dict)

    def history(self, customer: Customer) -> list[PastVisit]:
        own = [one for one in self.visits.values() if one.customer == customer.id]
        time = self.shop.time
        return [
            PastVisit(
                one.uid, time.local(one.at).replace(tzinfo=None), one.day, one.basket.products
            )
            for one in sorted(own, key=lambda one: one.at)
        ]

    def habits(self) -> ShopHabits:
        return habits_from(
            (customer.id, visit.at.timestamp() / 86400, visit.basket.products)
            for customer in self.customers
            for visit in sorted(self.visits.values(), key=lambda one: one.at)
            if visit.customer == customer.id
        )

    def agrees(self) -> None:
        """The usual of everybody is the same from the records and from what we believe."""
        shop = self.shop
        kept = shop.storage.catalogue
        ids = {item for visit in self.visits.values() for item in visit.basket.products}
        products, habits = kept.with_habits(ids, shop.profile.currency, 60)
        for customer in self.customers:
            wrong = wrong_of(shop, shop.storage.care.open_remarks(customer.id).not_usual)
            history = self.history(customer)
            own = {item for visit in history for item in visit.items} | set(habits.best)
            known = {item: product for item, product in products.items() if item in own}
            expected = usual_order(history, shop.wall, habits, known, wrong)
            assert usual_of(shop, customer.id) == expected


def happens(ledger: Ledger, chance: Random) -> None:
    """Something that changes the visits."""
    shop = ledger.shop
    deed = chance.choice(["visit", "visit", "void", "move", "move and back", "wrong", "right"])
    somebody = chance.choice(ledger.customers)
    if deed == "visit" or not ledger.visits:
        things = chance.sample(THINGS, chance.randint(1, 3))
        at = f"{chance.randint(7, 18):02}:{chance.randint(0, 59):02}"
        visit = add_visit(somebody, chance.randint(1, 200), things, at)
        ledger.visits[visit.uid] = visit
        return
    uid = chance.choice(sorted(ledger.visits))
    if deed == "void":
        undo_visit(shop, uid)
        del ledger.visits[uid]
    elif deed.startswith("move") and ledger.visits[uid].customer != somebody.id:
        moved = move_visit(shop, uid, somebody.id)
        if deed == "move":
            ledger.visits[uid] = replace(ledger.visits[uid], customer=somebody.id)
        else:
            move_back(shop, moved)
    elif deed in {"wrong", "right"} and (ranked := usual_of(shop, somebody.id).ranked):
        said = not_usual(shop, somebody.id, chance.choice(ranked).product)
        if deed == "right":
            undo_not_usual(shop, said)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_usual_is_the_same_as_from_scratch(shop: Shop, seed: int) -> None:
    chance = Random(seed)
    ledger = Ledger(shop, [add_customer(f"Somebody {number}") for number in range(3)])
    for step in range(60):
        happens(ledger, chance)
        if step % 15 == 0:
            refresh_habits(shop)
            ledger.agrees()
    first, second, third = ledger.customers
    merged = merge(shop, Joining(first.id, second.id, {}))
    before = dict(ledger.visits)
    ledger.visits = {
        uid: replace(one, customer=first.id) if one.customer == second.id else one
        for uid, one in before.items()
    }
    ledger.customers = [first, third]
    ledger.agrees()
    refresh_habits(shop)
    kept = shop.storage.catalogue.with_habits(ledger.habits().popularity, "EUR", 60)[1]
    scratch = ledger.habits()
    for table in ("popularity", "rebuy", "gap", "size"):
        assert getattr(kept, table) == pytest.approx(getattr(scratch, table))
    unmerge(shop, merged.id)
    ledger.visits, ledger.customers = before, [first, second, third]
    ledger.agrees()
