"""Does a gift suit whom it is for?"""

from dataclasses import replace
from datetime import date

import pytest

from pos_companion.model.facts import Discretion, FactKind
from pos_companion.model.people import HouseholdMember
from pos_companion.rules import Facts
from pos_companion.rules.suitability import is_liked, suits
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    MISO,
    TOMAS,
    allergy,
    birthday,
    fact,
    facts,
    says,
)


def about(being: HouseholdMember, day: str = "11-21", **changes: object) -> Facts:
    """An Offer is being looked for, for the birthday of somebody at home."""
    changes.setdefault("members", (TOMAS, ANA, BISCUIT, MISO))
    seen = facts(celebrations=(birthday(day, being),), **changes)
    return seen.for_celebration(seen.occasions[0])


def no(tags: str, seen: Facts) -> str:
    """The sentence that keeps a treat with these tags back; empty when it suits."""
    answer = suits("Treat", frozenset(tags.split()), seen)
    return "" if answer.is_yes else says(answer)[1]


@pytest.mark.parametrize("subject", ["peanut", "Peanuts", "nut", "hazelnut", "almonds"])
def test_any_word_for_nuts_keeps_nuts_back(subject: str) -> None:
    assert no("nuts sweet", facts(known=(allergy(subject, ANA),)))
    assert no("sweet", facts(known=(allergy(subject, ANA),))) == ""


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        ("peanut", "Ana has a peanut allergy, so nuts are left out."),
        ("walnut", "Ana has a nut allergy, so nuts are left out."),
        ("milk", "Ana has an allergy (milk), so “Treat” is left out."),
    ],
)
def test_an_allergy_of_anybody_at_home_counts_and_is_named(subject: str, sentence: str) -> None:
    tags = "dog nuts cheese"
    answer = suits("Treat", frozenset(tags.split()), about(BISCUIT, known=(allergy(subject, ANA),)))
    assert says(answer)[1] == sentence
    assert answer.private


def test_the_fact_and_its_day_go_into_the_explanation() -> None:
    told = allergy("peanut", ANA, n=9, heard_on=date(2026, 11, 3))
    values = suits("Treat", frozenset({"nuts"}), facts(known=(told,))).phrase.values
    assert (values["fact"], values["heard_on"]) == (9, date(2026, 11, 3))


def test_a_locked_fact_keeps_back_without_being_named() -> None:
    secret = allergy("peanut", ANA, discretion=Discretion.LOCKED)
    answer = suits("Treat", frozenset({"nuts"}), facts(known=(secret,)))
    assert says(answer)[1] == "“Treat” is left out for a private reason."
    assert dict(answer.phrase.values) == {"gift": "Treat"}


def test_an_allergy_without_a_subject_is_read_from_its_words() -> None:
    told = allergy("", ANA, text="She cannot have hazelnuts")
    assert no("nuts", facts(known=(told,)))


def test_the_allergy_of_somebody_who_is_gone_keeps_nothing_back() -> None:
    seen = facts(members=(replace(ANA, gone=True),), known=(allergy("peanut", ANA),))
    assert no("nuts", seen) == ""


def test_an_allergy_of_somebody_unknown_still_keeps_back() -> None:
    told = allergy("milk", HouseholdMember(99, "?"))
    sentence = "Somebody at home has an allergy (milk), so “Treat” is left out."
    assert no("milk", facts(known=(told,))) == sentence


def test_a_dislike_counts_only_for_the_one_it_is_for() -> None:
    told = fact(FactKind.DISLIKE, "marzipan", TOMAS)
    assert no("nuts", about(ANA, known=(told,))) == ""
    assert no("nuts", about(TOMAS, known=(told,))) == (
        "Tomás does not like this (marzipan), so “Treat” is left out."
    )


@pytest.mark.parametrize(
    ("diet", "tags", "left_out"),
    [("vegan", "milk", True), ("vegan", "sweet", False), ("vegetarian", "fish", True),
     ("vegetarian", "milk", False), ("halal", "alcohol", True), ("no sugar", "sweet", True)],
)  # fmt: skip
def test_a_diet_keeps_back_what_does_not_belong_to_it(diet: str, tags: str, left_out: bool) -> None:
    told = fact(FactKind.DIET, diet)
    assert bool(no(tags, facts(known=(told,)))) is left_out


