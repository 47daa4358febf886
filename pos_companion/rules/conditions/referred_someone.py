"""They sent somebody to the shop."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict


@dataclass(frozen=True)
class ReferredSomeone(Condition):
    """At least `count` customers said that they came because of them."""

    label = N_("They sent us somebody")
    of_person = True
    sentence = N_("they sent us at least {count}")
    count: int = field(
        default=1,
        metadata={"label": N_("So many"), "unit": N_("people"), "least": 1, "most": 1000},
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes from the wanted number on."""
        values = {"count": facts.referred, "wanted": self.count}
        if facts.referred >= self.count:
            return Answer(
                Verdict.YES,
                Phrase("They sent us {count} person", values, "They sent us {count} people"),
            )
        if not facts.referred:
            return Answer.of(False, N_("Nobody has told us yet that they were sent by them."))
        return Answer(
            Verdict.NO,
            Phrase(
                "They sent us {count} person; this begins at {wanted}.",
                values,
                "They sent us {count} people; this begins at {wanted}.",
            ),
        )
