"""The first words: short, by the time of day, as they like to be called.

They are made from nothing but the name, the form of address, the clock and a birthday that is
today: nothing here can give away what we know. A greeting has at most five words,
so a long name leaves the longer greetings without it. Somebody formal is greeted by the name they
asked for (`call_name`), else without one: a first name would be too familiar.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum

from pos_companion.i18n import N_, Phrase
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Customer

LONGEST_GREETING = 5


class TimeOfDay(Enum):
    """When it is, as people greet."""

    MORNING = 0
    AFTERNOON = 1
    EVENING = 2


Wording = tuple[str, str]
"""With the name, and without it."""

# Translators: what the cashier says first; the customer hears it. {name} is what they like to be
# called. Where names inflect, translate without the name.
_MORNING = (N_("Morning, {name}!"), N_("Good morning!"))
_AFTERNOON = (N_("Afternoon, {name}!"), N_("Good afternoon!"))
_EVENING = (N_("Evening, {name}!"), N_("Good evening!"))
_HELLO = (N_("Hello, {name}!"), N_("Hello there!"))
_GOOD_TO_SEE = (N_("Good to see you, {name}."), N_("Good to see you."))
_HAPPY_BIRTHDAY = (N_("Happy birthday, {name}!"), N_("Happy birthday!"))

# Translators: the same in the polite form, to somebody who is addressed by surname.
_FORMAL_MORNING = (N_("Good morning, {name}."), N_("Good morning."))
_FORMAL_AFTERNOON = (N_("Good afternoon, {name}."), N_("Good afternoon."))
_FORMAL_EVENING = (N_("Good evening, {name}."), N_("Good evening."))
_FORMAL_WELCOME = (N_("Welcome, {name}."), N_("Welcome."))
_FORMAL_BIRTHDAY = (N_("Happy birthday, {name}."), N_("Happy birthday."))

_FIRST = {TimeOfDay.MORNING: _MORNING, TimeOfDay.AFTERNOON: _AFTERNOON, TimeOfDay.EVENING: _EVENING}
_FORMAL_FIRST = {
    TimeOfDay.MORNING: _FORMAL_MORNING,
    TimeOfDay.AFTERNOON: _FORMAL_AFTERNOON,
    TimeOfDay.EVENING: _FORMAL_EVENING,
}


def greetings(
    customer: Customer, now: datetime, coming: Iterable[ComingUp] = ()
) -> tuple[Phrase, ...]:
    """What to say first, and other ways to say it.

    Args:
        customer: who is greeted; the name may be unknown.
        now: the shop's wall clock.
        coming: celebrations coming up; only the customer's own birthday today is taken up.

    Returns:
        The one for the card first; at least two.
    """
    time = time_of(now)
    if customer.formal:
        wordings = [_FORMAL_FIRST[time], _FORMAL_WELCOME]
    else:
        wordings = [_FIRST[time], _HELLO, _GOOD_TO_SEE]
    if own_birthday_within(customer, coming, 0):
        wordings.insert(0, _FORMAL_BIRTHDAY if customer.formal else _HAPPY_BIRTHDAY)
    return tuple(_greet(wording, customer) for wording in wordings)


def time_of(now: datetime) -> TimeOfDay:
    """Morning until noon, evening from six."""
    if now.hour < 5 or now.hour >= 18:
        return TimeOfDay.EVENING
    return TimeOfDay.MORNING if now.hour < 12 else TimeOfDay.AFTERNOON


def _name(customer: Customer) -> str:
    if customer.gone:
        return ""  # whoever comes with their card is greeted, and not by their name
    return customer.call_name if customer.formal else customer.called


def phrase_for(wording: Wording, customer: Customer) -> Phrase:
    """The wording with the name they like, or the one without."""
    name = _name(customer)
    return Phrase(wording[0], {"name": name}) if name else Phrase(wording[1])


def _greet(wording: Wording, customer: Customer) -> Phrase:
    # The msgid is counted; a translation of another length is its translator's business.
    words = len(wording[0].split()) - 1 + len(_name(customer).split())
    return phrase_for(wording, customer) if words <= LONGEST_GREETING else Phrase(wording[1])


def own_birthday_within(customer: Customer, coming: Iterable[ComingUp], days: int) -> bool:
    """Whether the customer has a birthday today or in so many days."""
    return any(
        one.celebration.being is None
        and one.celebration.customer == customer.id
        and is_birthday_within(one, days)
        for one in coming
        if not customer.no_celebrations
    )


def is_birthday_within(coming: ComingUp, days: int) -> bool:
    """Whether it is a birthday on a known day, today or in so many days."""
    exact = coming.celebration.is_exact
    is_birthday = coming.celebration.kind is CelebrationKind.BIRTHDAY
    return exact and is_birthday and 0 <= coming.days <= days
