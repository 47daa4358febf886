import pytest

from pos_companion.model.consent import Consent, ConsentKind, Consents

KINDS = list(ConsentKind)


def said(**answers: bool) -> Consents:
    given = {ConsentKind(kind): Consent(1, ConsentKind(kind), yes) for kind, yes in answers.items()}
    return Consents(1, given)


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [("memory", True), ("family", True), ("photo", False), ("health", False), ("messages", False)],
)
def test_while_nobody_has_asked_only_what_needs_no_yes_is_kept(kind: str, allowed: bool) -> None:
    assert said().allows(ConsentKind(kind)) is allowed


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_what_counts(kind: ConsentKind) -> None:
    assert said(**{kind: True}).allows(kind)
    assert not said(**{kind: False}).allows(kind)
    assert said(**{kind: False}).refuses(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_who_does_not_want_to_be_remembered_allows_nothing(kind: ConsentKind) -> None:
    answers = said(**{**dict.fromkeys(KINDS, True), "memory": False})
    assert not answers.allows(kind)
    assert answers.refuses(kind)


def test_every_kind_has_an_answer_and_be_it_none() -> None:
    assert [one.kind for one in said(photo=True).each] == KINDS
    assert [one.answer for one in said(photo=True).each] == [None, None, True, None, None]
