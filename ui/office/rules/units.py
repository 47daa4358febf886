"""Numbers with their unit, one text a number, so that each can be translated."""

from collections.abc import Callable

from pos_companion.i18n import _, fill, ngettext


def counted(count: float, unit: str) -> str:
    """A number and its unit in the language in use: "3 days before".

    Args:
        unit: the msgid in the metadata of a field; empty for a number alone.
    """
    plural = int(count) if float(count).is_integer() else 2
    text = _UNITS[unit](plural) if unit in _UNITS else _with(unit)
    return fill(text, count=count)


def _with(unit: str) -> str:
    return fill(_("{number} {unit}"), number="{count}", unit=_(unit)) if unit else "{count}"


def _times(count: int) -> str:
    if count == 1:
        return _("once")
    return ngettext("{count} time", "{count} times", count)


_UNITS: dict[str, Callable[[int], str]] = {
    "days": lambda count: ngettext("{count} day", "{count} days", count),
    "days before": lambda count: (
        ngettext("{count} day before", "{count} days before", count)
        if count
        else _("the day itself")
    ),
    "days after": lambda count: (
        ngettext("{count} day after", "{count} days after", count) if count else _("the day itself")
    ),
    "days later": lambda count: ngettext("{count} day later", "{count} days later", count),
    "weeks": lambda count: ngettext("{count} week", "{count} weeks", count),
    "people": lambda count: ngettext("{count} person", "{count} people", count),
    "visits": lambda count: ngettext("{count} visit", "{count} visits", count),
    "times": _times,
    "times their usual gap": lambda count: ngettext(
        "{count} time their usual gap", "{count} times their usual gap", count
    ),
}
