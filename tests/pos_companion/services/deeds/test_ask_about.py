import pytest

from pos_companion.errors import BadInputError, CompanionError
from pos_companion.services.deeds import do


def ask_about(shop, customer, **values):
    return do(shop, "ask_about", {"customer": str(customer.id), "question": "And?", **values})


def test_a_script_writes_down_what_to_ask_about(shop, ana):
    answer = ask_about(shop, ana, starts="2025-11-14", ends="2025-11-25")
    assert answer == {"customer": str(ana.id), "thread": 2, "ask_from": "2025-11-26"}
    assert ask_about(shop, ana, starts="2025-11-24", after_days=1)["ask_from"] == "2025-11-25"


def test_it_can_be_about_somebody_at_home_and_be_said(shop, ana):
    rex = shop.storage.people.members(ana.household)[0]
    ask_about(shop, ana, about=rex.id, discretion="say")
    thread = shop.storage.care.thread(ana.id, 2)
    assert (thread.about, thread.discretion.value) == (rex.id, "say")


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": 5},
        {"question": ""},
        {"starts": "yesterday"},
        {"ends": 20251114},
        {"after_days": "soon"},
        {"after_days": 10**9},
        {"about": "Rex"},
        {"about": 999},
        {"discretion": "loud"},
        {"discretion": None},
    ],
)
def test_what_makes_no_sense_is_refused(shop, ana, wrong):
    with pytest.raises(CompanionError):
        ask_about(shop, ana, **wrong)
    assert shop.storage.care.thread(ana.id, 2) is None


def test_the_sentence_says_how_to_write_a_day(shop, ana):
    with pytest.raises(BadInputError, match="2026-11-21"):
        ask_about(shop, ana, ends="14.11.")
