"""A day of the shop's own calendar."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict


@dataclass(frozen=True)
class LocalCalendar(Condition):
    """Today is one of the days of an event in the shop's own list; empty means any event."""

    label = N_("A day of our own calendar")
    sentence = N_("it is a day of {event}")
    event: str = field(
        default="", metadata={"label": N_("Event"), "none": N_("any event"), "form": "event"}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes from its first through its last day; else how far it is."""
        wanted = self.event.casefold().strip()
        listed = [
            one for one in facts.circumstances.events if not wanted or one.name.casefold() == wanted
        ]
        for one in listed:
            if one.covers(facts.today):
                found = Answer.of(True, N_("It is {event}"), event=one.name)
                return Answer(Verdict.YES, found.phrase, until=one.last)
        ahead = min((one for one in listed if one.first > facts.today), key=lambda one: one.first,
                    default=None)  # fmt: skip
        if ahead is None:
            text = N_("Our calendar has no such day ahead.")
            return Answer.of(False, text)
        values = {"event": ahead.name, "count": (ahead.first - facts.today).days}
        return Answer(
            Verdict.NO,
            Phrase(
                "{event} is in {count} day.",
                values,
                "{event} is in {count} days.",
            ),
        )
