"""They told us something."""

from dataclasses import dataclass, field
from enum import StrEnum

from pos_companion.i18n import N_
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.rules import Answer, Condition, Facts


class Told(StrEnum):
    """What sort of thing; only what makes a gift welcome."""

    LIKE = "like"
    MATTERS = "matters"
    DISLIKE = "dislike"
    DIET = "diet"


KINDS = {
    Told.LIKE: N_("like"),
    Told.MATTERS: N_("care about"),
    Told.DISLIKE: N_("do not like"),
    Told.DIET: N_("keep to"),
}
_YES = {
    Told.LIKE: N_("They like {subject}"),
    Told.MATTERS: N_("They care about {subject}"),
    Told.DISLIKE: N_("They do not like {subject}"),
    Told.DIET: N_("They keep to {subject}"),
}


@dataclass(frozen=True)
class ToldUs(Condition):
    """They told us that they like, care about or keep to something; never what is locked away."""

    subject: str = field(metadata={"label": N_("What"), "form": "subject"})
    what: Told = field(default=Told.LIKE, metadata={"label": N_("How"), "words": KINDS})
    label = N_("They told us that …")
    of_person = True
    sentence = N_("they told us that they {what} {subject}")

    def judge(self, facts: Facts) -> Answer:
        """Unknown when it was told so long ago that it is a question again."""
        wanted = self.subject.casefold().strip()
        for fact in facts.known:
            theirs = fact.customer == facts.customer.id and fact.about is None
            if (
                theirs
                and fact.kind is FactKind(self.what.value)
                and fact.discretion is not Discretion.LOCKED
                and wanted in {fact.subject.casefold(), fact.text.casefold()}
            ):
                if fact.is_stale(facts.today):
                    text = N_("Not known any more: is it still so, about “{subject}”?")
                    return Answer.unknown(text, subject=self.subject).coded("fact")
                return Answer.of(True, _YES[self.what], subject=self.subject)
        return Answer.of(False, N_("They have told us nothing like it about “{subject}”."),
                         subject=self.subject)  # fmt: skip
