from datetime import date

import pytest

from pos_companion.errors import BadInputError
from pos_companion.i18n import use_language
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate, WrittenIn
from pos_companion.model.prompts import Outcome, PromptKind
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.consents import consents
from pos_companion.services.look_up import open_card
from pos_companion.services.prompts import asked, undo_asked
from tests.builders import add_celebration, add_customer, add_rule


@pytest.fixture
def ana(shop):
    """Somebody whose birthday a rule waits for."""
    add_rule("Cake", Celebration(who=Who.SELF))
    return add_customer()


def answer(shop, customer, text):
    return asked(shop, open_card(shop, customer.id).card.ask, Outcome.ANSWERED, text)


def days(shop, customer):
    return shop.storage.people.celebrations(customer, ())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("14 March", PartialDate(None, 3, 14)),
        ("March 14th", PartialDate(None, 3, 14)),
        ("14.3.", PartialDate(None, 3, 14)),
        ("14 March 1980", PartialDate(1980, 3, 14)),
        ("29 February", PartialDate(None, 2, 29)),
        ("--03-14", PartialDate(None, 3, 14)),
        ("in May", PartialDate(None, 5)),
        ("tomorrow", PartialDate(None, 11, 22)),
    ],
)
def test_a_day_is_read_as_people_say_it(shop, ana, text, when):
    answer(shop, ana, text)
    (kept,) = days(shop, ana)
    assert (kept.date, kept.kind) == (when, CelebrationKind.BIRTHDAY)
    assert (kept.who, kept.known_since) == ("Ana", shop.today)


def test_a_day_is_read_in_the_language_of_the_till(shop, ana):
    use_language("de")
    try:
        answer(shop, ana, "14. März")
    finally:
        use_language("en")
    assert days(shop, ana)[0].date == PartialDate(None, 3, 14)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no answer yet"),
        ("soon", "not a date"),
        ("1980", "not a date"),
        ("31 February", "not a date"),
        ("3/4", "two ways"),
        ("14 March 2031", "not come yet"),
        ("x" * 201, "too long"),
        ("4111 1111 1111 1111", "payment card"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_question_stays(shop, ana, text, sentence):
    with pytest.raises(BadInputError, match=sentence):
        answer(shop, ana, text)
    assert days(shop, ana) == ()
    assert open_card(shop, ana.id).card.ask is not None


def test_a_year_that_was_known_is_kept_when_the_day_is_told(shop, ana):
    before = add_celebration(ana, PartialDate(1980))
    done = answer(shop, ana, "14 March")
    assert [one.date for one in days(shop, ana)] == [PartialDate(1980, 3, 14)]
    undo_asked(shop, done)
    assert days(shop, ana) == (before,)


def test_a_feast_that_moves_gets_its_next_date(shop):
    ana, past = add_customer(), WrittenIn(date(2025, 3, 30))
    kind = CelebrationKind.OTHER
    before = add_celebration(ana, past, kind=kind, title="Eid al-Fitr")
    for wrong in ("in May", "30 March 2025", "someday"):
        with pytest.raises(BadInputError):
            answer(shop, ana, wrong)
    done = answer(shop, ana, "20 March")
    assert [one.date for one in days(shop, ana)] == [WrittenIn(date(2026, 3, 20))]
    undo_asked(shop, done)
    assert days(shop, ana) == (before,)


def test_a_name_is_what_they_like_to_be_called(shop):
    lady = add_customer("", description="lady, red pram")
    done = answer(shop, lady, "Rosa")
    assert shop.storage.people.get(lady.id).called == "Rosa"
    undo_asked(shop, done)
    assert shop.storage.people.get(lady.id) == lady


@pytest.mark.parametrize(("text", "remember"), [("yes", True), ("No", False)])
def test_a_yes_and_a_no_are_kept_with_who_asked(shop, text, remember):
    ana = add_customer(remember=None)
    shop.staff = "Mia"
    assert open_card(shop, ana.id).card.ask.kind is PromptKind.CONSENT
    done = answer(shop, ana, text)
    given = consents(shop, ana.id).about(ConsentKind.MEMORY)
    assert (given.answer, given.day, given.asked_by) == (remember, shop.today, "Mia")
    undo_asked(shop, done)
    assert shop.storage.people.get(ana.id).remember is None


def test_anything_else_is_neither_yes_nor_no(shop):
    ana = add_customer(remember=None)
    with pytest.raises(BadInputError, match="yes or no"):
        answer(shop, ana, "perhaps")
