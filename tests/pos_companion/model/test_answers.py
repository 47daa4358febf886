"""How old an answer may get before somebody makes sure of it again."""

from dataclasses import replace
from datetime import date, timedelta

from pos_companion.model.answers import ShopAnswer

TODAY = date(2025, 11, 21)
HOURS = ShopAnswer(1, "When are you open?", "Eight to six.", verified_on=TODAY, good_for=30)


def test_an_answer_is_checked_again_once_it_is_older_than_its_limit() -> None:
    assert not HOURS.needs_check(TODAY + timedelta(days=30))
    assert HOURS.needs_check(TODAY + timedelta(days=31))


def test_an_answer_without_a_limit_never_gets_old() -> None:
    assert not replace(HOURS, good_for=0).needs_check(TODAY + timedelta(days=9999))


def test_what_nobody_has_made_sure_of_or_somebody_doubts_is_checked() -> None:
    assert replace(HOURS, verified_on=None).needs_check(TODAY)
    assert replace(HOURS, doubt="it was shut").needs_check(TODAY)


def test_a_question_nobody_could_answer_has_nothing_to_check() -> None:
    question = ShopAnswer(2, "Do you sell flour?", owner="Sam", due=TODAY)
    assert not question.is_known
    assert question.is_waiting
    assert not question.needs_check(TODAY)
