"""The days of the week in sentences."""

from collections.abc import Iterable

from pos_companion.i18n import N_, Phrase

_NAMES = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def named(weekday: int) -> Phrase:
    """A day of the week by its name; 0 is Monday."""
    return Phrase(_NAMES[weekday])


def day_names(weekdays: Iterable[int]) -> tuple[Phrase, ...]:
    """Several days, in the order of the week."""
    return tuple(named(weekday) for weekday in sorted(set(weekdays)))
