"""Who the people of a file are."""

import pytest

from pos_companion.services import Shop
from pos_companion.storage.newcomers import Match, Newcomer, Newcomers
from tests.builders import add_customer, add_member


@pytest.fixture
def newcomers(shop: Shop) -> Newcomers:
    return Newcomers(shop.storage.db, shop.storage.search, "till")


def added(shop: Shop, newcomers: Newcomers, *people: Newcomer) -> list[int]:
    with shop.storage.transaction():
        ids = newcomers.add(people, shop.clock.now())
        newcomers.index(ids)
    return ids


def test_a_plain_number_that_is_free_is_kept(shop: Shop, newcomers: Newcomers) -> None:
    people = [Newcomer(one) for one in ("7", "07", "x", "", "7", "1000000000", "1000000001", "٣")]
    assert added(shop, newcomers, *people[:4]) == [7, 1000000001, 1000000002, 1000000003]
    web = Newcomers(shop.storage.db, shop.storage.search, "web")
    ids = added(shop, web, *people[4:])
    assert ids == [1000000004, 1000000000, 1000000005, 1000000006]


def test_the_number_of_the_program_counts_first(shop: Shop, newcomers: Newcomers) -> None:
    first, second = added(shop, newcomers, Newcomer("1", "+491"), Newcomer("2", "+492"))
    assert newcomers.match([Newcomer("2", "+491")])[0] == Match(second)
    assert newcomers.match([Newcomer("", "+491")])[0] == Match(first)
    assert newcomers.match([Newcomer("3", "+491")])[0] == Match(None)
    web = Newcomers(shop.storage.db, shop.storage.search, "web")
    assert web.match([Newcomer("1", "+492")])[0] == Match(second)


def test_phone_counts_before_e_mail_and_e_mail_before_card(
    shop: Shop, newcomers: Newcomers
) -> None:
    phone = add_customer("A", phone="+4930901820", shop=shop).id
    email = add_customer("B", email="b@b.example", shop=shop).id
    card = add_customer("C", card="LOY-7", shop=shop).id
    everything = Newcomer("", "+4930901820", "b@b.example", "loy-7")
    assert newcomers.match([everything])[0] == Match(phone)
    assert newcomers.match([Newcomer("", "", "b@b.example", "loy-7")])[0] == Match(email)
    assert newcomers.match([Newcomer(card="loy-7")])[0] == Match(card)
    assert newcomers.match([Newcomer(name="A")])[0] == Match(None)


def test_one_customer_is_claimed_by_one_number_of_a_file(shop: Shop, newcomers: Newcomers) -> None:
    known = add_customer("A", phone="+4930901820", shop=shop).id
    one, other = Newcomer("1", "+4930901820"), Newcomer("2", "+4930901820")
    assert newcomers.match([one, other, one]) == [Match(known), Match(None), Match(known)]
    assert newcomers.match([other]) == [Match(known)]


def test_a_number_once_linked_is_never_overwritten(shop: Shop, newcomers: Newcomers) -> None:
    known = add_customer("A", phone="+4930901820", shop=shop).id
    newcomers.link([(known, "1"), (known, "2"), (known, "")])
    assert newcomers.match([Newcomer("1")])[0] == Match(known)
    assert newcomers.match([Newcomer("2")])[0] == Match(None)


def test_somebody_forgotten_is_matched_and_marked(shop: Shop, newcomers: Newcomers) -> None:
    added(shop, newcomers, Newcomer("1"))
    shop.storage.db.execute_sql("UPDATE customer SET erased = 1")
    assert newcomers.match([Newcomer("1")])[0].is_forgotten


def test_many_are_indexed_as_one_by_one(shop: Shop, newcomers: Newcomers) -> None:
    customer = add_customer("Zoë Müller", phone="+4930901820", card="C-7", shop=shop)
    add_member(customer, "Biscuit", shop=shop)
    tables = ("SELECT d FROM search_doc", "SELECT * FROM contact_key ORDER BY k")
    before = [shop.storage.rows(sql) for sql in tables]
    with shop.storage.transaction():
        newcomers.index([customer.id])
    assert [shop.storage.rows(sql) for sql in tables] == before
    assert shop.storage.search.by_words("biscuit", 5) == [customer.id]
    assert shop.storage.check() == []
