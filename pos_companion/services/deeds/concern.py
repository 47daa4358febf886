"""Write down what we owe."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.insight.concern_words import to_say
from pos_companion.model.care import Concern, Severity
from pos_companion.services import Shop, deed
from pos_companion.services.concerns import NewConcern, open_concern
from pos_companion.services.finding import resolve
from pos_companion.services.forms import choice_of, day_of, text_of


@deed
def concern(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    title: str,
    promise: str,
    due: str,
    owner: str = "",
    severity: str = Severity.SMALL.value,
) -> Mapping[str, Any]:
    """Open a concern; somebody looks after it, by a day.

    Args:
        customer: whose it is; see the package.
        title: what happened.
        promise: what we said we would do.
        due: a day such as `2026-11-21`, today or later.
        owner: who looks after it; empty for whoever is at the counter.
        severity: small, or serious: health, money, or somebody angry.

    Returns:
        `{"customer": id, "n", "title", "promise", "owner", "first_owner", "due", "severity",
        "next_update_due": day or null, "closed_on": day or null, "say": words for them}`.
    """
    new = NewConcern(
        customer=resolve(shop, customer),
        title=text_of(title, "title"),
        promise=text_of(promise, "promise"),
        due=day_of(due, "due"),
        owner=text_of(owner, "owner"),
        severity=choice_of(severity, "severity", Severity),
    )
    return concern_values(shop, open_concern(shop, new).after)


def concern_values(shop: Shop, owed: Concern) -> dict[str, Any]:
    """A concern in plain values."""
    return {
        "customer": str(owed.customer),
        "n": owed.n,
        "title": owed.title,
        "promise": owed.promise,
        "owner": owed.owner,
        "first_owner": owed.first_owner,
        "due": owed.due.isoformat(),
        "severity": owed.severity.value,
        "next_update_due": None if owed.closed_on else owed.hears_by.isoformat(),
        "closed_on": owed.closed_on.isoformat() if owed.closed_on else None,
        "say": words(to_say(owed, shop.today)),
    }
