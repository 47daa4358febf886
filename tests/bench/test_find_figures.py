from types import SimpleNamespace

import pytest

from pos_companion.services.finding import find
from tests.bench import find_costs
from tests.bench.find import GOALS, grown, growth
from tests.bench.find_asked import Asked
from tests.bench.find_figures import Promise, ask, lines, promises
from tests.bench.find_query import Query
from tests.bench.find_work import NAME_KEYS, kinds
from tests.bench.test_town import town
from tests.bench.town_shop import fill
from tests.builders import add_customer, add_member


@pytest.mark.parametrize(
    ("value", "missed", "broken"), [(10, False, False), (15, True, False), (21, True, True)]
)
def test_a_promise_is_missed_at_once_and_broken_at_twice(value, missed, broken):
    promise = Promise("keys", value, 10)
    assert (promise.is_missed, promise.is_broken) == (missed, broken)


def test_what_must_always_be_found_is_broken_by_one_miss():
    assert Promise("phones", 1 / 250, 0).is_broken
    assert not Promise("phones", 0.0, 0).is_missed


def test_every_goal_is_of_a_kind_that_is_typed():
    assert set(GOALS) <= {NAME_KEYS, *kinds(set())}


def test_an_answer_tells_the_place_of_who_fits_and_of_the_very_person(shop):
    ana = add_customer("Ana Silva")
    add_member(ana, "Biscuit", "dog")
    add_customer("Bea Costa")
    queries = [
        Query("pet", "biscuit", ana.id, ("biscuit",)),
        Query("one word", "costa", ana.id, ("silva",)),
    ]
    found, lost = ask(shop, queries, [True, True], lambda: None)
    assert (found.place, found.own_place, found.is_found) == (1, 1, True)
    assert (lost.place, lost.own_place, lost.is_found) == (0, 0, False)
    told = lines([found, lost], {"pet": 0.98})
    assert [(line.name, line.five) for line in told] == [
        ("pet", 1.0), ("one word", 0.0), ("all of it", 0.5),
    ]  # fmt: skip
    assert [p.is_missed for p in promises(told, 150) if "pet" in p.name] == [False]


def test_the_index_has_bytes_and_is_still_there_after_they_were_counted(shop):
    ana = add_customer("Ana Silva")
    sizes = find_costs.index_bytes(shop)
    assert set(sizes) == set(find_costs.TABLES)
    assert all(size > 0 for size in sizes.values())
    assert [hit.customer.id for hit in find(shop, "silva")] == [ana.id]
    assert shop.storage.check() == []


def test_a_small_town_is_asked_everything_and_answers(shop):
    people = town(300)
    asked = Asked(1)
    fill(shop, asked.walking(people))
    find_costs.build_seconds(shop)
    assert shop.storage.check() == []
    queries = asked.queries(each=2, typed_names=1)
    answers = ask(shop, queries, [True] * len(queries), lambda: None)
    assert sum(one.is_found for one in answers) >= 0.9 * len(answers)


def test_growth_beside_the_floor_is_told_from_the_smallest_town_to_the_million_only():
    line = SimpleNamespace(seconds=1.0, ratio=10.0, slow_ratio=10.0)
    slower = SimpleNamespace(seconds=6.0, ratio=30.0, slow_ratio=20.0)
    small = SimpleNamespace(count=10_000, floor=0.1, lines=[line])
    large = SimpleNamespace(count=1_000_000, floor=0.2, lines=[slower])
    middle = SimpleNamespace(count=100_000, floor=0.1, lines=[line])
    assert growth([small, middle]) == []
    assert grown([small, middle]) == ""
    assert [promise.value for promise in growth([small, large])] == [3.0, 2.0]
    assert "6.0 × the CPU at the median and 4.0 × at the 99th" in grown([small, large])
