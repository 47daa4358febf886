"""They belong to people the shop has given a name."""

from dataclasses import dataclass, field, replace

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict

NO_SEGMENT = "segment"
"""The code of what is not known where a segment is not there any more."""


@dataclass(frozen=True)
class InSegment(Condition):
    """What the segment of this id means holds for them.

    Only the id is written; the name and the meaning come in with the rulebook, so that a segment
    that is changed changes every rule that asks for it.
    """

    segment: str = field(metadata={"label": N_("Segment"), "form": "segment"})
    name: str = field(default="", compare=False, metadata={"bound": True})
    means: Condition | None = field(default=None, compare=False, metadata={"bound": True})
    label = N_("They belong to a segment")
    sentence = N_("they belong to “{segment}”")

    @property
    def branches(self) -> tuple[Condition, ...]:
        """What the segment means."""
        return () if self.means is None else (self.means,)

    def judge(self, facts: Facts) -> Answer:
        """As its meaning says; unknown, with its question, where that is unknown."""
        if self.means is None:
            text = N_("There is no segment “{segment}” any more.")
            return Answer.unknown(text, segment=self.name or self.segment).coded(NO_SEGMENT)
        said = self.means.judge(facts)
        if said.verdict is Verdict.UNKNOWN:
            return said.made_of((said,))
        values: dict[str, object] = {"segment": self.name or self.segment}
        if said.is_yes:
            phrase = Phrase(N_("They belong to “{segment}”"), values)
        else:
            values["why"] = said.phrase
            phrase = Phrase(N_("They do not belong to “{segment}”. {why}"), values)
        return replace(said, phrase=phrase, code="", parts=(said,))
