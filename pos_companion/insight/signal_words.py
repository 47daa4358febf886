"""What was seen, as a calm sentence with its counts; nobody is accused of anything."""

from collections.abc import Callable, Mapping
from datetime import date

from pos_companion.i18n import N_, Phrase
from pos_companion.model.signals import Signal, SignalKind

_NAMED = 5


def sentence(signal: Signal, name: str) -> Phrase:
    """What was seen.

    Args:
        name: of the customer; empty when it is about no card.
    """
    values = {
        "name": name,
        "staff": signal.staff,
        "count": signal.times,
        "of": signal.of,
        "beside": signal.beside,
        "days": len(signal.days),
    }
    return _SAID[signal.kind](values)


def on_days(days: tuple[date, ...]) -> Phrase:
    """The days on which it was seen, the latest first, as many as can be read at a glance."""
    latest = list(reversed(days[-_NAMED:]))
    values = {"days": latest, "count": len(days) - len(latest)}
    if len(days) > _NAMED:
        return Phrase("On {days}, and on {count} day before", values,
                      "On {days}, and on {count} days before")  # fmt: skip
    return Phrase(N_("On {days}"), values)


def _own_gifts(values: Mapping[str, object]) -> Phrase:
    return Phrase(
        "{staff} gave {count} gift to their own card.",
        values,
        "{staff} gave {count} gifts to their own card.",
    )


def _own_card(values: Mapping[str, object]) -> Phrase:
    return Phrase(
        "{staff} recorded {count} visit of their own.",
        values,
        "{staff} recorded {count} visits of their own.",
    )


def _family(values: Mapping[str, object]) -> Phrase:
    return Phrase(
        "{staff} gave {count} gift to {name}, of the same household.",
        values,
        "{staff} gave {count} gifts to {name}, of the same household.",
    )


def _many_visits(values: Mapping[str, object]) -> Phrase:
    if values["staff"]:
        return Phrase(
            N_("The card of {name} stands on {count} visits, the next one on {beside}. "
               "{staff} was at the counter on {of} of them."),
            values,
        )  # fmt: skip
    return Phrase(N_("The card of {name} stands on {count} visits, the next one on {beside}."),
                  values)  # fmt: skip


def _same_card(values: Mapping[str, object]) -> Phrase:
    return Phrase(
        N_("The card of {name} was used up to {of} times within two hours, "
           "with {staff} at the counter."),
        values,
    )  # fmt: skip


def _taken_back(values: Mapping[str, object]) -> Phrase:
    return Phrase(
        "{count} gift of {of} by {staff} was taken back more than ten minutes later.",
        values,
        "{count} gifts of {of} by {staff} were taken back more than ten minutes later.",
    )


def _unusual_hours(values: Mapping[str, object]) -> Phrase:
    return Phrase(
        "{count} gift of {of} by {staff} was given when nobody else comes.",
        values,
        "{count} gifts of {of} by {staff} were given when nobody else comes.",
    )


_SAID: Mapping[SignalKind, Callable[[Mapping[str, object]], Phrase]] = {
    SignalKind.OWN_GIFTS: _own_gifts,
    SignalKind.OWN_CARD: _own_card,
    SignalKind.FAMILY: _family,
    SignalKind.MANY_VISITS: _many_visits,
    SignalKind.SAME_CARD: _same_card,
    SignalKind.TAKEN_BACK: _taken_back,
    SignalKind.UNUSUAL_HOURS: _unusual_hours,
}
