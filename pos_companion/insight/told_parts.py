"""What a line of "they told me" was understood as, with words that say what will be kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, DayName, Phrase, month_name, short_day
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import FactKind
from pos_companion.model.people import Species

_LEAP_YEAR = 2000
"""Stands in where only day and month are shown; no day is missing from it."""


@dataclass(frozen=True)
class Around:
    """A person or a pet; `known` is their id when they are at home already."""

    name: str
    relation: str = ""
    species: Species = Species.PERSON
    known: int | None = None


@dataclass(frozen=True)
class DayOf:
    """A day worth remembering; `who` is a name, empty for the customer."""

    kind: CelebrationKind
    date: PartialDate
    who: str = ""


@dataclass(frozen=True)
class Said:
    """Something about the customer or about `who`.

    Attributes:
        subject: what it is about, folded; empty where the text says it all.
        until: last day of a tender time.
    """

    kind: FactKind
    text: str
    subject: str = ""
    who: str = ""
    until: date | None = None


@dataclass(frozen=True)
class AskAbout:
    """Something to ask about.

    Attributes:
        day: the day it is about; None when no day was named.
        ask_from: the first day on which to ask.
        who: the name of the one it is about; empty for the customer.
    """

    topic: str
    day: date | None
    ask_from: date
    who: str = ""


@dataclass(frozen=True)
class Wanted:
    """Something they are looking for."""

    text: str


@dataclass(frozen=True)
class HadIdea:
    """Something they would do in the shop's place."""

    text: str


What = Around | DayOf | Said | AskAbout | Wanted | HadIdea


@dataclass(frozen=True)
class Reading:
    """One of two ways to read a part.

    Attributes:
        phrase: what would be kept.
        instead: what to write in its place to mean just this.
    """

    phrase: Phrase
    instead: str


@dataclass(frozen=True)
class Part:
    """A piece of the line that was understood.

    Attributes:
        start, end: its place in the text of `Understood`.
        phrase: what will be kept.
        what: the same for programs; None when it can be read in two ways: then nothing is kept but
            the text itself.
        readings: the two ways; empty when it is clear.
    """

    start: int
    end: int
    phrase: Phrase
    what: What | None
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Understood:
    """A line as it was understood, before anything is kept.

    Attributes:
        text: the line the places of the parts belong to.
        parts: in their order; they never overlap.
        leftover: what will be kept as a plain note, as it was written; empty when nothing is left.
        suggestions: how pieces of the leftover could be marked; nobody has to.
    """

    text: str
    parts: tuple[Part, ...] = ()
    leftover: str = ""
    suggestions: tuple[Reading, ...] = ()


_SAID: Mapping[FactKind, str] = {
    FactKind.NOTE: N_("Note: {what}"),
    FactKind.LIKE: N_("Like: {what}"),
    FactKind.DISLIKE: N_("Dislike: {what}"),
    FactKind.ALLERGY: N_("Allergy: {what}"),
    FactKind.DIET: N_("Diet: {what}"),
    FactKind.FAITH: N_("Limit they keep to: {what}"),
    FactKind.MATTERS: N_("What matters to them: {what}"),
    FactKind.WORRY: N_("Worry behind it: {what}"),
    FactKind.COMFORT: N_("For their comfort: {what}"),
    FactKind.TENDER: N_("Be gentle, nothing cheerful: {what}"),
}


def in_words(what: What) -> Phrase:
    """What will be kept, for the cashier to see before Enter."""
    if isinstance(what, Around):
        return _around(what)
    if isinstance(what, DayOf):
        title = celebration_title(Celebration(0, 0, what.who, what.kind, what.date))
        if not what.who:
            title = Phrase(_OWN_DAYS[what.kind])
        return Phrase(N_("{what}: {day}"), {"what": title, "day": date_in_words(what.date)})
    if isinstance(what, AskAbout):
        weekday = DayName(what.ask_from.weekday())
        values = {"topic": what.topic, "weekday": weekday, "from": what.ask_from, "day": what.day}
        if what.day is None:
            return Phrase(N_("Ask about “{topic}” from {weekday}, {from}"), values)
        return Phrase(N_("“{topic}” is on {day}: ask from {weekday}, {from}"), values)
    if isinstance(what, Wanted):
        return Phrase(N_("Is looking for: {what}"), {"what": what.text})
    if isinstance(what, HadIdea):
        return Phrase(N_("Their idea: {what}"), {"what": what.text})
    return _said(what)


def date_in_words(when: PartialDate) -> Phrase:
    """Whatever is known of a date."""
    if when.month is None:
        return Phrase("{year}", {"year": str(when.year)})
    if when.day is None:
        text = Phrase("{month}", {"month": month_name(when.month)})
    else:
        text = Phrase("{day}", {"day": date(_LEAP_YEAR, when.month, when.day)})
    if when.year is None:
        return text
    return Phrase(N_("{day} {year}"), {"day": text, "year": str(when.year)})


def date_to_write(when: PartialDate) -> str:
    """A date in words that can be read in one way only; its day and month are known."""
    day = short_day(date(_LEAP_YEAR, when.month or 1, when.day or 1))
    return day if when.year is None else f"{day} {when.year:04d}"


_OWN_DAYS = {
    CelebrationKind.BIRTHDAY: N_("Their birthday"),
    CelebrationKind.NAME_DAY: N_("Their name day"),
    CelebrationKind.ANNIVERSARY: N_("Wedding anniversary"),
    CelebrationKind.MOVING_IN: N_("Moving in"),
    CelebrationKind.GRADUATION: N_("Their graduation"),
    CelebrationKind.OTHER: N_("Their special day"),
}


def _around(what: Around) -> Phrase:
    values = {"name": what.name, "relation": what.relation}
    if what.known is not None:
        return Phrase(N_("{name}, whom we know already"), values)
    if what.species.is_pet:
        return Phrase(N_("New pet: {name} ({relation})"), values)
    return Phrase(N_("New in the family: {name} ({relation})"), values)


def _said(what: Said) -> Phrase:
    values = {"what": what.text, "day": what.until}
    ends = what.until is not None
    text = N_("Be gentle, nothing cheerful until {day}: {what}") if ends else _SAID[what.kind]
    phrase = Phrase(text, values)
    said_by = {"who": what.who, "what": phrase}
    return Phrase(N_("{who}: {what}"), said_by) if what.who else phrase
