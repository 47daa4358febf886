"""They have come a step further, or back."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.model.stages import Stage as At
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.stage_words import STAGE_WORDS


@dataclass(frozen=True)
class StageEntered(Condition):
    """They came to a stage in the last `days` days; 0 is today, with this visit.

    A pinned stage was entered on the day it was pinned.
    """

    label = N_("They have just come a step further")
    of_person = True
    sentence = N_("they became {stage} in the last {days}")
    stage: At = field(default=At.REGULAR, metadata={"label": N_("To"), "words": STAGE_WORDS})
    days: int = field(
        default=14, metadata={"label": N_("In the last"), "unit": N_("days"), "least": 0}
    )

    def judge(self, facts: Facts) -> Answer:
        """No when it is too long ago, or when nobody knows since when."""
        entered = facts.standing.entered(self.stage)
        stage = Phrase(STAGE_WORDS[self.stage])
        if entered is None and self.stage not in facts.standing.now:
            return Answer.of(False, N_("They are not {stage} now."), stage=stage)
        if entered is None:
            return Answer.of(False, N_("They have been {stage} for a long time."), stage=stage)
        values = {"stage": stage, "day": NearDay(entered, facts.today)}
        if (facts.today - entered).days > self.days:
            return Answer.of(False, N_("They became {stage} some time ago ({day})."), **values)
        if entered == facts.today:
            return Answer.of(True, N_("With this visit they are {stage}"), stage=stage)
        return Answer.of(True, N_("They became {stage} ({day})"), **values)
