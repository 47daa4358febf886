"""What every promise needs: words, somebody who looks after it, and a day."""

from datetime import date, timedelta

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.services.capture import LONGEST, plain_line, refuse_payment_cards

_LONGEST_NAME = 60
_FARTHEST = timedelta(days=366)
_FRIDAY = 4


def plain_text(text: str) -> str:
    """A line as it is kept; may be empty.

    Raises:
        BadInputError: it is too long, or holds a payment card number.
    """
    line = plain_line(text)
    if len(line) > LONGEST:
        raise BadInputError(N_("That is too long for one line. Keep it under 500 letters."))
    refuse_payment_cards(line)
    return line


def needed_text(text: str, question: str) -> str:
    """A line that must say something; `question` is what is asked when it does not.

    Raises:
        BadInputError: it says nothing, is too long, or holds a payment card number.
    """
    line = plain_text(text)
    if not line:
        raise BadInputError(question)
    return line


def colleague_named(name: str) -> str:
    """The name of a colleague as it is kept; may be empty.

    Raises:
        BadInputError: it is longer than a name.
    """
    line = plain_text(name)
    if len(line) > _LONGEST_NAME:
        raise BadInputError(N_("A name has at most 60 letters."))
    return line


def owner_of(shop: Shop, name: str) -> str:
    """Who looks after it: the one named, else whoever is at the counter.

    Raises:
        BadInputError: nobody does.
    """
    owner = colleague_named(name) or shop.staff
    if not owner:
        raise BadInputError(N_("Who looks after it? Somebody has to."))
    return owner


def promised_day(shop: Shop, day: date) -> date:
    """A day that something can be promised for.

    Raises:
        BadInputError: it is gone by, or more than a year away.
    """
    if day < shop.today:
        raise BadInputError(N_("That day is gone by. Which day do we promise?"))
    if day > shop.today + _FARTHEST:
        raise BadInputError(N_("Nobody waits longer than a year. Which day do we promise?"))
    return day


def days_to_promise(today: date) -> tuple[date, ...]:
    """Days that are promised most: tomorrow, the beginning of next week, and a Friday; in order."""
    tomorrow = today + timedelta(days=1)
    after = [tomorrow + timedelta(days=ahead) for ahead in range(1, 8)]
    friday = next(day for day in after if day.weekday() == _FRIDAY)
    monday = next(day for day in after if day.weekday() == 0)
    return tuple(sorted((tomorrow, friday, monday)))
