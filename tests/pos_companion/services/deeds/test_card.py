from datetime import timedelta

import pytest

from pos_companion.errors import SeveralFoundError
from pos_companion.services.deeds import do
from pos_companion.services.needs import add_need
from tests.builders import add_customer, add_fact


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
        "stage": "getting_to_know",
        "stage_since": "2025-11-07",
        "guess": None,
        "household": [
            {
                "id": "1",
                "customer": "",
                "name": "Rex",
                "relation": "dog",
                "species": "dog",
                "say": "",
            }
        ],
        "celebrations": [
            {
                "customer": str(ana.id),
                "n": 1,
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
        "told": [
            {
                "n": 1,
                "text": "Likes jazz",
                "kind": "note",
                "stale": False,
                "discretion": "know",
                "about": "",
                "heard_by": "Mia",
                "source": "",
                "note": "",
            }
        ],
        "tell_them": [],
        "needs": [],
        "owe": [
            {
                "n": 1,
                "title": "Sour milk",
                "promise": "a fresh one",
                "owner": "Sam",
                "due": "2025-11-21",
                "severity": "small",
            }
        ],
        "ask": "How was Lisbon?",
        "ask_key": "thread:1",
        "ask_outcomes": ["asked_well", "not_so_well", "later", "declined"],
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


def test_what_is_old_is_told_as_a_question_and_what_they_look_for_is_listed(shop, ana):
    need = add_need(shop, ana.id, "a bread that keeps for a week")
    add_fact(ana, "Plays chess", heard_by="Mia", heard_on=shop.today - timedelta(days=500))
    answer = do(shop, "card", {"customer": "4471"})
    assert [(one["text"], one["stale"]) for one in answer["told"]] == [
        ("Likes jazz", False),
        ("Still true? “Plays chess”", True),
    ]
    assert answer["needs"] == [
        {
            "n": need.n,
            "text": "a bread that keeps for a week",
            "heard_by": shop.staff,
            "heard_on": "2025-11-21",
        }
    ]


def test_more_than_one_person_is_a_question(shop, ana):
    add_customer("Ana Costa")
    with pytest.raises(SeveralFoundError):
        do(shop, "card", {"customer": "ana"})
