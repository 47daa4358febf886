"""What is celebrated, in words for the card."""

from datetime import date

from pos_companion.i18n import N_, Phrase
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate, WrittenIn

_TITLES = {
    CelebrationKind.BIRTHDAY: N_("{who}’s birthday"),
    CelebrationKind.NAME_DAY: N_("{who}’s name day"),
    CelebrationKind.ANNIVERSARY: N_("Wedding anniversary"),
    CelebrationKind.MOVING_IN: N_("Moving in"),
    CelebrationKind.GRADUATION: N_("{who}’s graduation"),
    CelebrationKind.OTHER: N_("{who}’s special day"),
}
_WHEN_NEXT = {
    CelebrationKind.BIRTHDAY: N_("When is {who}’s birthday?"),
    CelebrationKind.NAME_DAY: N_("When is {who}’s name day?"),
    CelebrationKind.ANNIVERSARY: N_("When is your wedding anniversary?"),
    CelebrationKind.GRADUATION: N_("When is {who}’s graduation?"),
}


def celebration_title(celebration: Celebration) -> Phrase:
    """What is celebrated: "Biscuit’s birthday"; its own words where it has any."""
    if celebration.title:
        return Phrase("{title}", {"title": celebration.title})
    return Phrase(_TITLES[celebration.kind], {"who": celebration.who})


def when_next(celebration: Celebration) -> Phrase:
    """The question about a day that comes again and that nobody knows yet."""
    if celebration.title:
        return Phrase(N_("When is it next: {title}?"), {"title": celebration.title})
    text = _WHEN_NEXT.get(celebration.kind, N_("When is {who}’s special day next?"))
    return Phrase(text, {"who": celebration.who})


def why_no_day(celebration: Celebration, today: date, leap_default: LeapPolicy) -> Phrase | None:
    """For the cashier: why a celebration has no day this year; None when it has one."""
    if not celebration.lacks_a_day(today, leap_default):
        return None
    if isinstance(celebration.date, PartialDate):
        return Phrase(N_("Only the year is known. Ask for the day when it fits."))
    if isinstance(celebration.date, WrittenIn):
        return Phrase(N_("It moves every year, and the day we were told is over. When is it next?"))
    return Phrase(
        N_("This calendar cannot be worked out so far ahead. Please write in the next date.")
    )
