"""They have one of the shop's own tags."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class Tagged(Condition):
    """One of `tags` stands on their card, in small letters or capitals."""

    label = N_("They have a tag")
    of_person = True
    sentence = N_("they are tagged {tags}")
    tags: tuple[str, ...] = field(default=(), metadata={"label": N_("Tags")})

    def judge(self, facts: Facts) -> Answer:
        """Yes for one of them; a card without tags is a plain no."""
        theirs = facts.customer.tagged
        for wanted in self.tags:
            if wanted.strip().casefold() in theirs:
                return Answer.of(True, N_("They are tagged “{tag}”"), tag=wanted.strip())
        text = N_("None of these tags is theirs: {tags}.")
        return Answer.of(False, text, tags=list(self.tags))
