"""We owe them something."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.severity import WEIGHTS, Weight


@dataclass(frozen=True)
class ConcernOpen(Condition):
    """Something has not been put right for `days` days, and a colleague looks after it."""

    label = N_("We owe them something")
    of_person = True
    sentence = N_(
        "we owe them something {severity} for at least {days} and somebody looks after it"
    )
    days: int = field(
        default=0,
        metadata={
            "label": N_("For at least"),
            "unit": N_("days"),
            "none": N_("any time"),
            "least": 0,
            "most": 3660,
        },
    )
    severity: Weight = field(
        default=Weight.ANY, metadata={"label": N_("How much it weighs"), "words": WEIGHTS}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes once an owner is set; the one due first counts."""
        open_now = sorted(
            (one for one in facts.open_concerns if self.severity.fits(one.severity)),
            key=lambda one: (one.due, one.n),
        )
        for concern in open_now:
            if concern.owner and (facts.today - concern.opened_on).days >= self.days:
                text = N_("We owe them: {title}, {owner} looks after it")
                return Answer.of(True, text, title=concern.title, owner=concern.owner)
        oldest = max((facts.today - one.opened_on).days for one in open_now) if open_now else 0
        if open_now and oldest < self.days:
            return self._too_soon(oldest)
        if open_now:
            text = N_("Not known yet: who looks after “{title}”?")
            return Answer.unknown(text, title=open_now[0].title).coded("concern_owner")
        return self._nothing(facts)

    def _nothing(self, facts: Facts) -> Answer:
        if not facts.open_concerns:
            return Answer.of(False, N_("We owe them nothing."))
        weight = Phrase(WEIGHTS[self.severity])
        return Answer.of(False, N_("We owe them nothing {severity}."), severity=weight)

    def _too_soon(self, oldest: int) -> Answer:
        values = {"count": oldest, "needed": self.days}
        return Answer(
            Verdict.NO,
            Phrase(
                "We have owed them something for {count} day; this begins at {needed}.",
                values,
                "We have owed them something for {count} days; this begins at {needed}.",
            ),
        )
