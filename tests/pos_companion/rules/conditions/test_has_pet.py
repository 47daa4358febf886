"""There is an animal at home."""

from dataclasses import replace

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.has_pet import Animal, HasPet
from tests.pos_companion.rules.cases import ANA, BISCUIT, MISO, facts, says


def test_the_dog_is_at_home() -> None:
    assert says(HasPet(Animal.DOG).judge(facts())) == (Verdict.YES, "Biscuit is at home")
    assert HasPet().judge(facts(members=(ANA, MISO))).is_yes


def test_a_cat_is_no_dog() -> None:
    answer = HasPet(Animal.DOG).judge(facts(members=(MISO,)))
    assert says(answer) == (Verdict.NO, "No dog is known.")


def test_a_dog_that_is_gone_is_not_mentioned() -> None:
    answer = HasPet().judge(facts(members=(replace(BISCUIT, gone=True),)))
    assert says(answer) == (Verdict.NO, "No pet is known.")
