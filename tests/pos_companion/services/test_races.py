"""Eight tills at the same moment: what is given is exactly what there is to give.

`RACES=1000 make test ARGS='-k eight_tills'` for as many rounds of each.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pytest

from pos_companion.rules import Cap, Period, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services import Shop
from pos_companion.services.offers import release_offers
from tests.builders import add_customer, add_gift, add_rule
from tests.tills import Tills, Work

ROUNDS = int(os.environ.get("RACES", "12"))
COUNT = 8
ALWAYS = Weekday(tuple(range(7)))


@pytest.fixture
def tills(shop: Shop) -> Iterator[Tills]:
    """Eight tills on the same records; nobody has a key pressed yet."""
    eight = Tills(shop, COUNT)
    yield eight
    eight.close()


def given(shop: Shop, uids: Sequence[str]) -> int:
    rows = [row for uid in uids for row in shop.storage.ledger.of_visit(uid)]
    return sum(row.state is RedemptionState.ACCEPTED for row in rows)


def race(tills: Tills, shop: Shop, work: Sequence[Work]) -> tuple[Counter[str], int]:
    """What the tills were told, and how often something was given; then it is put back."""
    tills.prepare(work)
    told = Counter(tills.go())
    uids = [uid for _, _, uid, _ in work]
    count = given(shop, uids)
    for uid in uids:
        release_offers(shop, uid)
    return told, count


def test_t20_eight_tills_give_what_there_is_and_no_more(shop: Shop, tills: Tills) -> None:
    people = [add_customer(f"Person {number}").id for number in range(COUNT)]
    add_gift("Last cookie", left=1)
    add_rule("Last cookie", ALWAYS)
    add_rule("Treat", ALWAYS, caps=(Cap(Scope.RULE, Period.DAY, 150, Unit.COST),))
    add_rule("Once", ALWAYS, caps=(Cap(Scope.BENEFICIARY, Period.DAY, 1),))

    def everybody(name: str) -> Callable[[int], list[Work]]:
        return lambda turn: [
            ("accept", one, f"{name} {turn} {n}", name) for n, one in enumerate(people)
        ]

    def one_person(turn: int) -> list[Work]:
        return [("accept", people[0], f"Once {turn} {n}", "Once") for n in range(COUNT)]

    for turn in range(ROUNDS):
        cookie = race(tills, shop, everybody("Last cookie")(turn))
        assert cookie == ({"": 1, "out_of_stock": COUNT - 1}, 1)
        treat = race(tills, shop, everybody("Treat")(turn))
        assert treat == ({"": 3, "limit_reached": COUNT - 3}, 3)
        once = race(tills, shop, one_person(turn))
        assert once == ({"": 1, "limit_reached": COUNT - 1}, 1)
        tills.prepare([("record", people[turn % COUNT], f"the same {turn}", "")] * COUNT)
        assert tills.go() == [""] * COUNT
        assert len(shop.storage.rows("SELECT uid FROM visit")) == turn + 1
    assert shop.storage.check() == []
