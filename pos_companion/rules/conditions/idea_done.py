"""Something they suggested was done."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, NearDay
from pos_companion.model.ideas import IdeaState
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class IdeaDone(Condition):
    """An idea of theirs was done in the last `days` days; whether they know does not matter."""

    label = N_("We did what they suggested")
    of_person = True
    sentence = N_("we did what they suggested in the last {days}")
    days: int = field(
        default=30,
        metadata={"label": N_("In the last"), "unit": N_("days"), "least": 0, "most": 3660},
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes with the latest one."""
        done = [
            (one.settled_on, one.n, one.text)
            for one in facts.ideas
            if one.state is IdeaState.DONE and one.settled_on is not None
        ]
        if not done:
            return Answer.of(False, N_("Nothing they suggested has been done yet."))
        settled_on, _n, text = max(done)
        values = {"idea": text, "day": NearDay(settled_on, facts.today)}
        if (facts.today - settled_on).days > self.days:
            return Answer.of(False, N_("Done some time ago: {idea} ({day})."), **values)
        return Answer.of(True, N_("We did what they suggested: {idea}"), **values)
