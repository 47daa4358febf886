import pytest

from pos_companion.i18n import Phrase
from pos_companion.model.prompts import Outcome, Prompt, PromptKind


def prompt(kind: PromptKind) -> Prompt:
    return Prompt(1, kind, "key", Phrase("When is your birthday?"))


def test_what_they_told_us_of_went_well_or_not_or_waits() -> None:
    assert prompt(PromptKind.THREAD).chips == (Outcome.WELL, Outcome.NOT_SO_WELL, Outcome.LATER)


@pytest.mark.parametrize("kind", [kind for kind in PromptKind if kind is not PromptKind.THREAD])
def test_a_gap_is_answered_or_waits_or_is_let_be(kind: PromptKind) -> None:
    assert prompt(kind).chips == (Outcome.ANSWERED, Outcome.LATER, Outcome.DECLINED)


@pytest.mark.parametrize("kind", list(PromptKind))
def test_any_question_can_be_declined(kind: PromptKind) -> None:
    assert Outcome.DECLINED in prompt(kind).outcomes


def test_a_name_is_asked_after_bad_news_too_a_birthday_is_not() -> None:
    assert not prompt(PromptKind.CALL_NAME).kind.is_cheerful
    assert prompt(PromptKind.RULE).kind.is_cheerful


def test_only_a_yes_and_an_old_fact_are_answered_with_yes_or_no() -> None:
    plain = [kind for kind in PromptKind if prompt(kind).is_yes_or_no]
    assert plain == [PromptKind.STALE, PromptKind.CONSENT]