def test_a_dogs_gift_is_only_for_a_dog() -> None:
    assert no("dog", about(BISCUIT)) == ""
    assert no("dog", about(MISO)) == "“Treat” is for dogs; this is for Miso."
    assert no("dog", about(ANA)) == "“Treat” is for dogs; this is for Ana."
    assert no("pet", about(MISO)) == ""


def test_without_a_celebration_it_may_be_taken_home_to_the_dog() -> None:
    assert no("dog", facts(members=(BISCUIT,))) == ""
    assert no("dog", facts(members=(MISO,)))


def test_sweets_are_not_for_animals() -> None:
    assert no("sweet", about(BISCUIT)) == "“Treat” is not for animals; this is for Biscuit."
    assert no("", about(BISCUIT)) == ""


def test_alcohol_is_never_for_anybody_under_age() -> None:
    sentence = "“Treat” is never for anybody under age; this is for Ana."
    assert no("alcohol", about(ANA)) == sentence
    assert no("wine", about(TOMAS, "2009-11-21"))
    assert no("wine", about(TOMAS, "2008-11-20")) == ""
    assert no("wine", about(TOMAS)) == ""


def test_toys_are_not_for_the_very_small() -> None:
    assert no("toy", about(ANA, "2024-11-21"))
    assert no("toy", about(ANA, "2018-11-21")) == ""


def test_what_they_like_is_liked() -> None:
    likes = fact(FactKind.LIKE, "chocolate")
    assert is_liked(frozenset({"chocolate"}), facts(known=(likes,)))
    assert not is_liked(frozenset({"nuts"}), facts(known=(likes,)))
    assert not is_liked(frozenset({"chocolate"}), about(ANA, known=(likes,)))
    hidden = replace(likes, discretion=Discretion.LOCKED)
    assert not is_liked(frozenset({"chocolate"}), facts(known=(hidden,)))


def test_a_limit_of_faith_keeps_back_and_is_never_called_faith() -> None:
    told = fact(FactKind.FAITH, "no pork", TOMAS)
    sentence = no("ham", about(TOMAS, known=(told,)))
    assert sentence == "Tomás does not have this (no pork), so “Treat” is left out."
    assert no("ham", about(ANA, known=(told,))) == ""


@pytest.mark.parametrize(
    ("subject", "tags"),
    [("erdnuss", "nuts"), ("Nüsse", "nuts"), ("المكسرات", "nuts"), ("خنزير", "pork")],
)
def test_words_of_every_language_keep_back_what_is_tagged_in_english(
    subject: str, tags: str
) -> None:
    assert no(tags, facts(known=(allergy(subject, ANA),)))


def test_an_old_allergy_still_keeps_back_and_asks() -> None:
    told = allergy("peanut", ANA, heard_on=date(2023, 1, 9))
    assert no("nuts", facts(known=(told,))) == (
        "Ask Ana about “peanut” again, heard 9 Jan 2023. Until then “Treat” is left out."
    )


def test_an_old_dislike_and_an_old_like_count_no_more() -> None:
    old = {"heard_on": date(2023, 1, 9)}
    assert no("nuts", facts(known=(fact(FactKind.DISLIKE, "nuts", **old),))) == ""
    likes = fact(FactKind.LIKE, "chocolate", **old)
    assert not is_liked(frozenset({"chocolate"}), facts(known=(likes,)))


@pytest.mark.parametrize("discretion", [Discretion.KNOW, Discretion.LOCKED])
def test_what_another_customer_at_home_told_is_not_shown_on_this_card(
    discretion: Discretion,
) -> None:
    told = allergy("milk", customer=TOMAS.customer, discretion=discretion)
    sentence = no("milk", facts(members=(TOMAS, ANA), known=(told,)))
    assert sentence == "“Treat” is left out for a private reason."
    said = replace(told, discretion=Discretion.SAY)
    assert "Tomás" in no("milk", facts(members=(TOMAS, ANA), known=(said,)))
