"""They like to speak another language."""

from dataclasses import replace

import pytest

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.language import Language
from tests.pos_companion.rules.cases import ROSA, facts, says


@pytest.mark.parametrize("spoken", ["pt", "pt-BR", "PT_br"])
def test_the_language_or_a_form_of_it(spoken: str) -> None:
    answer = Language(("tr", "pt")).judge(facts(customer=replace(ROSA, language=spoken)))
    assert says(answer) == (Verdict.YES, "They speak pt")


def test_another_one_says_which() -> None:
    answer = Language(("tr",)).judge(facts(customer=replace(ROSA, language="pt")))
    assert says(answer) == (Verdict.NO, "They speak pt; this is for tr.")


def test_nobody_who_said_nothing_speaks_another_one() -> None:
    assert says(Language(("tr",)).judge(facts())) == (
        Verdict.NO,
        "They speak the shop’s language; this is for tr.",
    )
