"""What words about food mean."""

import pytest

from pos_companion.rules.tags import kept_back_by_diet, meanings, of_tags


@pytest.mark.parametrize("word", ["peanut", "PEANUTS", "Almonds", "hazelnut", "nuts"])
def test_nuts_are_nuts_by_any_name(word: str) -> None:
    assert meanings(word) == {"nuts"}


def test_a_word_of_another_language_means_itself_with_or_without_its_plural() -> None:
    assert meanings("Erdnuss") & of_tags(frozenset({"erdnuss"}))
    assert meanings("berries") == {"berrie"}


def test_several_words_mean_several_things() -> None:
    assert meanings("milk and honey") == {"milk", "and", "honey"}


def test_a_diet_is_more_than_its_name() -> None:
    assert {"milk", "egg", "meat"} <= kept_back_by_diet("vegan")
    assert kept_back_by_diet("gluten") == {"gluten"}
