"""Something must not hold."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.occasions import Occasion

_OPPOSITE = {Verdict.YES: Verdict.NO, Verdict.NO: Verdict.YES, Verdict.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True)
class Not(Condition):
    """Its part does not hold. Not unknown is unknown."""

    part: Condition = field(metadata={"label": N_("Part")})
    label = N_("Not this")
    of_person = True

    @property
    def branches(self) -> tuple[Condition, ...]:
        """Its one part."""
        return (self.part,)

    def occasions(self, facts: Facts) -> tuple[Occasion, ...]:  # noqa: ARG002 - the base's shape
        """A celebration that must not be near brings nothing about."""
        return ()

    def judge(self, facts: Facts) -> Answer:
        """The opposite, in the words of its part: each says what is so, not what is wanted."""
        answer = self.part.judge(facts)
        code = answer.code if answer.verdict is Verdict.UNKNOWN else ""
        return Answer(_OPPOSITE[answer.verdict], answer.phrase, code=code, parts=(answer,))
