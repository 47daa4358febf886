"""We owe them something."""

from dataclasses import dataclass

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class ConcernOpen(Condition):
    """Something has not been put right yet, and a colleague looks after it."""

    label = N_("We owe them something")
    sentence = N_("we owe them something and somebody looks after it")

    def judge(self, facts: Facts) -> Answer:
        """Yes once an owner is set; the one due first counts."""
        open_now = sorted(facts.open_concerns, key=lambda one: (one.due, one.n))
        for concern in open_now:
            if concern.owner:
                text = N_("We owe them: {title}, {owner} looks after it")
                return Answer.of(True, text, title=concern.title, owner=concern.owner)
        if open_now:
            text = N_("Not known yet: who looks after “{title}”?")
            return Answer.unknown(text, title=open_now[0].title).coded("concern_owner")
        return Answer.of(False, N_("We owe them nothing."))
