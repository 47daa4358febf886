from pos_companion.rules import Redemption
from pos_companion.storage import Storage
from pos_companion.storage.redeemed import place_redemption, rename_redemptions
from pos_companion.storage.renaming import Renaming
from pos_companion.storage.turns import Turns
from tests.pos_companion.storage.records import NOW, redemption

NAMES = Renaming(customer={2: 1}, being={9: 8})


def keep(storage: Storage, *rows: Redemption) -> None:
    with storage.transaction():
        for row in rows:
            storage.ledger.add(row, NOW)


def ledger(storage: Storage) -> list[tuple[object, ...]]:
    columns = "customer_id, household_id, beneficiary, period_key"
    return storage.rows(f"SELECT {columns} FROM redemption ORDER BY id")


def test_every_line_counts_for_the_survivor_and_the_earlier_one_has_the_place(
    storage: Storage,
) -> None:
    keep(
        storage,
        redemption("a", customer=2, period_key="customer:2:ever"),
        redemption("b", customer=1, period_key="customer:1:ever"),
        redemption("c", customer=3, period_key="customer:3:ever"),
    )
    before = ledger(storage)
    turns = Turns(storage.db)
    assert rename_redemptions(turns, [1, 2], NAMES, (None, None)) == 1
    assert ledger(storage) == [
        (1, None, "customer:1", "customer:1:ever"),
        (1, None, "customer:1", None),
        (3, None, "customer:3", "customer:3:ever"),
    ]
    turns.take_back(turns.made)
    assert ledger(storage) == before


def test_a_pet_that_was_two_is_one_whoever_came_for_it(storage: Storage) -> None:
    keep(storage, redemption("a", customer=5, beneficiary="being:9", period_key="year:2026"))
    assert rename_redemptions(Turns(storage.db), [1, 2], NAMES, (None, None)) == 0
    assert ledger(storage) == [(5, None, "being:8", "year:2026")]


def test_what_was_given_to_the_person_counts_for_the_household_they_live_in(
    storage: Storage,
) -> None:
    keep(
        storage,
        redemption("a", customer=2, household=7, period_key="household:7:ever"),
        redemption("b", customer=3, household=7),
    )
    rename_redemptions(Turns(storage.db), [1, 2, 3], NAMES, (7, 4))
    assert ledger(storage) == [
        (1, 4, "customer:1", "household:4:ever"),
        (3, 7, "customer:3", None),
    ]


def test_the_use_of_a_coupon_goes_on_naming_what_earned_it(storage: Storage) -> None:
    keep(storage, redemption("a", customer=2, period_key="coupon:uid/rule/being:9"))
    rename_redemptions(Turns(storage.db), [1, 2], NAMES, (None, None))
    assert ledger(storage) == [(1, None, "customer:1", "coupon:uid/rule/being:9")]


def test_a_later_line_gives_its_place_to_an_earlier_one(storage: Storage) -> None:
    keep(storage, redemption("a"), redemption("b", period_key="ever"))
    turns = Turns(storage.db)
    (row,) = turns.rows("redemption", "id = 1", ())
    place_redemption(turns, row, {"period_key": "ever"})
    assert [place for *_, place in ledger(storage)] == ["ever", None]
