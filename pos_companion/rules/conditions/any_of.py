"""One thing is enough."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.kleene import joined


@dataclass(frozen=True)
class AnyOf(Condition):
    """At least one of its parts holds; with no parts it never does."""

    label = N_("Any of these")
    of_person = True
    parts: tuple[Condition, ...] = field(default=(), metadata={"label": N_("Parts")})

    @property
    def branches(self) -> tuple[Condition, ...]:
        """Its parts."""
        return self.parts

    def judge(self, facts: Facts) -> Answer:
        """One yes is a yes; else one unknown is unknown; every part is asked."""
        answers = tuple(part.judge(facts) for part in self.parts)
        if not answers:
            return Answer.of(False, N_("Nothing is listed that could hold."))
        return joined(answers, (Verdict.YES, Verdict.UNKNOWN, Verdict.NO), facts)
