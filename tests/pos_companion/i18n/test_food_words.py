"""What words about food stand for, in every language."""

import pytest

from pos_companion.i18n.food_words import diets, meanings, without_tail


@pytest.mark.parametrize(
    "text",
    ["peanut", "Nüsse", "Erdnussallergie", "Nuss-Allergie", "المكسرات", "فول سوداني", "NUTS"],
)
def test_nuts_are_nuts_in_every_language(text: str) -> None:
    assert "nuts" in meanings(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [("Schweinefleisch", "pork"), ("خنزير", "pork"), ("Roggen", "gluten"), ("حليب", "milk"),
     ("Laktoseintoleranz", "milk"), ("beer", "alcohol"), ("Zucker", "sweet"), ("سكر", "sweet")],
)  # fmt: skip
def test_other_food_is_known_as_well(text: str, group: str) -> None:
    assert group in meanings(text)


def test_a_word_of_no_group_means_itself() -> None:
    assert meanings("Liquorice") == {"liquorice"}


def test_diets_are_found_by_name() -> None:
    assert diets("isst vegan") == {"vegan"}
    assert diets("نباتي صرف") == {"vegan"}
    assert diets("نباتية") == {"vegetarian"}
    assert diets("likes tea") == set()


def test_only_a_word_with_something_before_its_tail_has_one() -> None:
    assert without_tail("Nussallergie") == "nuss"
    assert without_tail("Allergie") == ""
    assert without_tail("Nuss") == ""
