"""Everything must hold."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.kleene import joined


@dataclass(frozen=True)
class AllOf(Condition):
    """All of its parts hold together; with no parts it always holds."""

    label = N_("All of these")
    of_person = True
    parts: tuple[Condition, ...] = field(default=(), metadata={"label": N_("Parts")})

    @property
    def branches(self) -> tuple[Condition, ...]:
        """Its parts."""
        return self.parts

    def judge(self, facts: Facts) -> Answer:
        """One no is a no; else one unknown is unknown; every part is asked."""
        answers = tuple(part.judge(facts) for part in self.parts)
        if not answers:
            return Answer.of(True, N_("This is always so"))
        return joined(answers, (Verdict.NO, Verdict.UNKNOWN, Verdict.YES), facts)
