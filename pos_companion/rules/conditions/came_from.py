"""How they found the shop."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.model.people import Source
from pos_companion.rules import Answer, Condition, Facts

WAYS = {
    Source.PASSING: N_("passing by"),
    Source.FRIEND: N_("a friend"),
    Source.SEARCH: N_("a search"),
    Source.SOCIAL: N_("social media"),
    Source.REVIEW: N_("a review"),
    Source.PAPER: N_("a newspaper or a flyer"),
    Source.EVENT: N_("an event"),
    Source.OTHER: N_("another way"),
}


@dataclass(frozen=True)
class CameFrom(Condition):
    """They first came across the shop in this way; ways they told of later do not count."""

    label = N_("They found us through …")
    of_person = True
    sentence = N_("they found us through {source}")
    source: Source = field(
        default=Source.FRIEND, metadata={"label": N_("The first way"), "words": WAYS}
    )

    def judge(self, facts: Facts) -> Answer:
        """Unknown while nobody asked them."""
        if not facts.touches:
            return Answer.unknown(N_("Not known yet: how did they find us?")).coded("source")
        first = facts.touches[0].source
        way = Phrase(WAYS[first])
        if first is self.source:
            return Answer.of(True, N_("They found us through {way}"), way=way)
        text = N_("They found us through {way}; this is for {wanted}.")
        return Answer.of(False, text, way=way, wanted=Phrase(WAYS[self.source]))
