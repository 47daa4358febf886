"""How near a celebration is, in whole sentences: one per case, so that each can be translated."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import Span
from pos_companion.rules.occasions import SELF, Being, Occasion


class _When(StrEnum):
    TODAY = "today"
    TOMORROW = "tomorrow"
    YESTERDAY = "yesterday"
    AHEAD = "ahead"
    PAST = "past"
    MONTH = "month"


_BIG_DAY = {
    _When.TODAY: N_("{who}’s big day is today"),
    _When.TOMORROW: N_("{who}’s big day is tomorrow"),
    _When.YESTERDAY: N_("{who}’s big day was yesterday"),
    _When.AHEAD: N_("{who}’s big day is on {day}"),
    _When.PAST: N_("{who}’s big day was on {day}"),
    _When.MONTH: N_("{who}’s big day is this month"),
}

_TITLED = {
    _When.TODAY: N_("{who}: {title}, today"),
    _When.TOMORROW: N_("{who}: {title}, tomorrow"),
    _When.YESTERDAY: N_("{who}: {title}, yesterday"),
    _When.AHEAD: N_("{who}: {title}, on {day}"),
    _When.PAST: N_("{who}: {title}, was on {day}"),
    _When.MONTH: N_("{who}: {title}, this month"),
}

_KINDS = {
    CelebrationKind.BIRTHDAY: {
        _When.TODAY: N_("{who}’s birthday is today"),
        _When.TOMORROW: N_("{who}’s birthday is tomorrow"),
        _When.YESTERDAY: N_("{who}’s birthday was yesterday"),
        _When.AHEAD: N_("{who}’s birthday is on {day}"),
        _When.PAST: N_("{who}’s birthday was on {day}"),
        _When.MONTH: N_("{who}’s birthday is this month"),
    },
    CelebrationKind.NAME_DAY: {
        _When.TODAY: N_("{who}’s name day is today"),
        _When.TOMORROW: N_("{who}’s name day is tomorrow"),
        _When.YESTERDAY: N_("{who}’s name day was yesterday"),
        _When.AHEAD: N_("{who}’s name day is on {day}"),
        _When.PAST: N_("{who}’s name day was on {day}"),
        _When.MONTH: N_("{who}’s name day is this month"),
    },
    CelebrationKind.ANNIVERSARY: {
        _When.TODAY: N_("{who}’s anniversary is today"),
        _When.TOMORROW: N_("{who}’s anniversary is tomorrow"),
        _When.YESTERDAY: N_("{who}’s anniversary was yesterday"),
        _When.AHEAD: N_("{who}’s anniversary is on {day}"),
        _When.PAST: N_("{who}’s anniversary was on {day}"),
        _When.MONTH: N_("{who}’s anniversary is this month"),
    },
    CelebrationKind.MOVING_IN: {
        _When.TODAY: N_("{who}’s moving-in day is today"),
        _When.TOMORROW: N_("{who}’s moving-in day is tomorrow"),
        _When.YESTERDAY: N_("{who}’s moving-in day was yesterday"),
        _When.AHEAD: N_("{who}’s moving-in day is on {day}"),
        _When.PAST: N_("{who}’s moving-in day was on {day}"),
        _When.MONTH: N_("{who}’s moving-in day is this month"),
    },
    CelebrationKind.GRADUATION: {
        _When.TODAY: N_("{who}’s graduation is today"),
        _When.TOMORROW: N_("{who}’s graduation is tomorrow"),
        _When.YESTERDAY: N_("{who}’s graduation was yesterday"),
        _When.AHEAD: N_("{who}’s graduation is on {day}"),
        _When.PAST: N_("{who}’s graduation was on {day}"),
        _When.MONTH: N_("{who}’s graduation is this month"),
    },
}


def near(occasion: Occasion, span: Span, today: date) -> Phrase:
    """A celebration close by, as a heading: "Biscuit's birthday is tomorrow"."""
    told = occasion.celebration
    texts = _KINDS.get(told.kind, _TITLED if told.title else _BIG_DAY)
    away = span.days_from(today)
    # A day more than a week gone has no weekday any more: it is written as a date.
    day: object = NearDay(span.first, today) if away >= -6 else span.first
    values = {"who": occasion.being.called, "title": told.title, "day": day}
    return Phrase(texts[_when(occasion, away)], values)


def _when(occasion: Occasion, away: int) -> _When:
    if occasion.is_whole_month:
        return _When.MONTH
    if away in _CLOSE:
        return _CLOSE[away]
    return _When.AHEAD if away > 0 else _When.PAST


_CLOSE = {-1: _When.YESTERDAY, 0: _When.TODAY, 1: _When.TOMORROW}


def far(occasion: Occasion, span: Span, today: date, before: int) -> Phrase:
    """A celebration ahead, with the distance and when its window opens."""
    opens = _opens(0 if occasion.is_whole_month else before)
    values = {"who": occasion.being.called, "count": span.days_from(today), "opens": opens}
    if occasion.is_whole_month:
        return Phrase(
            "The month of {who}’s celebration begins in {count} day; the window opens {opens}.",
            values,
            "The month of {who}’s celebration begins in {count} days; the window opens {opens}.",
        )
    return _far_by_kind(occasion.celebration.kind, values)


def _far_by_kind(kind: CelebrationKind, values: Mapping[str, object]) -> Phrase:
    if kind is CelebrationKind.BIRTHDAY:
        return Phrase(
            "{who}’s birthday is in {count} day; the window opens {opens}.",
            values,
            "{who}’s birthday is in {count} days; the window opens {opens}.",
        )
    if kind is CelebrationKind.NAME_DAY:
        return Phrase(
            "{who}’s name day is in {count} day; the window opens {opens}.",
            values,
            "{who}’s name day is in {count} days; the window opens {opens}.",
        )
    if kind is CelebrationKind.ANNIVERSARY:
        return Phrase(
            "{who}’s anniversary is in {count} day; the window opens {opens}.",
            values,
            "{who}’s anniversary is in {count} days; the window opens {opens}.",
        )
    return Phrase(
        "{who}’s celebration is in {count} day; the window opens {opens}.",
        values,
        "{who}’s celebration is in {count} days; the window opens {opens}.",
    )


def _opens(before: int) -> Phrase:
    if before == 0:
        return Phrase(N_("on the day"))
    return Phrase("{count} day before", {"count": before}, "{count} days before")


def question(being: Being, kind: CelebrationKind) -> Phrase:
    """What to find out when the day of a celebration is not known."""
    if kind is not CelebrationKind.BIRTHDAY:
        return Phrase(N_("Not known yet: on which day of the year is it?"))
    if being.key == SELF:
        return Phrase(N_("Not known yet: when is their birthday?"))
    return Phrase(N_("Not known yet: when is {who}’s birthday?"), {"who": being.called})
