"""The last words: a wish, once more the one for the day when there is one.

Like the first words they are made from the name, the form of address, the clock and celebrations
alone. The wish for an ordinary day changes from visit to visit, so that nobody hears the same
words twice running; in a hard time it stays a calm one.
"""

from collections.abc import Sequence
from datetime import datetime

from pos_companion.i18n import N_, Phrase
from pos_companion.insight.celebration_script import celebration_script
from pos_companion.insight.greeting import (
    TimeOfDay,
    Wording,
    is_birthday_within,
    own_birthday_within,
    phrase_for,
    time_of,
)
from pos_companion.model.card import ComingUp
from pos_companion.model.people import Customer

_WISHED_BEFORE = 2
_FRIDAY, _SATURDAY = 4, 5
_WEEKEND_BEGINS = 15

# Translators: what the cashier says last; the customer hears it.
_BIRTHDAY = (N_("Have a lovely birthday, {name}!"), N_("Have a lovely birthday!"))
_WEEKEND = (
    (N_("Have a lovely weekend, {name}!"), N_("Have a lovely weekend!")),
    (N_("Enjoy the weekend, {name}!"), N_("Enjoy the weekend!")),
)
_DAY = (
    (N_("Have a lovely day, {name}!"), N_("Have a lovely day!")),
    (N_("Enjoy your day, {name}!"), N_("Enjoy your day!")),
    (N_("See you soon, {name}!"), N_("See you soon!")),
)
_EVENING = (
    (N_("Have a lovely evening, {name}!"), N_("Have a lovely evening!")),
    (N_("Enjoy the evening, {name}!"), N_("Enjoy the evening!")),
)

# Translators: the same in the polite form, to somebody who is addressed by surname; and calm
# words for somebody who goes through a hard time.
_FORMAL_WEEKEND = (
    (N_("Have a good weekend, {name}."), N_("Have a good weekend.")),
    (N_("A pleasant weekend to you, {name}."), N_("A pleasant weekend to you.")),
)
_FORMAL_DAY = (
    (N_("Have a good day, {name}."), N_("Have a good day.")),
    (N_("A pleasant day to you, {name}."), N_("A pleasant day to you.")),
)
_FORMAL_EVENING = (
    (N_("Have a good evening, {name}."), N_("Have a good evening.")),
    (N_("A pleasant evening to you, {name}."), N_("A pleasant evening to you.")),
)
_CALM = (
    (N_("Take good care, {name}."), N_("Take good care.")),
    (N_("All the best, {name}."), N_("All the best.")),
)
_PET_WISH = N_("Happy birthday to {pet}!")


def closing(
    customer: Customer, now: datetime, coming: Sequence[ComingUp] = (), is_tender: bool = False
) -> Phrase:
    """What to say last.

    Args:
        customer: who leaves; the visit is counted already.
        now: the shop's wall clock.
        coming: celebrations coming up, soonest first: the customer's own birthday until two days
            ahead, and whatever is today, are wished for.
        is_tender: they go through a time in which cheer would hurt.
    """
    if is_tender:
        return _turn(_CALM, customer)
    wish = None if customer.no_celebrations else _wish(customer, coming)
    return wish or _turn(_ordinary(customer, now), customer)


def _wish(customer: Customer, coming: Sequence[ComingUp]) -> Phrase | None:
    if own_birthday_within(customer, coming, _WISHED_BEFORE):
        return phrase_for(_BIRTHDAY, customer)
    for one in coming:
        if one.celebration.species.is_pet and is_birthday_within(one, 0):
            return Phrase(_PET_WISH, {"pet": one.celebration.who})
    for one in coming:
        script = celebration_script(one, customer) if is_birthday_within(one, 0) else None
        if script is not None:
            return script.closing
    return None


def _ordinary(customer: Customer, now: datetime) -> tuple[Wording, ...]:
    formal = customer.formal
    on_friday = now.weekday() == _FRIDAY and now.hour >= _WEEKEND_BEGINS
    if on_friday or now.weekday() == _SATURDAY:
        return _FORMAL_WEEKEND if formal else _WEEKEND
    if time_of(now) is TimeOfDay.EVENING:
        return _FORMAL_EVENING if formal else _EVENING
    return _FORMAL_DAY if formal else _DAY


def _turn(wishes: tuple[Wording, ...], customer: Customer) -> Phrase:
    """The wish whose turn it is on this visit."""
    return phrase_for(wishes[max(customer.visits - 1, 0) % len(wishes)], customer)
