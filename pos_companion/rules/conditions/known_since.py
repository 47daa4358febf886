"""The date was not just made up."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class KnownSince(Condition):
    """We learned of the celebration at least `days` days before it came; stops "it is today".

    Stands beside a celebration in the same rule. Dates that came with the first data are old.
    """

    label = N_("The date was known for some time")
    sentence = N_("we knew the day {days}")
    days: int = field(
        default=14, metadata={"label": N_("Known for"), "unit": N_("days before"), "least": 0}
    )

    def judge(self, facts: Facts) -> Answer:
        """No for a date just learned, with what can be done instead; unknown when none is near."""
        for occasion in facts.occasions:
            if occasion.celebration != facts.celebration or not occasion.spans:
                continue
            since = occasion.celebration.known_since
            if since is None:
                return Answer.of(True, N_("The date has been known from the beginning"))
            day = min((span.first for span in occasion.spans), key=lambda d: abs(d - facts.today))
            if (day - since).days >= self.days:
                return Answer.of(True, N_("The date has been known since {since}"), since=since)
            text = N_(
                "We only learned of this day on {since}: wish them well, "
                "and use your own budget if you like."
            )
            return Answer.of(False, text, since=since)
        return Answer.unknown(N_("Not known yet: which day this is about.")).coded("celebration")
