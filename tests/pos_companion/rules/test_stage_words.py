"""What the stages are called in the sentences of rules."""

from pos_companion.model.stages import Stage
from pos_companion.rules.stage_words import STAGE_WORDS


def test_every_stage_has_its_words() -> None:
    assert set(STAGE_WORDS) == set(Stage)
    assert len(set(STAGE_WORDS.values())) == len(Stage)
