"""A round number of visits."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES

EVERY = {True: N_("and again after as many"), False: N_("once")}


@dataclass(frozen=True)
class VisitsNth(Condition):
    """This visit is the `nth`, or every `nth`; void visits do not count, this one does."""

    label = N_("The …th visit")
    sentence = N_("it is visit number {nth} {every}")
    nth: int = field(default=10, metadata={"label": N_("Visit number"), "least": 2})
    every: bool = field(
        default=True, metadata={"label": N_("And every time after as many"), "words": EVERY}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes on the visit itself; each number comes once in a customer's life."""
        number = facts.visit_count + 1
        if self._is_it(number):
            answer = Answer.of(True, N_("This is visit number {number}"), number=number)
            return Answer(Verdict.YES, answer.phrase, milestone=f"visit:{number}")
        if number > self.nth and not self.every:
            text = N_("This is visit number {number}; number {next} is past.")
            return Answer.of(False, text, number=number, next=self.nth)
        text = N_("This is visit number {number}; the next one that counts is number {next}.")
        following = number + self.nth - number % self.nth
        return Answer.of(False, text, number=number, next=following)

    def glance(self, facts: Facts) -> Answer:
        """Nobody has to be told the number."""
        return WORDLESS_YES if self._is_it(facts.visit_count + 1) else WORDLESS_NO

    def _is_it(self, number: int) -> bool:
        return number % self.nth == 0 if self.every else number == self.nth
