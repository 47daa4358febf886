import random
from dataclasses import replace

import pytest

from tests.bench.find_asked import GROUP_OF, Asked
from tests.bench.find_query import Code, Meant, Query, handles, within_reach, words_of
from tests.bench.find_work import (
    added,
    exchanged,
    key_by_key,
    kinds,
    missing,
    phone_here,
    without_accents,
    wrong,
)
from tests.bench.test_town import town

CHANCE = random.Random(5)


def somebody(**known):
    return replace(town(1)[0], name="Rose Bramble", home="", partner="", pets=(), **known)


def test_a_namesake_fits_as_well_as_the_one_who_was_meant():
    query = Query("whole name", "rose bramble", 1, ("rose", "bramble"))
    assert query.fits(somebody(), {"bramble", "rose", "biscuit"})
    assert not query.fits(somebody(), {"bramble", "ivy"})


def test_a_beginning_fits_whoever_has_a_word_that_begins_so():
    query = Query("3 letters", "bra", 1, begun="bra")
    assert query.fits(somebody(), {"rose", "bramble"})
    assert not query.fits(somebody(), {"rose", "abra"})


@pytest.mark.parametrize(
    ("code", "fits"),
    [
        (Code("phone", "4471"), True),
        (Code("phone", "0117"), True),
        (Code("phone", "4472"), False),
        (Code("card", "LOY-0117"), True),
        (Code("card", "LOY-01"), False),
        (Code("email", "rose@example.org"), True),
    ],
)
def test_digits_fit_an_end_and_cards_and_addresses_only_as_a_whole(code, fits):
    rose = somebody(phone="+447404471", card="LOY-0117", email="rose@example.org")
    assert Query("number", "", 1, code=code).fits(rose, ()) is fits


def test_everybody_who_fits_is_found_by_the_handle_of_the_query():
    people = town(600)
    queries = asked(people).queries(each=6, typed_names=6)
    for one in people:
        known = words_of(one)
        found = handles(one, known)
        assert all(query.handle in found for query in queries if query.fits(one, known))


def test_the_one_who_was_meant_always_fits():
    people = town(600)
    by_number = {one.number: one for one in people}
    for query in asked(people).queries(each=6, typed_names=6):
        meant = by_number[query.person]
        assert query.fits(meant, words_of(meant)), query


def asked(people, seed=1):
    one = Asked(seed)
    assert list(one.walking(people)) == list(people)
    return one


def test_the_same_seed_types_the_same():
    people = town(300)
    assert asked(people).queries(5, 5) == asked(people).queries(5, 5)
    assert asked(people).queries(5, 5) != asked(people, seed=2).queries(5, 5)


def test_every_kind_with_a_group_of_its_own_is_a_kind():
    assert set(GROUP_OF) <= set(kinds(set()))


def test_who_comes_often_is_meant_often():
    people = [replace(one, weight=1.0) for one in town(1_000)]
    people[0] = replace(people[0], weight=10_000.0)
    meant = Meant(10, random.Random(1))
    for one in people:
        meant.offer(one)
    assert people[0] in meant.people()
    assert len(meant.people()) == 10


def test_only_the_likeliest_of_many_namesakes_are_within_reach():
    people = [
        replace(one, name="Rose Bramble", weight=float(n + 1)) for n, one in enumerate(town(9))
    ]
    queries = [
        Query("whole name", "rose bramble", one.number, ("rose", "bramble")) for one in people
    ]
    assert within_reach(queries, people, 5) == [False] * 4 + [True] * 5


@pytest.mark.parametrize(
    ("twist", "longer"), [(wrong, 0), (missing, -1), (added, 1), (exchanged, 0)]
)
def test_a_slip_changes_one_letter_or_two_neighbours(twist, longer):
    for _ in range(50):
        typed = twist(CHANCE, "bramble")
        assert len(typed) == 7 + longer
    assert sorted(exchanged(CHANCE, "bramble")) == sorted("bramble")


def test_nobody_slips_into_a_name_that_exists():
    real = {"rosw"}
    ask = kinds(real)["a wrong letter"]
    typed = {query.text for query in (ask(CHANCE, somebody()) for _ in range(300)) if query}
    assert typed
    assert not any("rosw" in text.split() for text in typed)


def test_a_name_is_typed_key_by_key_from_the_second_letter_on():
    queries = key_by_key(replace(somebody(), name="Ivy-Rose Ash"))
    assert [query.text for query in queries[:3]] == ["iv", "ivy", "ivy-"]
    assert queries[-1].words == ("ivy", "rose")
    assert queries[-1].begun == "ash"
    assert all(query.text.strip() == query.text for query in queries)


def test_accents_are_left_out_only_where_there_are_some():
    assert without_accents(CHANCE, somebody()) is None
    marked = replace(somebody(), name="Ángela Łoś")
    assert without_accents(CHANCE, marked).text == "angela los"


def test_a_telephone_is_typed_as_it_is_written_in_its_country():
    query = phone_here(CHANCE, somebody(phone="+447400123456"))
    assert query.text == "07400 123456"
    assert query.code == Code("phone", "7400123456")
