import pytest

from pos_companion.errors import (
    SeveralFoundError,
)
from pos_companion.services.deeds import do
from tests.builders import (
    add_customer,
)


def test_card_answers_in_its_agreed_form(shop, ana):
    assert do(shop, "card", {"customer": "4471"}) == {
        "customer": {
            "id": str(ana.id),
            "name": "Ana Silva",
            "say": "AH-na",
            "greeting": "Morning, Ana!",
            "visits": 4,
            "first_visit": "2025-10-24",
        },
        "usual": [
            {
                "product": "101",
                "name": "Flat white",
                "reason": "4 of the last 4 visits",
                "confidence": pytest.approx(0.8, abs=0.2),
                "their_way": "",
            }
        ],
        "usual_state": "armed",
        "usual_reason": "4 of the last 4 visits",
        "usual_confidence": pytest.approx(0.8, abs=0.2),
        "rhythm": ["4 visits since 24 Oct"],
        "cadence": None,
        "household": [{"name": "Rex", "relation": "dog", "species": "dog", "say": ""}],
        "celebrations": [
            {
                "who": "Rex",
                "kind": "birthday",
                "title": "",
                "what": "Rex’s birthday",
                "date": "2025-11-22",
                "through": "2025-11-22",
                "days": 1,
                "private": "",
            }
        ],
        "told": [{"text": "Likes jazz", "discretion": "know", "heard_by": "Mia"}],
        "owe": [
            {
                "title": "Sour milk",
                "promise": "a fresh one",
                "owner": "Sam",
                "due": "2025-11-21",
            }
        ],
        "ask": "How was Lisbon?",
        "ask_key": "thread:1",
        "offers": [
            {
                "id": "dog-biscuit:being:1",
                "rule": "dog-biscuit",
                "title": "Dog biscuit",
                "reason": "Rex’s birthday is tomorrow",
                "say": "For Rex's birthday.",
                "cost": {"amount": 50, "currency": "EUR"},
                "till": "",
                "private": "",
            }
        ],
        "why_not": [
            {
                "rule": "ten",
                "code": "condition_false",
                "sentence": "This is visit number 5; the next one that counts is number 10.",
            }
        ],
    }


def test_more_than_one_person_is_a_question(shop, ana):
    add_customer("Ana Costa")
    with pytest.raises(SeveralFoundError):
        do(shop, "card", {"customer": "ana"})
