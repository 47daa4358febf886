"""Why a rule was not offered, by code, and what is not known, in whole sentences with a number."""

from pos_companion.i18n import N_, _, fill, ngettext

_BLOCKED = {
    "condition_false": N_("a condition did not hold"),
    "unknown_fact": N_("something is not known"),
    "wrong_weekday": N_("another day of the week"),
    "wrong_time": N_("another time of the day"),
    "not_started": N_("not valid yet"),
    "ended": N_("not valid any more"),
    "suppressed_concern": N_("we owed them something"),
    "opted_out": N_("they want no gifts, or do not celebrate"),
    "sensitive": N_("not in this time"),
    "unsuitable": N_("nothing suited them"),
    "out_of_stock": N_("the shelf was empty"),
    "already_given": N_("they had it already"),
    "beaten_by": N_("another rule came first"),
    "excluded_by": N_("another rule keeps it away"),
    "needs_approval": N_("somebody else has to agree"),
    "staff_beneficiary": N_("they work here"),
    "declined": N_("they said no"),
    "currency": N_("another currency"),
    "unknown_kind": N_("needs a newer version"),
}
_CAP = N_("given as often as planned")
_BUDGET = N_("the budget was used up")
_UNKNOWN = {
    "birthday": lambda count: ngettext(
        "{count} more person if their birthday were known",
        "{count} more people if their birthdays were known", count),
    "name_day": lambda count: ngettext(
        "{count} more person if their name day were known",
        "{count} more people if their name days were known", count),
    "usual": lambda count: ngettext(
        "{count} more person if their usual were known",
        "{count} more people if their usual were known", count),
    "basket": lambda count: ngettext(
        "{count} more person if it were known what they took",
        "{count} more people if it were known what they took", count),
}  # fmt: skip


def blocked_by(code: str) -> str:
    """Why it was not offered, in the language in use."""
    if code.startswith("cap_"):
        return _(_CAP)
    if code.startswith("budget_"):
        return _(_BUDGET)
    return _(_BLOCKED.get(code, "something else stood against it"))


def more_if_known(fact: str, count: int) -> str:
    """What would help to reach more people: "14 more people if their birthdays were known"."""
    if fact in _UNKNOWN:
        return fill(_UNKNOWN[fact](count), count=count)
    text = ngettext(
        "{count} more person if more were known", "{count} more people if more were known", count
    )
    return fill(text, count=count)
