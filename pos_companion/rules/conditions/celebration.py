"""A day worth remembering is near."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from pos_companion.i18n import N_, Phrase
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import Span
from pos_companion.model.prompts import MissingDay
from pos_companion.rules import SELF, Answer, Condition, Facts, Verdict
from pos_companion.rules.facts import WORDLESS_NO
from pos_companion.rules.occasion_words import far, near, question
from pos_companion.rules.occasions import Being, Occasion, being_key


class Who(StrEnum):
    """Whose celebration counts; family is everybody but the customer and the pets."""

    SELF = "self"
    FAMILY = "family"
    PET = "pet"
    ANY = "any"

    def fits(self, being: Being) -> bool:
        """Whether somebody belongs to this group."""
        if self is Who.SELF:
            return being.key == SELF
        if self is Who.PET:
            return being.species.is_pet
        return self is Who.ANY or (being.key != SELF and not being.species.is_pet)


WHOSE = {
    # Translators: goes on with what is celebrated: "a pet’s birthday".
    Who.SELF: N_("their own"),
    Who.FAMILY: N_("a family member’s"),
    Who.PET: N_("a pet’s"),
    Who.ANY: N_("anybody’s"),
}
WHAT = {
    CelebrationKind.BIRTHDAY: N_("birthday"),
    CelebrationKind.NAME_DAY: N_("name day"),
    CelebrationKind.ANNIVERSARY: N_("anniversary"),
    CelebrationKind.MOVING_IN: N_("moving-in day"),
    CelebrationKind.GRADUATION: N_("graduation"),
    CelebrationKind.OTHER: N_("other big day"),
}
_NOBODY = {
    Who.PET: N_("No pet is known."),
    Who.FAMILY: N_("Nobody of the family is known."),
}

_WORDLESS_UNKNOWN = {
    kind: Answer(Verdict.UNKNOWN, Phrase(""), code=kind.value) for kind in CelebrationKind
}


@dataclass(frozen=True)
class Celebration(Condition):
    """A celebration lies at most `before` days ahead or `after` days back, both included.

    The nearest occurrence of last, this or next year counts. Of a celebration without its day, the
    whole month counts. Those who are gone, and customers who do not celebrate, are silent.
    """

    label = N_("A celebration is near")
    sentence = N_("it is {who} {what} from {before} to {after}")
    what: CelebrationKind = field(
        default=CelebrationKind.BIRTHDAY,
        metadata={"label": N_("What is celebrated"), "words": WHAT},
    )
    who: Who = field(default=Who.ANY, metadata={"label": N_("Whose"), "words": WHOSE})
    before: int = field(
        default=3, metadata={"label": N_("From"), "unit": N_("days before"), "least": 0, "most": 60}
    )
    after: int = field(
        default=2,
        metadata={"label": N_("Until"), "unit": N_("days after"), "least": 0, "most": 60},
    )

    def occasions(self, facts: Facts) -> tuple[Occasion, ...]:
        """The celebrations whose window covers today, the closest first."""
        if facts.customer.no_celebrations:
            return ()
        return tuple(occasion for occasion, _ in self._near(facts))

    def judge(self, facts: Facts) -> Answer:
        """Yes inside the window; unknown while a birthday that could count is not known."""
        if facts.customer.no_celebrations:
            text = N_("They do not celebrate: no wishes and no celebration gifts.")
            return Answer.of(False, text).coded("opted_out")
        found = self._near(facts)
        sought = [pair for pair in found if pair[0].celebration == facts.celebration]
        for occasion, span in sought or found:
            return self._yes(facts, occasion, span)
        for being in self._unknown(facts):
            return Answer(Verdict.UNKNOWN, question(being, self.what), code=self.what.value)
        return Answer(Verdict.NO, self._distance(facts))

    def glance(self, facts: Facts) -> Answer:
        """Working out how far away the next one is costs more than all the rest."""
        if facts.customer.no_celebrations:
            return self.judge(facts)
        known, unknown = self._around(facts)
        for occasion in known:
            if occasion.covering(facts.today, self.before, self.after) is not None:
                return self.judge(facts)
        return _WORDLESS_UNKNOWN[self.what] if unknown else WORDLESS_NO

    def missing_days(self, facts: Facts) -> tuple[MissingDay, ...]:
        """The days of all who could count, while one of them could change the answer."""
        if self.judge(facts).verdict is not Verdict.UNKNOWN:
            return ()
        ids = {being_key(member.id): member.id for member in facts.members}
        return tuple(MissingDay(self.what, ids.get(being.key)) for being in self._unknown(facts))

    def _near(self, facts: Facts) -> list[tuple[Occasion, Span]]:
        found = []
        for occasion in self._known(facts):
            span = occasion.covering(facts.today, self.before, self.after)
            if span is not None:
                found.append((occasion, span))
        return sorted(found, key=lambda pair: abs(pair[1].days_from(facts.today)))

    def _yes(self, facts: Facts, occasion: Occasion, span: Span) -> Answer:
        after = 0 if occasion.is_whole_month else self.after
        return Answer(
            Verdict.YES,
            near(occasion, span, facts.today),
            beneficiary=occasion.being.key,
            celebration=occasion.celebration,
            celebration_year=span.first.year,
            until=span.last + timedelta(days=after),
        )

    def _known(self, facts: Facts) -> list[Occasion]:
        return self._around(facts)[0]

    def _unknown(self, facts: Facts) -> list[Being]:
        return self._around(facts)[1]

    def _around(self, facts: Facts) -> tuple[list[Occasion], list[Being]]:
        """What is known of those who count, and whose day has to be asked for."""
        found = facts.celebrating.get((self.what, self.who))
        if found is None:
            known = [
                occasion
                for occasion in facts.occasions
                if occasion.celebration.kind is self.what and self.who.fits(occasion.being)
            ]
            found = facts.celebrating[self.what, self.who] = (known, self._beside(known, facts))
        return found

    def _beside(self, known: Sequence[Occasion], facts: Facts) -> list[Being]:
        """Those whose day has to be asked for, beside what is known."""
        dayless = [occasion.being for occasion in known if occasion.lacks_a_day]
        if self.what is not CelebrationKind.BIRTHDAY:
            return dayless
        told = {occasion.being.key for occasion in known} - {being.key for being in dayless}
        told |= facts.hushed
        around = facts.beings.values()
        return [being for being in around if self.who.fits(being) and being.key not in told]

    def _distance(self, facts: Facts) -> Phrase:
        ahead = [
            (span.days_from(facts.today), at, span)
            for at, occasion in enumerate(self._known(facts))
            if (span := occasion.upcoming(facts.today, self.before)) is not None
        ]
        if ahead:
            _, at, span = min(ahead, key=lambda one: one[:2])
            return far(self._known(facts)[at], span, facts.today, self.before)
        if self.who in _NOBODY and not any(map(self.who.fits, facts.beings.values())):
            return Phrase(_NOBODY[self.who])
        return Phrase(N_("There is no such day to celebrate."))
