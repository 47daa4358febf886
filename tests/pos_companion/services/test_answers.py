from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.answers import (
    AnswerDraft,
    confirm_answer,
    doubt_answer,
    drop_answer,
    find_answers,
    keep_question,
    open_questions,
    take_back_answer,
    write_answer,
)
from tests.pos_companion.storage.records import contents

HOURS = AnswerDraft(0, "When are you open?", "Eight to six.", "Shut on 1 January.", ("hours",), 30)


@pytest.fixture
def hours(shop):
    """What everybody asks."""
    shop.staff = "Mia"
    return write_answer(shop, HOURS).after


def kept(shop):
    return {table: rows for table, rows in contents(shop.storage).items() if table != "audit"}


def asked(shop, text):
    return [one.question for one in find_answers(shop, text).answers]


def test_an_answer_is_found_however_it_is_asked(shop, hours):
    write_answer(
        shop, replace(HOURS, question="Do you have oat milk?", say="Yes.", tags=("vegan",))
    )
    for text in ("hours", "OPEN", "when do you open?", "what are your hours", "ho"):
        assert asked(shop, text) == ["When are you open?"], text
    assert asked(shop, "anything vegan?") == ["Do you have oat milk?"]


def test_what_nobody_knows_finds_nothing(shop, hours):
    for text in ("do you sell flour", "???", "zzz"):
        assert asked(shop, text) == []


def test_with_nothing_asked_everything_known_and_everything_open_is_there(shop, hours):
    flour = keep_question(shop, "Do you sell flour?", "Hanna", "Sam", shop.today).after
    found = find_answers(shop, " ")
    assert found.answers == (hours,)
    assert found.waiting == (flour,) == open_questions(shop)
    assert find_answers(shop, "flour").waiting == ()


def test_the_sample_shop_has_an_answer_to_what_a_cafe_is_asked(sample_shop):
    for text, wanted in (
        ("what time do you close on sunday", "When are you open?"),
        ("dogs allowed?", "May my dog come in?"),
        ("peanut", "Which cakes have nuts in them?"),
        ("can i get a refund", "Can I bring something back?"),
        ("wifi password", "Is there Wi-Fi?"),
    ):
        assert asked(sample_shop, text)[:1] == [wanted]


def test_an_answer_gets_old_and_is_made_sure_of(shop, clock, hours):
    clock.passes(days=31)
    assert find_answers(shop, "open").answers[0].needs_check(shop.today)
    confirm_answer(shop, hours.id)
    assert not find_answers(shop, "open").answers[0].needs_check(shop.today)


def test_what_a_customer_says_is_wrong_somebody_makes_sure_of(shop, hours):
    with pytest.raises(BadInputError, match="What is wrong"):
        doubt_answer(shop, hours.id, "", "Sam", shop.today)
    doubted = doubt_answer(shop, hours.id, "It was shut at five", "Sam", shop.today).after
    assert doubted.needs_check(shop.today)
    assert open_questions(shop) == (doubted,)
    confirm_answer(shop, hours.id)
    assert open_questions(shop) == ()


def test_a_question_nobody_knows_has_an_owner_and_a_day(shop):
    day = shop.today + timedelta(days=2)
    with pytest.raises(BadInputError, match="Somebody has to"):
        keep_question(shop, "Do you sell flour?", "", "", day)
    with pytest.raises(BadInputError, match="gone by"):
        keep_question(shop, "Do you sell flour?", "", "Sam", shop.today - timedelta(days=1))
    flour = keep_question(shop, "Do you sell flour?", "Hanna", "Sam", day).after
    assert (flour.owner, flour.due, flour.asked_by) == ("Sam", day, "Hanna")


def test_writing_the_answer_settles_the_question(shop):
    flour = keep_question(shop, "Do you sell flour?", "Hanna", "Sam", shop.today).after
    draft = AnswerDraft(flour.id, "Do you sell flour?", "Yes, rye.")
    known = write_answer(shop, draft).after
    assert known.id == flour.id
    assert not known.is_waiting
    assert known.verified_on == shop.today
    assert open_questions(shop) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": ""},
        {"say": " "},
        {"say": "4111 1111 1111 1111"},
        {"good_for": -1},
        {"good_for": 99999},
        {"tags": tuple(f"tag {at}" for at in range(30))},
    ],
)
def test_an_answer_needs_a_question_and_words_to_say(shop, wrong):
    with pytest.raises(BadInputError):
        write_answer(shop, replace(HOURS, **wrong))


@pytest.mark.parametrize(
    "deed",
    [
        lambda shop, one: write_answer(shop, replace(HOURS, id=one.id, say="Nine to five.")),
        lambda shop, one: write_answer(shop, HOURS),
        lambda shop, one: confirm_answer(shop, one.id),
        lambda shop, one: doubt_answer(shop, one.id, "it was shut", "Sam", shop.today),
        lambda shop, one: drop_answer(shop, one.id),
        lambda shop, one: keep_question(shop, "Flour?", "Hanna", "Sam", shop.today),
    ],
)
def test_every_deed_is_taken_back_exactly(shop, clock, hours, deed):
    clock.passes(days=1)
    before = kept(shop)
    change = deed(shop, hours)
    assert kept(shop) != before
    take_back_answer(shop, change)
    assert kept(shop) == before


def test_what_was_changed_since_is_not_taken_back(shop, hours):
    change = doubt_answer(shop, hours.id, "it was shut", "Sam", shop.today)
    confirm_answer(shop, hours.id)
    with pytest.raises(RefusedError, match="changed since"):
        take_back_answer(shop, change)


def test_what_is_not_there_any_more_is_said_so(shop, hours):
    drop_answer(shop, hours.id)
    for deed in (confirm_answer, drop_answer):
        with pytest.raises(NotFoundError, match="not there any more"):
            deed(shop, hours.id)
