"""The first words and the last ones: short, by the time of day, as they like to be called.

They are made from nothing but the name, the form of address, the clock and a birthday that is
today or about to be: nothing here can give away what we know. A greeting has at most five words,
so a long name leaves the longer greetings without it. Somebody formal is greeted by the name they
asked for (`call_name`), else without one: a first name would be too familiar.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum

from pos_companion.i18n import N_, Phrase
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Customer

LONGEST_GREETING = 5
_WISHED_BEFORE = 2


class _Time(Enum):
    MORNING = 0
    AFTERNOON = 1
    EVENING = 2


_Wording = tuple[str, str]
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

# Translators: what the cashier says last; the customer hears it.
_BIRTHDAY_WISH = (N_("Have a lovely birthday, {name}!"), N_("Have a lovely birthday!"))
_WEEKEND_WISH = (N_("Have a lovely weekend, {name}!"), N_("Have a lovely weekend!"))
_DAY_WISH = (N_("Have a lovely day, {name}!"), N_("Have a lovely day!"))
_EVENING_WISH = (N_("Have a lovely evening, {name}!"), N_("Have a lovely evening!"))
_FORMAL_WEEKEND_WISH = (N_("Have a good weekend, {name}."), N_("Have a good weekend."))
_FORMAL_DAY_WISH = (N_("Have a good day, {name}."), N_("Have a good day."))
_FORMAL_EVENING_WISH = (N_("Have a good evening, {name}."), N_("Have a good evening."))
_PET_WISH = N_("Happy birthday to {pet}!")

_FIRST = {_Time.MORNING: _MORNING, _Time.AFTERNOON: _AFTERNOON, _Time.EVENING: _EVENING}
_FORMAL_FIRST = {
    _Time.MORNING: _FORMAL_MORNING,
    _Time.AFTERNOON: _FORMAL_AFTERNOON,
    _Time.EVENING: _FORMAL_EVENING,
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
    time = _time_of(now)
    if customer.formal:
        wordings = [_FORMAL_FIRST[time], _FORMAL_WELCOME]
    else:
        wordings = [_FIRST[time], _HELLO, _GOOD_TO_SEE]
    if _own_birthday_within(customer, coming, 0):
        wordings.insert(0, _FORMAL_BIRTHDAY if customer.formal else _HAPPY_BIRTHDAY)
    return tuple(_greet(wording, customer) for wording in wordings)


def closing(customer: Customer, now: datetime, coming: Sequence[ComingUp] = ()) -> Phrase:
    """What to say last.

    Args:
        customer: who leaves.
        now: the shop's wall clock.
        coming: celebrations coming up: the customer's own birthday until two days ahead, and the
            birthday of a pet today, are wished for.
    """
    if _own_birthday_within(customer, coming, _WISHED_BEFORE):
        return _phrase(_BIRTHDAY_WISH, customer)
    if pet := _pet_of_the_day(customer, coming):
        return Phrase(_PET_WISH, {"pet": pet})
    weekend = now.weekday() == 5 or (now.weekday() == 4 and now.hour >= 15)
    if customer.formal:
        wishes = (_FORMAL_WEEKEND_WISH, _FORMAL_EVENING_WISH, _FORMAL_DAY_WISH)
    else:
        wishes = (_WEEKEND_WISH, _EVENING_WISH, _DAY_WISH)
    if weekend:
        return _phrase(wishes[0], customer)
    return _phrase(wishes[1 if _time_of(now) is _Time.EVENING else 2], customer)


def _time_of(now: datetime) -> _Time:
    if now.hour < 5 or now.hour >= 18:
        return _Time.EVENING
    return _Time.MORNING if now.hour < 12 else _Time.AFTERNOON


def _name(customer: Customer) -> str:
    if customer.gone:
        return ""  # whoever comes with their card is greeted, and not by their name
    return customer.call_name if customer.formal else customer.called


def _phrase(wording: _Wording, customer: Customer) -> Phrase:
    name = _name(customer)
    return Phrase(wording[0], {"name": name}) if name else Phrase(wording[1])


def _greet(wording: _Wording, customer: Customer) -> Phrase:
    # The msgid is counted; a translation of another length is its translator's business.
    words = len(wording[0].split()) - 1 + len(_name(customer).split())
    return _phrase(wording, customer) if words <= LONGEST_GREETING else Phrase(wording[1])


def _own_birthday_within(customer: Customer, coming: Iterable[ComingUp], days: int) -> bool:
    return any(
        one.celebration.being is None
        and one.celebration.customer == customer.id
        and _is_birthday_within(one, days)
        for one in coming
        if not customer.no_celebrations
    )


def _pet_of_the_day(customer: Customer, coming: Sequence[ComingUp]) -> str:
    pets = (
        one.celebration.who
        for one in coming
        if one.celebration.species.is_pet and _is_birthday_within(one, 0)
    )
    return "" if customer.no_celebrations else next(pets, "")


def _is_birthday_within(coming: ComingUp, days: int) -> bool:
    exact = coming.celebration.is_exact
    is_birthday = coming.celebration.kind is CelebrationKind.BIRTHDAY
    return exact and is_birthday and 0 <= coming.days <= days
