"""Households and the beings in them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import pos_companion.storage as package
from pos_companion.model.people import Gone, HouseholdMember, Species
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, contents, key_for

REX = HouseholdMember(0, "Rex", "dog", Species.DOG, say_as="reks")


def test_a_member_comes_back_as_it_was_kept(storage: Storage) -> None:
    ana = add_customer(storage)
    rex = storage.people.add_member(ana, replace(REX, gone=Gone.DIED, gone_on=TODAY), NOW)
    (home,) = storage.people.homes_of(rex.id)
    assert storage.people.member(home, rex.id) == rex
    assert storage.people.member(home, 4711) is None
    assert storage.people.member(None, rex.id) is None


def test_a_name_is_the_same_in_every_home_and_the_relation_is_not(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, REX, NOW)
    storage.people.add_member(ben, replace(rex, relation="her dog"), NOW)
    one, other = storage.people.homes_of(rex.id)
    storage.people.rewrite_member(one, replace(rex, name="Rexi", relation="puppy"))
    names = [(m.name, m.relation) for home in (one, other) for m in storage.people.members(home)]
    assert names == [("Rexi", "puppy"), ("Rexi", "her dog")]


def test_gone_is_said_for_one_home_and_taken_back(storage: Storage) -> None:
    ana = add_customer(storage)
    rex = storage.people.add_member(ana, REX, NOW)
    (home,) = storage.people.homes_of(rex.id)
    before = contents(storage)
    storage.people.mark_gone(home, rex.id, Gone.LEFT, TODAY)
    (member,) = storage.people.members(home)
    assert (member.gone, member.gone_on) == (Gone.LEFT, TODAY)
    storage.people.mark_gone(home, rex.id, Gone.NO, None)
    assert contents(storage) == before


def test_what_hangs_on_a_being_is_seen(storage: Storage) -> None:
    ana = add_customer(storage)
    rex = storage.people.add_member(ana, REX, NOW)
    (home,) = storage.people.homes_of(rex.id)
    assert not storage.people.is_written_about(home, rex.id)
    storage.rows(
        "INSERT INTO remark (customer_id, kind, n, is_open, discretion, author, about, text, body)"
        " VALUES (?, 'fact', 1, TRUE, 'know', '', ?, 'Likes liver', '{}')",
        (ana.id, rex.id),
    )
    assert storage.people.is_written_about(home, rex.id)


def test_a_customer_is_known_as_a_member_and_a_household_can_be_dissolved(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    left_out = ("customer.updated", "setting", "search_doc", "name_fts", "term", "term_key")
    before = contents(storage, *left_out)
    member = storage.people.add_member(ana, HouseholdMember(0, "Ben"), NOW)
    (home,) = storage.people.homes_of(member.id)
    storage.people.link_member(member.id, ben.id)
    assert storage.people.known_as(ben.id) == [(home, member.id)]
    assert storage.people.living_in(home) == [ana.id]
    storage.people.dissolve(home, NOW)
    assert contents(storage, *left_out) == before


def test_records_older_than_the_two_ways_come_through_unharmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, shop = tmp_path / "steps", tmp_path / "shop"
    steps.mkdir()
    shop.mkdir()
    shutil.copy(next(package.STEPS.glob("0001*.py")), steps)
    monkeypatch.setattr(package, "STEPS", steps)
    old = Storage.open(shop, key_for)
    old.rows(
        "INSERT INTO customer (id, name, call_name, say_as, formal, phone, email, card,"
        " description, language, household_id, source, visits, next_n, no_celebrations, no_offers,"
        " updated) VALUES (1, 'Ana', '', '', 0, '', '', '', '', '', 1, '', 0, 1, 0, 0, 1)"
    )
    old.rows("INSERT INTO household (id, name, updated) VALUES (1, '', 1)")
    for n, gone in ((1, 0), (2, 1)):
        old.rows(
            "INSERT INTO household_member (household_id, n, being_id, name, relation, species,"
            " say_as, gone) VALUES (1, ?, ?, 'Rex', 'dog', 'dog', '', ?)",
            (n, n, gone),
        )
    old.close()
    monkeypatch.undo()
    opened = Storage.open(shop, key_for)
    ana = opened.people.get(1)
    assert ana is not None
    assert (ana.name, ana.channel.value, ana.gone) == ("Ana", "", Gone.NO)
    assert [one.gone for one in opened.people.members(1)] == [Gone.NO, Gone.LEFT]
    assert opened.check() == []
    assert opened.search.by_words("ana", 5) == [1]  # they were never indexed before
    opened.close()
