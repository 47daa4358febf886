from dataclasses import replace

import pytest

from pos_companion.errors import CompanionError, NotFoundError, RefusedError
from pos_companion.i18n import in_language
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.services import Shop
from pos_companion.services.consents import (
    CONSENT_LABELS,
    as_allowed,
    consents,
    keep_memory_answer,
    require_consent,
    set_consent,
    undo_consent,
)
from tests.builders import add_customer
from tests.pos_companion.storage.records import contents

MEMORY, HEALTH, FAMILY = ConsentKind.MEMORY, ConsentKind.HEALTH, ConsentKind.FAMILY
MOVES = ("audit", "customer.updated", "schema_migration", "search_doc.slot", "setting")


def test_nobody_has_asked_a_new_face(shop: Shop) -> None:
    ana = add_customer("Ana", remember=None)
    assert [one.answer for one in consents(shop, ana.id).each] == [None] * len(ConsentKind)


def test_an_answer_is_kept_with_the_day_and_who_asked(shop: Shop) -> None:
    ana = add_customer("Ana", remember=None)
    shop.staff = "Mia"
    set_consent(shop, ana.id, HEALTH, True)
    answer = consents(shop, ana.id).about(HEALTH)
    assert (answer.answer, answer.day, answer.asked_by) == (True, shop.today, "Mia")


@pytest.mark.parametrize("answer", [True, False, None])
def test_the_customer_and_the_answer_about_memory_say_the_same(
    shop: Shop, answer: bool | None
) -> None:
    ana = add_customer("Ana", remember=None)
    set_consent(shop, ana.id, MEMORY, answer)
    fresh = shop.storage.people.get(ana.id)
    assert fresh is not None
    assert fresh.remember is answer
    assert consents(shop, ana.id).about(MEMORY).answer is answer


def test_an_answer_that_came_with_a_file_counts_although_nobody_wrote_down_the_day(
    shop: Shop,
) -> None:
    ana = add_customer("Ana", remember=False)
    answer = consents(shop, ana.id).about(MEMORY)
    assert (answer.answer, answer.day) == (False, None)


def test_who_asked_is_written_down_beside_a_customer_who_was_just_kept(shop: Shop) -> None:
    ana = add_customer("Ana", remember=True)
    shop.staff = "Mia"
    with shop.storage.transaction():
        keep_memory_answer(shop, ana)
    assert consents(shop, ana.id).about(MEMORY).asked_by == "Mia"


@pytest.mark.parametrize("kind", ConsentKind)
@pytest.mark.parametrize("first", [None, True, False])
def test_undo_leaves_everything_as_it_was(
    shop: Shop, kind: ConsentKind, first: bool | None
) -> None:
    ana = add_customer("Ana", remember=None, family=[("Rex", "dog")])
    set_consent(shop, ana.id, kind, first)
    before = contents(shop.storage, *MOVES)
    undo_consent(shop, set_consent(shop, ana.id, kind, False))
    assert contents(shop.storage, *MOVES) == before


def test_somebody_unknown_is_said_to_be_unknown(shop: Shop) -> None:
    with pytest.raises(NotFoundError):
        set_consent(shop, 404, HEALTH, True)


@pytest.mark.parametrize(
    ("answers", "needed", "sentence"),
    [
        ({MEMORY: False}, FAMILY, "They said no to us remembering more than name and visits."),
        ({FAMILY: False}, FAMILY, "They said no to us remembering their family and pets."),
        ({}, ConsentKind.PHOTO, "Nobody has asked them about a photo yet. Ask first."),
        ({HEALTH: False}, HEALTH, "They said no to us remembering allergies and diets."),
    ],
)
def test_a_deed_that_needs_a_yes_is_refused_with_one_sentence(
    shop: Shop, answers: dict[ConsentKind, bool], needed: ConsentKind, sentence: str
) -> None:
    ana = add_customer("Ana", remember=None)
    for kind, answer in answers.items():
        set_consent(shop, ana.id, kind, answer)
    with pytest.raises(RefusedError) as refused:
        require_consent(shop, ana.id, needed)
    assert str(refused.value) == sentence


def test_a_deed_goes_on_with_a_yes_or_while_it_needs_none(shop: Shop) -> None:
    ana = add_customer("Ana", remember=None)
    require_consent(shop, ana.id, MEMORY)
    require_consent(shop, ana.id, FAMILY)
    set_consent(shop, ana.id, HEALTH, True)
    require_consent(shop, ana.id, HEALTH)


def allergy(customer: int, **more: object) -> Fact:
    values = {"subject": "peanut", "discretion": Discretion.SAY, **more}
    return Fact(customer, 0, FactKind.ALLERGY, "A bad peanut allergy", **values)


def test_without_a_yes_an_allergy_is_only_what_to_avoid_and_never_said(shop: Shop) -> None:
    ana = add_customer("Ana")
    kept = as_allowed(consents(shop, ana.id), allergy(ana.id))
    assert (kept.text, kept.subject, kept.discretion) == (
        "avoid: peanut", "peanut", Discretion.KNOW,
    )  # fmt: skip


def test_what_to_avoid_stands_as_it_was_written_in_every_script(shop: Shop) -> None:
    ana = add_customer("Ana")
    nuts = allergy(ana.id, subject="nusse")
    kept = as_allowed(consents(shop, ana.id), replace(nuts, text="verträgt keine Nüsse"))
    assert kept.text == "avoid: Nüsse"
    with in_language("ar"):
        kept = as_allowed(consents(shop, ana.id), replace(nuts, text="Nüsse"))
    assert "Nüsse" in kept.text
    assert kept.text.isprintable()


def test_with_a_yes_an_allergy_is_kept_as_told_but_never_said(shop: Shop) -> None:
    ana = add_customer("Ana")
    set_consent(shop, ana.id, HEALTH, True)
    kept = as_allowed(consents(shop, ana.id), allergy(ana.id))
    assert (kept.text, kept.discretion) == ("A bad peanut allergy", Discretion.KNOW)


@pytest.mark.parametrize(
    ("no_to", "about"), [(MEMORY, None), (HEALTH, None), (FAMILY, 7), (MEMORY, 7)]
)
def test_what_they_said_no_to_is_not_kept(shop: Shop, no_to: ConsentKind, about: int) -> None:
    ana = add_customer("Ana")
    set_consent(shop, ana.id, no_to, False)
    with pytest.raises(CompanionError):
        as_allowed(consents(shop, ana.id), allergy(ana.id, about=about))


def test_what_needs_no_yes_stays_as_told(shop: Shop) -> None:
    ana = add_customer("Ana", remember=None)
    note = Fact(ana.id, 0, FactKind.NOTE, "Paints boats", Discretion.SAY)
    assert as_allowed(consents(shop, ana.id), note) == note


def test_every_kind_has_its_label() -> None:
    assert set(CONSENT_LABELS) == set(ConsentKind)
