"""Where they stand with the shop."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.model.stages import Stage as At
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.stage_words import STAGE_WORDS


@dataclass(frozen=True)
class Stage(Condition):
    """The step they are on, or what has turned since, is one of `stages`.

    A friend who is back after a long time is both a friend and back. A pinned stage counts, and
    so does the visit at the counter: somebody here is never "not seen any more".
    """

    label = N_("Where they stand with us")
    of_person = True
    sentence = N_("they are {stages}")
    stages: tuple[At, ...] = field(
        default=(At.FRIEND, At.MISSED), metadata={"label": N_("One of"), "words": STAGE_WORDS}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes with the stage that fits, a turn before a step."""
        standing = facts.standing
        for stage in (standing.stage, standing.step):
            if stage in self.stages:
                values = {"stage": Phrase(STAGE_WORDS[stage])}
                return Answer.of(True, N_("They are {stage}"), **values)
        return Answer.of(
            False,
            N_("They are {stage}; this is for those who are {stages}."),
            stage=Phrase(STAGE_WORDS[standing.stage]),
            stages=tuple(Phrase(STAGE_WORDS[one]) for one in self.stages),
        )
