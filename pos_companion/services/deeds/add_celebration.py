"""Keep a day worth remembering."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.insight.celebration_words import celebration_title, why_no_day
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.services import Shop, deed
from pos_companion.services.celebrations import NewCelebration
from pos_companion.services.celebrations import add_celebration as keep
from pos_companion.services.day_forms import being_of, celebration_kind_of, day_of, leap_of
from pos_companion.services.finding import resolve
from pos_companion.services.forms import text_of, texts_of


@deed
def add_celebration(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    who: str | int = "",
    kind: str = CelebrationKind.BIRTHDAY.value,
    date: str | None = None,
    calendar: str | None = None,
    month: int | None = None,
    day: int | None = None,
    nth: int | None = None,
    weekday: int | str | None = None,
    next: str | None = None,  # noqa: A002 - as the scripts call it
    title: str = "",
    yearly: bool = True,
    leap: str = "",
    hidden_from: Sequence[str] = (),
    replace: bool = False,
) -> Mapping[str, Any]:
    """Keep a day worth remembering of a customer or of somebody around them.

    Args:
        who: a member's name or number; empty for the customer.
        hidden_from: members whom it is to surprise, by name or number.
        replace: a birthday known on another day is corrected, not refused.
    """
    customer_id = resolve(shop, customer)
    found = shop.storage.people.get(customer_id)
    members = shop.storage.people.members(found.household if found else None)
    given = {
        "date": date, "calendar": calendar, "month": month, "day": day, "nth": nth,
        "weekday": weekday, "next": next,
    }  # fmt: skip
    new = NewCelebration(
        kind=celebration_kind_of(kind),
        date=day_of(given),
        being=being_of(who, members, customer_id),
        title=text_of(title, "title"),
        yearly=_flag(yearly, "yearly"),
        leap=leap_of(leap),
        hidden_from=tuple(
            _key(being_of(one, members, customer_id, "hidden_from"), customer_id)
            for one in texts_of(hidden_from, "hidden_from")
        ),
    )
    (kept,) = keep(shop, customer_id, new, _flag(replace, "replace")).celebrations
    return {"celebration": _values(shop, kept)}


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise BadInputError(N_("{name} must be true or false."), name=name)
    return value


def _key(being: int | None, customer: int) -> str:
    return f"customer:{customer}" if being is None else f"being:{being}"


def _values(shop: Shop, kept: Celebration) -> dict[str, Any]:
    span = kept.upcoming(shop.today, shop.profile.leap)
    why = why_no_day(kept, shop.today, shop.profile.leap)
    return {
        "customer": str(kept.customer),
        "n": kept.n,
        "who": kept.who,
        "kind": kept.kind.value,
        "what": words(celebration_title(kept)),
        "yearly": kept.yearly,
        "next": span.first.isoformat() if span else None,
        "through": span.last.isoformat() if span else None,
        "ask": words(why) if why else "",
    }
