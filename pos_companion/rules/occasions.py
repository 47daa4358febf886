"""Who is around a customer, and when their celebrations fall."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pos_companion.i18n import N_, Phrase
from pos_companion.model.celebrations import Celebration, is_mourned
from pos_companion.model.dates import LeapPolicy, Span
from pos_companion.model.people import Customer, HouseholdMember, Species

SELF = "self"


def being_key(member: int) -> str:
    """How a household member is written as a beneficiary: `being:12`."""
    return f"being:{member}"


@dataclass(frozen=True)
class Being:
    """Somebody a gesture can be for: the customer, or somebody around them.

    Attributes:
        key: `self` or `being:<id>`, as in `Redemption.beneficiary`.
        name: what they are called; empty when we do not know it.
    """

    key: str
    name: str
    species: Species

    @property
    def called(self) -> str | Phrase:
        """The name for a sentence to the cashier, or words that stand in for it."""
        return self.name or Phrase(N_("The customer"))


@dataclass(frozen=True)
class Occasion:
    """A celebration of somebody present, and the days on which it falls around today.

    Attributes:
        spans: its occurrences of last, this and next year, in order; empty when it is silent, when
            the day of the year is not known, or a once-only celebration lies elsewhere.
        lacks_a_day: it comes again, and somebody has to be asked when.
    """

    celebration: Celebration
    being: Being
    spans: tuple[Span, ...]
    lacks_a_day: bool = False

    @property
    def is_whole_month(self) -> bool:
        """Whether only its month is known."""
        return not self.celebration.is_exact

    def covering(self, today: date, before: int, after: int) -> Span | None:
        """The occurrence whose window covers today, the closest one when several do.

        A celebration of which only the month is known lasts that month, without days around it.
        """
        if self.is_whole_month:
            before = after = 0
        latest, earliest = today + timedelta(days=before), today - timedelta(days=after)
        fitting = [span for span in self.spans if span.first <= latest and earliest <= span.last]
        if not fitting:
            return None
        return min(fitting, key=lambda span: (abs(span.days_from(today)), span.first))

    def upcoming(self, today: date, before: int) -> Span | None:
        """The next occurrence whose window has not opened yet."""
        ahead = timedelta(days=0 if self.is_whole_month else before)
        return next((span for span in self.spans if span.first - ahead > today), None)


def beings_around(customer: Customer, members: Iterable[HouseholdMember]) -> dict[str, Being]:
    """Everybody who is still with us, by key: the customer first, then the household in its order.

    The member that is the customer is not listed a second time.
    """
    around = {SELF: Being(SELF, customer.called, Species.PERSON)}
    for member in members:
        if member.gone:
            continue
        if member.customer == customer.id:
            around[SELF] = Being(SELF, customer.called or member.name, member.species)
        else:
            key = being_key(member.id)
            around[key] = Being(key, member.name, member.species)
    return around


def key_of(
    celebration: Celebration, customer: Customer, members: Sequence[HouseholdMember]
) -> str | None:
    """Whose celebration it is; None when they are not on the customer's card at all.

    Two customers of one household meet here: each may have written down the other's day.
    """
    if is_mourned(celebration, members):
        return None
    if celebration.being is None and celebration.customer == customer.id:
        return SELF
    for member in members:
        is_theirs = celebration.being == member.id or (
            celebration.being is None and celebration.customer == member.customer
        )
        if is_theirs:
            return SELF if member.customer == customer.id else being_key(member.id)
    return None


def occasion_of(
    celebration: Celebration, being: Being, today: date, shop_leap: LeapPolicy
) -> Occasion:
    """Work out on which days a celebration falls in last, this and next year.

    A silent one is known and has no days, so that nobody asks for what was told already.
    """
    if celebration.is_silent:
        return Occasion(celebration, being, ())
    years = (today.year - 1, today.year, today.year + 1)
    spans = tuple(span for year in years for span in celebration.spans(year, shop_leap))
    return Occasion(celebration, being, spans, celebration.lacks_a_day(today, shop_leap))


def once_each(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    """Leave out what two cards of one household both say: same being, same kind, same day."""
    seen: dict[tuple[object, ...], Occasion] = {}
    for occasion in occasions:
        told = occasion.celebration
        same = (occasion.being.key, told.kind, told.title, told.day_key)
        seen.setdefault(same, occasion)
    return tuple(seen.values())


def pet_among(beings: Mapping[str, Being]) -> Being | None:
    """The first pet of the household, None when there is none."""
    return next((being for being in beings.values() if being.species.is_pet), None)
