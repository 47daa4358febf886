"""Three-valued logic over answers (Kleene's strong logic)."""

from collections.abc import Sequence
from datetime import date

from pos_companion.rules.facts import Answer, Facts, Verdict


def joined(answers: Sequence[Answer], strongest: Sequence[Verdict], facts: Facts) -> Answer:
    """One answer for several.

    Args:
        answers: not empty, in the order of the rule.
        strongest: the verdicts from the one that always wins to the one that needs all.
        facts: tells which celebration an Offer is being looked for.

    Returns:
        The winning verdict in the words of the answer that decides: of a yes the one about the
        celebration, else the first. A yes that needs all of them ends with the first that ends.
    """
    verdict = next(v for v in strongest if any(answer.verdict is v for answer in answers))
    deciding = [answer for answer in answers if answer.verdict is verdict]
    chosen = max(deciding, key=lambda answer: _weight(answer, facts))
    if verdict is not Verdict.YES:
        return chosen.made_of(answers)
    milestone = next((answer.milestone for answer in deciding if answer.milestone), "")
    ends = chosen.until if strongest[0] is Verdict.YES else _earliest(deciding)
    return chosen.made_of(answers, milestone=milestone, until=ends)


def _weight(answer: Answer, facts: Facts) -> int:
    if answer.celebration is None:
        return 0
    return 2 if answer.celebration == facts.celebration else 1


def _earliest(answers: Sequence[Answer]) -> date | None:
    return min((answer.until for answer in answers if answer.until is not None), default=None)
