import random
from collections import Counter
from itertools import islice

import pytest

from tests.bench.find_costs import build_seconds
from tests.bench.town import FIRST_NUMBER, NOW, residents
from tests.bench.town_names import Letters, Tongue, Urn
from tests.bench.town_shop import fill

RARE = Letters(["Bramble", "Thistle", "Hawthorn", "Clover"])
TONGUES = [
    Tongue(
        "en", "GB",
        (Urn(["Rose", "Ivy", "Daisy"], 0.8), Urn(["Ash", "Rowan", "Basil"], 0.8)),
        (Urn(["Bramble", "Thistle"], 0.8), Urn(["Bramble", "Thistle"], 0.8)),
        RARE, "+44740",
    ),
    Tongue(
        "el", "GR",
        (Urn(["Ίρις", "Δάφνη"], 0.8), Urn(["Άνθιμος", "Νάρκισσος"], 0.8)),
        (Urn(["Κισσού"], 0.8), Urn(["Κισσός"], 0.8)),
        RARE, "+30691",
    ),
]  # fmt: skip


def town(count=3_000, seed=1):
    return list(residents(seed, count, TONGUES))


def test_the_same_seed_gives_the_same_people_and_another_gives_others():
    assert town() == town()
    assert town() != town(seed=2)


def test_a_town_is_walked_through_and_never_kept():
    first = list(islice(residents(1, 10**9, TONGUES), 5))
    assert [one.number for one in first] == [FIRST_NUMBER + n for n in range(5)]


@pytest.mark.parametrize("count", [0, 1, 2, 3_000])
def test_a_town_has_exactly_so_many_people(count):
    assert len(town(count)) == count


def test_nobody_shares_a_number_a_telephone_a_card_or_an_address():
    people = town()
    for own in ("number", "phone", "card", "email"):
        values = [getattr(one, own) for one in people if getattr(one, own)]
        assert len(values) == len(set(values)) > 0, own


def test_two_customers_who_live_together_name_each_other_and_share_their_pets():
    couples = [(one, other) for one, other in zip(town(), town()[1:], strict=False) if one.partner]
    couples = [(one, other) for one, other in couples if one.home == other.home]
    assert couples
    for one, other in couples:
        assert (one.partner, one.pets, one.children) == (other.name, other.pets, other.children)
        assert other.partner == one.name


def test_whoever_has_somebody_at_home_has_a_home():
    assert all(one.home for one in town() if one.partner or one.pets or one.children)


def test_the_visits_are_over_and_in_the_order_of_time():
    for one in town():
        assert one.visits
        assert list(one.visits) == sorted(one.visits)
        assert one.visits[-1] < NOW.timestamp()


def test_few_come_often_and_most_come_rarely():
    visits = sorted((len(one.visits) for one in town()), reverse=True)
    assert sum(visits[:300]) > 0.25 * sum(visits)
    assert visits[len(visits) // 2] <= 4


def test_some_are_far_likelier_to_come_in_now():
    weights = sorted((one.weight for one in town()), reverse=True)
    assert weights[-1] > 0
    assert sum(weights[:30]) > 0.1 * sum(weights)


def test_the_first_name_of_an_urn_comes_most_and_the_last_one_comes_at_all():
    chance = random.Random(1)
    urn = Urn(["Ash", "Birch", "Cedar", "Elm"], 0.8)
    drawn = Counter(urn.draw(chance) for _ in range(4_000))
    assert [name for name, _ in drawn.most_common()] == ["Ash", "Birch", "Cedar", "Elm"]
    assert (urn.at(0.0), urn.at(1.0)) == ("Ash", "Elm")


def test_an_urn_without_names_is_refused():
    with pytest.raises(ValueError, match="needs names"):
        Urn([], 0.8)


def test_made_up_names_are_words_of_a_sensible_length():
    chance = random.Random(1)
    names = {RARE.draw(chance) for _ in range(300)}
    assert names - {"Bramble", "Thistle", "Hawthorn", "Clover"}
    assert all(4 <= len(name) <= 13 and name.istitle() for name in names)


def test_a_shop_is_filled_with_everybody_and_is_healthy(shop):
    people = town(400)
    fill(shop, people)
    build_seconds(shop)
    storage = shop.storage
    assert storage.rows("SELECT count(*), sum(visits) FROM customer") == [
        (400, sum(len(one.visits) for one in people))
    ]
    for one in people:
        known = storage.people.get(one.number)
        assert (known.name, known.phone, known.card) == (one.name, one.phone, one.card)
        assert known.description == one.description
        around = {member.name for member in storage.people.members(known.household)} - {one.name}
        # Two who live together may each be called like somebody else at home.
        assert around == {one.partner, *one.pets, *one.children} - {"", one.name}
    assert storage.check() == []
