import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_member


@pytest.fixture
def rosa(shop):
    rosa = add_customer("Rosa")
    for name, relation in (("Biscuit", "dog"), ("Tomás", "husband")):
        add_member(rosa, name, relation)
    return shop.storage.people.get(rosa.id)


def kept(shop, rosa, **values):
    return do(shop, "add_celebration", {"customer": str(rosa.id), **values})["celebration"]


def test_a_birthday_answers_with_its_next_day(shop, rosa):
    assert kept(shop, rosa, who="Biscuit", date="2021-11-22") == {
        "customer": str(rosa.id),
        "n": 1,
        "who": "Biscuit",
        "kind": "birthday",
        "what": "Biscuit’s birthday",
        "yearly": True,
        "next": "2025-11-22",
        "through": "2025-11-22",
        "ask": "",
    }


@pytest.mark.parametrize(
    ("values", "next_day"),
    [
        ({"date": "--05"}, "2026-05-01"),
        ({"date": "1990"}, None),
        ({"date": "02-29", "leap": "mar1"}, "2026-03-01"),
        ({"calendar": "islamic", "month": 9, "day": 1}, "2026-02-18"),
        ({"calendar": "persian", "month": 1, "day": 1}, "2026-03-21"),
        ({"calendar": "julian", "month": 12, "day": 25}, "2026-01-07"),
        ({"nth": 3, "weekday": "monday", "month": 5}, "2026-05-18"),
        ({"nth": -1, "weekday": 6, "month": 10}, "2026-10-25"),
        ({"next": "2026-02-17", "kind": "other", "title": "New year"}, "2026-02-17"),
        ({"date": "2025-12-01", "kind": "graduation", "yearly": False}, "2025-12-01"),
    ],
)
def test_every_way_of_writing_a_day_is_understood(shop, rosa, values, next_day):
    assert kept(shop, rosa, **values)["next"] == next_day


def test_a_year_alone_comes_back_with_what_to_ask(shop, rosa):
    assert kept(shop, rosa, date="1990")["ask"].startswith("Only the year is known")


def test_a_surprise_is_not_on_his_card(shop, rosa):
    kept(shop, rosa, kind="anniversary", date="11-22", hidden_from=["Tomás"])
    (row,) = do(shop, "card", {"customer": str(rosa.id)})["celebrations"]
    assert row["private"] == "Don’t mention it to Tomás."


def test_a_second_birthday_is_refused_or_corrects_the_first(shop, rosa):
    kept(shop, rosa, date="11-22")
    with pytest.raises(RefusedError):
        kept(shop, rosa, date="11-22")
    with pytest.raises(RefusedError):
        kept(shop, rosa, date="11-23")
    assert kept(shop, rosa, date="11-23", replace=True)["next"] == "2025-11-23"


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({}, BadInputError),
        ({"date": "2025-02-30"}, BadInputError),
        ({"date": "05-01", "kind": "feast"}, BadInputError),
        ({"date": "05-01", "yearly": "yes"}, BadInputError),
        ({"date": "05-01", "title": 7}, BadInputError),
        ({"date": "05-01", "hidden_from": "Tomás"}, BadInputError),
        ({"date": "05-01", "who": "Nobody"}, NotFoundError),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_kept(shop, rosa, values, error):
    with pytest.raises(error):
        kept(shop, rosa, **values)
    assert shop.storage.rows("SELECT count(*) FROM celebration") == [(0,)]
