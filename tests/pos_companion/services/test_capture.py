import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.services.capture import plain_line, told, untold
from pos_companion.services.look_up import open_card
from tests.builders import add_customer


def test_what_they_told_is_kept_as_one_line_to_know_and_not_to_say(shop):
    ana = add_customer("Ana Silva")
    shop.staff = "Mia"
    told(shop, ana.id, "  Moves to\nLisbon in May ")
    (fact,) = open_card(shop, ana.id).card.facts
    assert (fact.text, fact.kind) == ("Moves to Lisbon in May", FactKind.NOTE)
    assert (fact.discretion, fact.heard_by) == (Discretion.KNOW, "Mia")
    assert fact.heard_on == shop.today


def test_the_newest_stands_first_and_taking_it_back_leaves_the_others(shop):
    ana = add_customer("Ana Silva")
    told(shop, ana.id, "Likes jazz")
    newest = told(shop, ana.id, "Plays chess")
    assert [fact.text for fact in open_card(shop, ana.id).card.facts] == [
        "Plays chess",
        "Likes jazz",
    ]
    untold(shop, newest)
    untold(shop, newest)
    assert [fact.text for fact in open_card(shop, ana.id).card.facts] == ["Likes jazz"]


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00", "\u202e", "\ufeff"])
def test_there_has_to_be_something_to_keep(shop, text):
    with pytest.raises(BadInputError, match="nothing to keep"):
        told(shop, add_customer().id, text)


def test_a_line_may_hold_five_hundred_letters_and_not_one_more(shop):
    ana = add_customer()
    assert len(told(shop, ana.id, "ä" * 500).text) == 500
    with pytest.raises(BadInputError, match="too long"):
        told(shop, ana.id, "ä" * 501)
    with pytest.raises(BadInputError, match="too long"):
        told(shop, ana.id, "x" * 5000)


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "pays with 4111-1111-1111-1111, valid 11/29",
        "card 4111111111111111 please",
        "٤١١١١١١١١١١١١١١١",
        "born 1980, card 5555 5555 5555 4444",
    ],
)
def test_a_payment_card_number_is_refused_and_nowhere_in_the_records(shop, text):
    ana = add_customer()
    with pytest.raises(BadInputError, match="payment card"):
        told(shop, ana.id, text)
    assert shop.storage.rows("SELECT count(*) FROM remark") == [(0,)]
    assert shop.storage.rows("SELECT count(*) FROM audit WHERE body LIKE '%1111%'") == [(0,)]


@pytest.mark.parametrize("text", ["call 030 0110 4471 after 5", "4111 is the door code"])
def test_a_telephone_number_is_no_payment_card(shop, text):
    assert told(shop, add_customer().id, text).text == text


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE remark; --", "👩‍👧 loves 🧁", "می‌خواهم چای", "{name}"]
)
def test_odd_signs_are_kept_as_they_are(shop, text):
    ana = add_customer()
    told(shop, ana.id, text)
    assert [fact.text for fact in open_card(shop, ana.id).card.facts] == [text]


def test_nobody_is_told_about_a_customer_who_is_not_there(shop):
    with pytest.raises(NotFoundError):
        told(shop, 42, "Likes jazz")


def test_hidden_signs_become_spaces():
    assert plain_line("a\u202eb\x00c\u2028d  e") == "a b c d e"
    assert plain_line("e\u0301") == "é"


def test_of_somebody_who_said_no_nothing_more_is_kept(shop):
    ana = add_customer("Ana", remember=False)
    with pytest.raises(RefusedError, match="name and visits"):
        told(shop, ana.id, "Paints boats")
    assert not open_card(shop, ana.id).card.facts
